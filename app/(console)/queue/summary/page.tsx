import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader } from '@/components/ui/page-header'
import { ownStandings } from '@/lib/golden/standing'
import { standingInWords } from '@/lib/golden/words'
import { getT } from '@/lib/i18n/server'
import { requireMemberPage } from '@/lib/auth/session'
import { paths } from '@/lib/paths'
import { daySummary } from '@/lib/review/summary'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('queue')
  return { title: t('today') }
}

/** A quiet end of a shift: what was done, and no score. */
export default async function QueueSummaryPage() {
  const actor = await requireMemberPage(paths.queueSummary())
  const [day, standings, t, queue, count] = await Promise.all([
    daySummary(actor),
    ownStandings(actor),
    getT('queue.summary'),
    getT('queue'),
    getT('labels.count'),
  ])
  const inTheMiddle = (seconds: number) =>
    seconds < 90 ? t('seconds', { n: Math.round(seconds) }) : t('minutes', { n: Math.round(seconds / 60) })
  return (
    <>
      <PageHeader
        title={queue('today')}
        trail={[{ href: paths.queues(), label: queue('title') }]}
        lead={day.total === 0 ? t('nothing') : t('thanks', { n: day.total })}
        actions={<LinkButton href={paths.queues()}>{t('back')}</LinkButton>}
      />
      <DescriptionList
        items={[
          ...day.reviewed.map(({ label, items }) => ({ term: label, detail: count('cases', { n: items }) })),
          ...(day.waiting > 0 ? [{ term: t('waiting'), detail: t('ofThese', { n: day.waiting }) }] : []),
          ...(day.skipped + day.escalated > 0
            ? [
                {
                  term: t('left'),
                  detail: t('leftCount', { skipped: day.skipped, escalated: day.escalated }),
                },
              ]
            : []),
          ...(day.medianSeconds === null
            ? []
            : [{ term: t('time'), detail: inTheMiddle(day.medianSeconds) }]),
          ...standings.map((standing) => ({
            term: t('checks', { dataset: standing.dataset }),
            detail: standingInWords(standing),
          })),
        ]}
      />
      <p className="mt-8 max-w-prose text-sm text-ink-soft">
        {t.rich('only', {
          less: (words) => (
            <a href={paths.queueSettings()} className="link">
              {words}
            </a>
          ),
        })}
      </p>
    </>
  )
}
