import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader } from '@/components/ui/page-header'
import { standingInWords } from '@/lib/golden/labels'
import { ownStandings } from '@/lib/golden/standing'
import { requireMemberPage } from '@/lib/auth/session'
import { formatPlural } from '@/lib/format'
import { paths } from '@/lib/paths'
import { daySummary } from '@/lib/review/summary'

export const metadata: Metadata = { title: 'Today' }

/** A quiet end of a shift: what was done, and no score. */
export default async function QueueSummaryPage() {
  const actor = await requireMemberPage(paths.queueSummary())
  const [day, standings] = await Promise.all([daySummary(actor), ownStandings(actor)])
  return (
    <>
      <PageHeader
        title="Today"
        trail={[{ href: paths.queues(), label: 'Queue' }]}
        lead={
          day.total === 0
            ? 'You have reviewed nothing today, and that is fine.'
            : `You reviewed ${formatPlural(day.total, 'case')}. Thank you.`
        }
        actions={<LinkButton href={paths.queues()}>Back to the queue</LinkButton>}
      />
      <DescriptionList
        items={[
          ...day.reviewed.map(({ label, items }) => ({ term: label, detail: formatPlural(items, 'case') })),
          ...(day.waiting > 0
            ? [{ term: 'Waiting for others', detail: `${formatPlural(day.waiting, 'case')} of these` }]
            : []),
          ...(day.skipped + day.escalated > 0
            ? [
                {
                  term: 'Left to others',
                  detail: `${formatPlural(day.skipped, 'case')} skipped, ${day.escalated} brought to a lead`,
                },
              ]
            : []),
          ...(day.medianSeconds === null
            ? []
            : [{ term: 'Time for a case', detail: `${duration(day.medianSeconds)} in the middle` }]),
          ...standings.map((standing) => ({
            term: `Checks in ${standing.dataset}`,
            detail: standingInWords(standing),
          })),
        ]}
      />
      <p className="mt-8 max-w-prose text-sm text-ink-soft">
        Only you see this page. The day begins at midnight UTC. If something you read stays with you, talk to
        somebody about it, and{' '}
        <a href={paths.queueSettings()} className="link">
          take less of it
        </a>{' '}
        tomorrow.
      </p>
    </>
  )
}

const duration = (seconds: number) =>
  seconds < 90
    ? formatPlural(Math.round(seconds), 'second')
    : formatPlural(Math.round(seconds / 60), 'minute')
