import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import { formatPercent } from '@/lib/format'
import { getT } from '@/lib/i18n/server'
import { paths } from '@/lib/paths'
import { pausedDetectors } from '@/lib/throttle/queries'

/** Says to leads and maintainers that a detector waits for them. */
export async function PausedDetectors({ datasetId, slug }: { datasetId: string; slug: string }) {
  const paused = await pausedDetectors(datasetId)
  if (paused.length === 0) return null
  const t = await getT('catalogue.paused')
  return (
    <div className="mb-6">
      <Callout tone="warn" title={t('title', { count: paused.length })}>
        {paused
          .map(({ detector, version, rowsHit, rowsSeen }) =>
            t('found', { detector, version, share: formatPercent(rowsSeen > 0 ? rowsHit / rowsSeen : 0) }),
          )
          .join(' ')}{' '}
        {t('held')}{' '}
        <Link href={paths.detectors(slug)} className="link">
          {t('look')}
        </Link>
      </Callout>
    </div>
  )
}
