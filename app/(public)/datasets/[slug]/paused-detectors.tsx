import Link from 'next/link'
import { Callout } from '@/components/ui/callout'
import { formatPercent } from '@/lib/format'
import { paths } from '@/lib/paths'
import { pausedDetectors } from '@/lib/throttle/queries'

/** Says to leads and maintainers that a detector waits for them. */
export async function PausedDetectors({ datasetId, slug }: { datasetId: string; slug: string }) {
  const paused = await pausedDetectors(datasetId)
  if (paused.length === 0) return null
  return (
    <div className="mb-6">
      <Callout tone="warn" title={paused.length === 1 ? 'A detector is paused' : 'Detectors are paused'}>
        {paused
          .map(
            ({ detector, version, rowsHit, rowsSeen }) =>
              `${detector}, version ${version}, found something in ${formatPercent(rowsSeen > 0 ? rowsHit / rowsSeen : 0)} of the rows.`,
          )
          .join(' ')}{' '}
        Its flags are held until a lead has looked.{' '}
        <Link href={paths.detectors(slug)} className="link">
          Look at a sample
        </Link>
      </Callout>
    </div>
  )
}
