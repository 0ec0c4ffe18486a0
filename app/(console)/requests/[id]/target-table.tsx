import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { Link } from '@/components/ui/link'
import { StatusBadge } from '@/components/ui/status-badge'
import { StretchPager } from '@/components/ui/stretch-pager'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { shortenDigest } from '@/lib/format'
import { paths } from '@/lib/paths'
import { mayListNothing } from '@/lib/takedowns/kinds'
import type { RequestView } from '@/lib/takedowns/queries'
import { may } from '@/lib/takedowns/status'
import { stretchOf } from '@/lib/takedowns/stretch'

type Target = RequestView['targets'][number]

const PROGRESS = {
  pending: 'waiting',
  matched: 'active',
  not_found: 'held',
  kept_out: 'done',
  declined: 'held',
} as const

const SHOWN = 10
/** A list can name thousands. */
const AT_ONCE = 50

/** What was named, what it was found to be, and the cases that ask about it. */
export function TargetTable({
  slug,
  kind,
  status,
  targets,
  id,
  asked,
}: Pick<RequestView, 'id' | 'slug' | 'kind' | 'status' | 'targets'> & { asked: unknown }) {
  const t = useT('requests.targets')
  const named = useT('takedowns.target')
  if (targets.length === 0)
    return <p className="text-sm text-ink-soft">{named(mayListNothing(kind) ? 'none' : 'erased')}</p>
  const stretch = stretchOf(targets.length, asked, AT_ONCE)
  return (
    <>
      <Table caption={t('caption')}>
        <TableHead>
          <Th>{t('named')}</Th>
          <Th>{t('found')}</Th>
          <Th>{t('cases')}</Th>
        </TableHead>
        <TableBody>
          {targets.slice(stretch.from, stretch.to).map((target) => (
            <Tr key={target.id}>
              <Td className="wrap-anywhere">
                <span className="block text-ink-soft first-letter:uppercase">
                  {named(`one.${target.kind}`)}
                </span>
                {target.text === null ? (
                  <span className="text-ink-soft">{named('notShown')}</span>
                ) : (
                  <span className="whitespace-pre-wrap">
                    <Visible text={target.text} />
                  </span>
                )}
              </Td>
              <Td label={t('found')}>
                <Found kind={kind} status={status} state={target.state} />
                {target.broad ? (
                  <span className="block text-ink-soft">
                    {t(may(status, 'act') && target.kind !== 'near' ? 'broadNext' : 'broad')}
                  </span>
                ) : null}
              </Td>
              <Td label={t('cases')}>
                <Cases slug={slug} cases={target.cases} />
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
      <StretchPager stretch={stretch} href={(from) => paths.request(id, from)} />
    </>
  )
}

/** Of a complaint nothing is matched to cases before it is heard: what took it out is said beside it. */
function Found({ kind, status, state }: Pick<RequestView, 'kind' | 'status'> & Pick<Target, 'state'>) {
  const t = useT('requests.targets')
  if (kind !== 'complaint' || state !== 'pending')
    return <StatusBadge progress={PROGRESS[state]}>{t(`state.${state}`)}</StatusBadge>
  return <span className="text-ink-soft">{status === 'received' ? '–' : t('complaint')}</span>
}

function Cases({ slug, cases }: { slug: string; cases: Target['cases'] }) {
  const t = useT('requests.targets')
  if (cases.length === 0) return <span className="text-ink-faint">–</span>
  return (
    <ul className="flex flex-col gap-1">
      {cases.slice(0, SHOWN).map(({ caseId, digest, status, action }) => (
        <li key={caseId}>
          <Link href={paths.reviewCase(slug, caseId)} className="link font-mono">
            {shortenDigest(digest)}
          </Link>{' '}
          <span className="text-ink-soft">
            {status === 'open' ? t('open') : action ? t(`action.${action}`) : t('decided')}
          </span>
        </li>
      ))}
      {cases.length > SHOWN ? (
        <li className="text-ink-soft">{t('more', { n: cases.length - SHOWN })}</li>
      ) : null}
    </ul>
  )
}
