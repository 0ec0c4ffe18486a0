import type { Metadata } from 'next'
import { useT } from '#i18n'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import type { Member } from '@/lib/auth/actor'
import { can, datasetsWhere } from '@/lib/auth/permissions'
import { requireMemberPage } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { requestsFilter } from '@/lib/takedowns/input'
import { KINDS } from '@/lib/takedowns/kinds'
import { countWaiting, listRequests } from '@/lib/takedowns/queries'
import { WAITING, type Waiting } from '@/lib/takedowns/waiting-views'
import { InSightFirst } from './in-sight-first'
import { RequestTable } from './request-table'
import { UrgentFirst } from './urgent-first'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('requests')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RequestsPage({ searchParams }: Props) {
  const actor = await requireMemberPage(paths.requests())
  const [given, t, label] = await Promise.all([searchParams, getT('requests'), getT('labels.takedownKind')])
  const filter = requestsFilter.parse(given)
  const [{ rows, next }, counts] = await Promise.all([
    listRequests(actor, filter),
    filter.state === 'open' ? countWaiting(actor, filter) : null,
  ])
  const link = (change: Record<string, string | undefined>) =>
    paths.requests({
      state: filter.state,
      waits: filter.waits,
      kind: filter.kind,
      dataset: filter.dataset,
      ...change,
    })
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          datasetsWhere(actor, 'takedown.handle').length > 0 ? (
            <LinkButton href={paths.requestBulks()}>{t('bulk')}</LinkButton>
          ) : null
        }
      />
      <div className="mb-10 flex flex-col gap-10 empty:hidden [&>section]:mt-0">
        <UrgentFirst actor={actor} />
        <InSightFirst actor={actor} />
      </div>
      <Tabs
        label={t('tabs.label')}
        tabs={(['open', 'closed', 'all'] as const).map((state) => ({
          href: link({ state, waits: undefined }),
          label: t(`tabs.${state}`),
          current: filter.state === state,
        }))}
      />
      <nav aria-label={t('kinds.label')} className="no-print mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {[undefined, ...KINDS].map((kind) => (
          <Link
            key={kind ?? 'all'}
            href={link({ kind })}
            aria-current={filter.kind === kind ? 'true' : undefined}
            className="text-ink-soft underline-offset-3 hover:underline aria-[current]:font-medium aria-[current]:text-ink"
          >
            {kind ? label(kind) : t('kinds.all')}
          </Link>
        ))}
      </nav>
      {counts && counts.all > 0 ? (
        <Views
          counts={counts}
          shown={filter.waits ?? 'all'}
          link={(waits) => link({ waits: waits === 'all' ? undefined : waits })}
        />
      ) : null}
      {rows.length === 0 ? <Nothing actor={actor} /> : <RequestTable rows={rows} />}
      <Pager
        olderHref={next && link({ after: next })}
        newerHref={given.after ? link({}) : null}
        newer={t('newest')}
      />
    </>
  )
}

/** Whose move it is, with how many. */
function Views({
  counts,
  shown,
  link,
}: {
  counts: Awaited<ReturnType<typeof countWaiting>>
  shown: Waiting | 'all'
  link: (waits: Waiting | 'all') => string
}) {
  const t = useT('process.views')
  return (
    <nav aria-label={t('label')} className="no-print mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {(['all', ...WAITING] as const).map((view) => (
        <Link
          key={view}
          href={link(view)}
          aria-current={shown === view ? 'true' : undefined}
          className="text-ink-soft underline-offset-3 hover:underline aria-[current]:font-medium aria-[current]:text-ink"
        >
          {t(view, { n: counts[view] })}
        </Link>
      ))}
    </nav>
  )
}

function Nothing({ actor }: { actor: Member }) {
  const t = useT('requests')
  if (!can(actor, 'restricted.handle') && datasetsWhere(actor, 'takedown.view').length === 0)
    return <EmptyState title={t('barred.title')}>{t('barred.text')}</EmptyState>
  return <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
}
