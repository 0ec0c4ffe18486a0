import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Messages } from '@/app/messages'
import { ActionButton } from '@/components/form/action-button'
import { Badge } from '@/components/ui/badge'
import { PageHeader, Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { can } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { datasetOptions } from '@/lib/datasets/options'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { SENDER_KINDS } from '@/lib/senders/input'
import { listSenders, type SenderView } from '@/lib/senders/queries'
import { makeSenderAction, revokeSenderAction } from './actions'
import { MakeForm } from './make-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('senders')
  return { title: t('title') }
}

/** Organisations that send requests by program: a token for each, made here and shown once. */
export default async function SendersPage() {
  const actor = await requireMemberPage(paths.senders())
  if (!can(actor, 'people.manage')) notFound()
  const [senders, datasets, t, label] = await Promise.all([
    listSenders(actor),
    datasetOptions(),
    getT('senders'),
    getT('labels.takedownKind'),
  ])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { address: `${env().url}/api/v1/takedowns` })} />
      <SenderTable senders={senders} />
      <Section title={t('make.title')}>
        <Messages areas={['senders']}>
          <MakeForm
            action={makeSenderAction}
            kinds={SENDER_KINDS.map((kind) => ({ value: kind, label: label(kind) }))}
            datasets={datasets.map(({ slug, name }) => ({ slug, name }))}
          />
        </Messages>
      </Section>
    </>
  )
}

async function SenderTable({ senders }: { senders: readonly SenderView[] }) {
  const [t, make, label] = await Promise.all([
    getT('senders.table'),
    getT('senders.make'),
    getT('labels.takedownKind'),
  ])
  if (senders.length === 0) return <p className="text-sm text-ink-soft">{t('none')}</p>
  return (
    <Table caption={t('who')}>
      <TableHead>
        <Th>{t('who')}</Th>
        <Th>{t('may')}</Th>
        <Th>{t('sent')}</Th>
        <Th>{t('until')}</Th>
        <Th>{t('state')}</Th>
      </TableHead>
      <TableBody>
        {senders.map((sender) => (
          <Tr key={sender.id}>
            <Td label={t('who')}>
              <div>
                <span className="font-medium">{sender.who?.organisation ?? t('forgotten')}</span>
                <br />
                <span className="wrap-anywhere text-ink-soft">{sender.who?.email}</span>
              </div>
            </Td>
            <Td label={t('may')}>
              <div>
                {sender.kinds.map((kind) => label(kind)).join(', ')}
                <br />
                <span className="text-ink-soft">
                  {sender.dataset ?? make('any')}, {t('mostPerHour', { n: sender.perHour })}
                </span>
              </div>
            </Td>
            <Td label={t('sent')}>{sender.sent}</Td>
            <Td label={t('until')}>
              <Timestamp at={sender.expiresAt} />
            </Td>
            <Td label={t('state')}>
              <State sender={sender} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

async function State({ sender: { id, who, revokedAt, expiresAt } }: { sender: SenderView }) {
  const t = await getT('senders.table')
  if (revokedAt) return <Badge tone="bad">{t('revoked')}</Badge>
  if (expiresAt <= new Date()) return <Badge>{t('expired')}</Badge>
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Badge>{t('works')}</Badge>
      <ActionButton action={revokeSenderAction} fields={{ sender: id }} kind="quiet" size="sm">
        <span aria-hidden="true">{t('revoke')}</span>
        <span className="sr-only">{t('revokeWho', { organisation: who?.organisation ?? '' })}</span>
      </ActionButton>
    </div>
  )
}
