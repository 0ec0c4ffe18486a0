import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { retiredNotices } from '@/lib/golden/queries'
import { ownStandings } from '@/lib/golden/standing'
import { requireMemberPage } from '@/lib/auth/session'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { preferencesOf } from '@/lib/review/preferences'
import { queuesFor, refusedVotes, whyNothing } from '@/lib/review/shift'
import { Standings, TakenBack } from './checks'
import { QueueList } from './queue-list'
import { RefusedVotes } from './refused-votes'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('queue')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where a reviewer begins: what waits, by dataset and queue, and one button to take the next case. */
export default async function QueuePage({ searchParams }: Props) {
  const actor = await requireMemberPage(paths.queues())
  const [datasets, preferences, refused, standings, retired, params, t] = await Promise.all([
    queuesFor(actor),
    preferencesOf(actor),
    refusedVotes(actor),
    ownStandings(actor),
    retiredNotices(actor),
    searchParams,
    getT('queue'),
  ])
  if (datasets.length > 0 && !preferences) redirect(paths.queueSettings())
  const empty = datasets.find(({ datasetId }) => datasetId === params['nothing'])
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          datasets.length > 0 ? (
            <>
              <LinkButton href={paths.queueSummary()} kind="quiet">
                {t('today')}
              </LinkButton>
              <LinkButton href={paths.queueSettings()} kind="quiet">
                {t('whatISee')}
              </LinkButton>
            </>
          ) : null
        }
      />
      <div className="mb-6 flex flex-col gap-3 empty:hidden">
        <RefusedVotes refused={refused} />
        {retired.map((notice) => (
          <TakenBack key={notice.servingId} notice={notice} />
        ))}
        <Standings standings={standings} />
        {empty ? (
          <Callout title={t('nothingIn', { dataset: empty.name })}>
            {await whyNothing(actor, empty.datasetId)}
          </Callout>
        ) : null}
      </div>
      {datasets.length === 0 ? (
        <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
      ) : (
        datasets.map((dataset) => <QueueList key={dataset.datasetId} dataset={dataset} />)
      )}
    </>
  )
}
