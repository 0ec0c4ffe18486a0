import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { FoundItem } from '@/lib/datasets/commit-chunk'
import type { NewFlag } from '@/lib/flags/raise-flags'
import type { WatchState } from './labels'
import { tellOfPause } from './tell'
import { throttleSettingsOf } from './settings'

type Where = { datasetId: string; revisionId: string }
type Watched = { detector: string; version: string; state: WatchState; rowsSeen: number; rowsHit: number }

/**
 * Counts what the watched detectors found in a chunk, pauses those that find something in too many rows, and answers the flags that
 * may be raised; those of paused detectors are kept apart. A few statements per chunk, in its transaction: what a crash takes back is
 * taken back here too.
 */
export async function holdBack(
  tx: Tx,
  where: Where,
  items: readonly FoundItem[],
  flags: readonly NewFlag[],
): Promise<NewFlag[]> {
  const before = await lockWatched(tx, where)
  if (before.length === 0) return [...flags]
  const after = await countRows(tx, where, items)
  for (const watched of after)
    if (watched.state === 'paused' && stateOf(before, watched) === 'watched')
      await tellOfPause(tx, where, watched)
  const states = new Map([...before, ...after].map((one) => [keyOf(one), one.state]))
  const stateOfFlag = ({ source, detector, detectorVersion }: NewFlag) =>
    source === 'detector' ? states.get(keyOf({ detector, version: detectorVersion ?? '' })) : undefined
  await keepHeld(
    tx,
    where,
    flags.filter((flag) => stateOfFlag(flag) === 'paused'),
  )
  return flags.filter((flag) => {
    const state = stateOfFlag(flag)
    return state !== 'paused' && state !== 'dropped'
  })
}

/** Locked for the time of the chunk: a lead who lets one go on waits for it, and no flag is held after that. */
async function lockWatched(tx: Tx, { datasetId }: Where): Promise<Watched[]> {
  const rows = await tx.execute<Watched>(sql`
    select detector, version, state, rows_seen::float8 as "rowsSeen", rows_hit::float8 as "rowsHit" from detector_watch
    where dataset_id = ${datasetId} and state <> 'known' order by detector, version for update`)
  return [...rows]
}

async function countRows(
  tx: Tx,
  { datasetId, revisionId }: Where,
  items: readonly FoundItem[],
): Promise<Watched[]> {
  const { throttleShare, throttleLeast, throttleFirstShare } = await throttleSettingsOf(datasetId, tx)
  const rows = await tx.execute<Watched>(sql`
    update detector_watch w set
      revision_id = n.revision_id, rows_seen = n.seen, rows_hit = n.hit,
      state = case when n.over then 'paused' else w.state end,
      paused_at = case when n.over and w.state = 'watched' then now() else w.paused_at end,
      allowed = case when n.over and w.state = 'watched' then n.share else w.allowed end
    from (
      select w.detector, w.version, r.id as revision_id, r.rows_good as seen, h.hit,
        s.share, h.hit > s.share * r.rows_good and r.rows_good >= ${throttleLeast} as over
      from detector_watch w
      join revision r on r.dataset_id = w.dataset_id and r.id = ${revisionId}
      left join jsonb_to_recordset(${JSON.stringify(hitsOf(items))}::jsonb) as f (detector text, version text, rows bigint)
        on f.detector = w.detector and f.version = w.version
      -- What is usual in the dataset nobody knows before as many of its rows were read.
      cross join lateral (
        select case when exists (
          select from revision e
          where e.dataset_id = r.dataset_id and e.id <> r.id and e.state = 'complete' and e.rows_good >= ${throttleLeast})
          then ${throttleShare}::float8 else ${throttleFirstShare}::float8 end as share) s
      cross join lateral (
        select case when w.revision_id = r.id then w.rows_hit else 0 end + coalesce(f.rows, 0) as hit) h
      where w.dataset_id = ${datasetId} and w.state in ('watched', 'paused')
    ) n
    where w.dataset_id = ${datasetId} and w.detector = n.detector and w.version = n.version
    returning w.detector, w.version, w.state, w.rows_seen::float8 as "rowsSeen", w.rows_hit::float8 as "rowsHit"`)
  return [...rows]
}

/** Rows of the chunk in which each detector found something. */
function hitsOf(items: readonly FoundItem[]): { detector: string; version: string; rows: number }[] {
  const hits = new Map<string, { detector: string; version: string; rows: number }>()
  for (const { findings } of items) {
    const here = new Map(
      findings.map(({ detector, version }) => [keyOf({ detector, version }), { detector, version }]),
    )
    for (const [key, version] of here) {
      const known = hits.get(key)
      if (known) known.rows++
      else hits.set(key, { ...version, rows: 1 })
    }
  }
  return [...hits.values()]
}

async function keepHeld(tx: Tx, { datasetId, revisionId }: Where, flags: readonly NewFlag[]): Promise<void> {
  if (flags.length === 0) return
  const once = new Map(flags.map((flag) => [identity(flag), flag]))
  const rows = [...once.values()].map(
    ({ digest, detector, detectorVersion, category, type, score, severity, spans }) => ({
      digest: digest.toString('hex'),
      detector,
      version: detectorVersion ?? '',
      category,
      type,
      score,
      severity,
      spans,
    }),
  )
  await tx.execute(sql`
    insert into held_flag (dataset_id, digest, detector, version, category, type, score, severity, spans, revision_id)
    select ${datasetId}, decode(digest, 'hex'), detector, version, category, type, score, severity, spans, ${revisionId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (
      digest text, detector text, version text, category text, type text, score real, severity smallint, spans jsonb)
    order by 2, 3, 4, 5, 6
    on conflict do nothing`)
}

const identity = ({ digest, detector, detectorVersion, category, type }: NewFlag) =>
  JSON.stringify([digest.toString('hex'), detector, detectorVersion, category, type])

const keyOf = ({ detector, version }: { detector: string; version: string }) =>
  JSON.stringify([detector, version])

const stateOf = (list: readonly Watched[], one: Watched) =>
  list.find((other) => keyOf(other) === keyOf(one))?.state
