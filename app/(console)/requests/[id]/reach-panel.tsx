import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Section } from '@/components/ui/page-header'
import { formatPercent } from '@/lib/format'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { alikeOf, beyondInSum, reachSummary } from '@/lib/takedowns/reach-view'
import { scanProgress } from '@/lib/takedowns/scan'

/** How far the request reaches, in a sentence, with the way to look at it. */
export async function ReachPanel({
  requestId,
  isOpen = true,
}: {
  requestId: string
  /** Whether it can still be made less or more. */
  isOpen?: boolean
}) {
  const [t, summary, progress, alike, beyond] = await Promise.all([
    getT('reach'),
    reachSummary(requestId),
    scanProgress(requestId),
    alikeOf(requestId),
    beyondInSum(requestId),
  ])
  const reading = progress?.endedAt === null ? progress : null
  if (!summary && !reading) return null
  return (
    <Section title={t('title')}>
      <div className="flex flex-col gap-3">
        {reading ? (
          <ProgressBar
            label={t('panel.reading', { read: reading.rowsRead, total: reading.rowsTotal })}
            done={reading.rowsRead}
            total={reading.rowsTotal}
          />
        ) : null}
        {summary ? (
          <>
            <p className="max-w-prose">
              {t('panel.says', {
                rows: summary.rows,
                of: summary.ofRows,
                share: formatPercent(summary.ofRows > 0 ? summary.rows / summary.ofRows : 0),
              })}
            </p>
            {summary.state === 'open' ? null : (
              <Callout tone={summary.state === 'waiting' ? 'warn' : 'good'}>
                {summary.state === 'waiting' && summary.covers === null
                  ? t('errors.counting')
                  : t(`panel.${summary.state}`)}
              </Callout>
            )}
            {alike > 0 ? <p className="max-w-prose">{t('panel.alike', { n: alike })}</p> : null}
            {beyond > 0 ? <p className="max-w-prose">{t('panel.beyond', { n: beyond })}</p> : null}
            <p>
              <Link href={paths.requestReach(requestId)} className="link">
                {t(isOpen ? 'panel.link' : 'panel.linkClosed')}
              </Link>
            </p>
          </>
        ) : null}
      </div>
    </Section>
  )
}
