import { useT } from '#i18n'
import { ActionButton } from '@/components/form/action-button'
import { Visible } from '@/components/item/visible'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { retold } from '@/lib/i18n/kept'
import type { Entry } from '@/lib/reservations/c2pa'
import { addressesOf, type Recorded, reservationsOf } from '@/lib/reservations/record'
import type { Signals } from '@/lib/reservations/look'
import { targetsOfRequest } from '@/lib/reservations/targets'
import type { RequestView } from '@/lib/takedowns/queries'
import { askForReservationsAction } from './reservations/actions'

/** Of an opt-out: what the sites that it names say themselves. */
export async function Reservations({
  request,
  denied,
}: {
  request: RequestView
  denied: string | undefined
}) {
  if (request.kind !== 'opt_out' || request.restricted) return null
  const [found, targets] = await Promise.all([reservationsOf(request.id), targetsOfRequest(request.id)])
  return (
    <Panel found={found} requestId={request.id} askable={addressesOf(targets).length > 0} denied={denied} />
  )
}

function Panel({
  found,
  requestId,
  askable,
  denied,
}: {
  found: readonly Recorded[]
  requestId: string
  askable: boolean
  denied: string | undefined
}) {
  const t = useT('reservations')
  return (
    <Section title={t('title')}>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">{t('text')}</p>
      {found.length === 0 ? (
        <p className="mb-3 text-sm">{askable ? t('none') : t('nowhere')}</p>
      ) : (
        found.map((one) => <Found key={one.id} found={one} />)
      )}
      {askable && !denied ? (
        <ActionButton action={askForReservationsAction} fields={{ requestId }} pendingLabel={t('asking')}>
          {t('ask')}
        </ActionButton>
      ) : null}
    </Section>
  )
}

const SOURCES = ['tdmMeta', 'tdmHeader', 'tdmFile', 'robotsTag', 'robotsTxt', 'c2pa'] as const

function Found({ found: { signals, state, at } }: { found: Recorded }) {
  const t = useT('reservations')
  return (
    <div className="mb-6">
      <p className="mb-2 text-sm wrap-anywhere">
        <strong>{t(`state.${state}`)}</strong>: <Visible text={signals.address} /> (<Timestamp at={at} />)
      </p>
      <Table caption={t('caption')}>
        <TableHead>
          <Th>{t('place')}</Th>
          <Th>{t('says')}</Th>
        </TableHead>
        <TableBody>
          {SOURCES.map((source) => (
            <Tr key={source}>
              <Td>{t(`source.${source}`)}</Td>
              <Td label={t('says')} className="wrap-anywhere">
                <Says signals={signals} source={source} />
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

function Says({ signals, source }: { signals: Signals; source: (typeof SOURCES)[number] }) {
  const t = useT('reservations')
  const place = signals[source]
  if ('unread' in place) return t('unread', { why: retold(place.unread) })
  if (place.value === null) return <span className="text-ink-soft">{t('nothing')}</span>
  return <Visible text={inWords(t, place.value)} />
}

type Value = NonNullable<Extract<Signals[(typeof SOURCES)[number]], { value: unknown }>['value']>

function inWords(t: ReturnType<typeof useT<'reservations'>>, value: Value): string {
  if (Array.isArray(value)) return t('c2pa', { entries: value.map(inOneLine).join('; ') })
  if ('reserved' in value) {
    if (!value.reserved) return t('tdm.free')
    return value.policy ? t('tdm.reservedPolicy', { policy: value.policy }) : t('tdm.reserved')
  }
  if ('rule' in value) {
    const { rule, agent, allowed } = value
    return t(allowed ? 'robots.allowed' : 'robots.disallowed', { rule, agent })
  }
  return [value.noai ? 'noai' : '', value.noimageai ? 'noimageai' : ''].filter(Boolean).join(', ')
}

const inOneLine = ({ entry, use, info }: Entry) => (info ? `${entry}: ${use} (${info})` : `${entry}: ${use}`)
