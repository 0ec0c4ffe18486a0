import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { DETECTORS } from '@/lib/detection/registry'
import { enqueue } from '@/lib/jobs/enqueue'
import { throttleSettingsOf } from './settings'

type Version = { detector: string; version: string }

const VERSIONS: readonly Version[] = DETECTORS.map(({ id, version }) => ({ detector: id, version }))

/**
 * Looks, as an import begins, which of the detectors are new to the dataset or of a new version: those are watched; at the first
 * import all are. One is known once an import is complete in which it read as many rows as it takes to judge it, and was not paused:
 * a trial of ten rows says nothing of the million behind it. A paused version that another has replaced is dropped. Answers whether
 * any detector is not simply known.
 */
export async function beginWatch(
  tx: Tx,
  datasetId: string,
  versions: readonly Version[] = VERSIONS,
): Promise<boolean> {
  const { throttleLeast } = await throttleSettingsOf(datasetId, tx)
  await tx.execute(sql`
    update detector_watch w set state = 'known'
    from revision r
    where w.dataset_id = ${datasetId} and w.state = 'watched' and w.rows_seen >= ${throttleLeast}
      and r.dataset_id = w.dataset_id and r.id = w.revision_id and r.state = 'complete'`)
  const known = JSON.stringify(versions)
  await tx.execute(sql`
    insert into detector_watch (dataset_id, detector, version, state)
    select ${datasetId}, v.detector, v.version, 'watched'
    from jsonb_to_recordset(${known}::jsonb) as v (detector text, version text)
    order by 2, 3
    on conflict do nothing`)
  const replaced = await tx.execute<Version>(sql`
    update detector_watch w set state = 'dropped', settled_at = now()
    from jsonb_to_recordset(${known}::jsonb) as v (detector text, version text)
    where w.dataset_id = ${datasetId} and w.state = 'paused' and w.detector = v.detector and w.version <> v.version
    returning w.detector, w.version`)
  for (const { detector, version } of replaced)
    await enqueue(tx, 'detector.settle', { datasetId, detector, version })
  const rest = await tx.execute(
    sql`select from detector_watch where dataset_id = ${datasetId} and state <> 'known' limit 1`,
  )
  return rest.length > 0
}
