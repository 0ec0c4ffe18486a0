import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { enqueue } from '@/lib/jobs/enqueue'
import { EVERY_TYPE, keptUntilFar, personWeightOf, UNPROVEN_WEIGHT, weightOf } from './detector-weight'

/** Decisions that are looked at, the newest: what a detector was like years ago says little of it now. */
const MOST_DECISIONS = 100_000

const DAY = 86_400_000

/**
 * Weighs the detectors of a dataset, and the members who flagged something themselves, anew by what people decided about their flags: right when the decision in force removes, redacts,
 * restricts or labels, but for the passages that were rejected one by one, and wrong when it keeps. Only flags that were there to be
 * seen, and nobody's own decision about their own flag. Cases take the new weights when they are opened or flagged next; those that
 * are open follow by a job, and the next weighing is a day from now.
 */
export async function weighDetectors(tx: Tx, datasetId: string): Promise<void> {
  // Two at once would meet in the insert: the second waits, and weighs what the first committed.
  await takeTurns(tx, `weights/${datasetId}`)
  const rows = await tx.execute<{ detector: string; type: string; judged: number; upheld: number }>(sql`
    select f.detector, case when f.source = 'report' then ${EVERY_TYPE} else f.type end as type, count(*)::int as judged,
      ${upheld} as upheld
    from (
      select dataset_id, id, case_id, digest, category, kind, action, judged, actor, created_at from decision
      where dataset_id = ${datasetId} order by created_at desc nulls last limit ${MOST_DECISIONS}) d
    join review_case c on c.dataset_id = d.dataset_id and c.id = d.case_id and c.decision_id = d.id
    join flag f on f.dataset_id = d.dataset_id and f.digest = d.digest and f.category = d.category
    where d.actor like 'member:%' and d.kind <> 'reversal' and f.created_at <= d.created_at
      and (f.source in ('detector', 'import') or (f.source = 'report' and f.detector like 'member:%' and f.detector <> d.actor))
    group by 1, 2`)
  const before = await tx.execute<{ detector: string; type: string; weight: number }>(sql`
    delete from detector_weight where dataset_id = ${datasetId} returning detector, type, weight`)
  const nameOf = ({ detector, type }: { detector: string; type: string }) => `${detector} ${type}`
  const was = new Map(before.map((row) => [nameOf(row), row.weight]))
  const weighed = rows.map((row) => {
    const known = was.get(nameOf(row)) ?? unproven(row)
    const now = row.type === EVERY_TYPE ? personWeightOf(row) : weightOf(row)
    return { ...row, known, weight: keptUntilFar(known, now) }
  })
  await tx.execute(sql`
    insert into detector_weight (dataset_id, detector, type, judged, upheld, weight)
    select ${datasetId}, detector, type, judged, upheld, weight
    from jsonb_to_recordset(${JSON.stringify(weighed)}::jsonb) as w (detector text, type text, judged integer, upheld integer, weight real)`)
  const judged = new Set(weighed.map(nameOf))
  const moved = [
    ...weighed.filter(({ known, weight }) => known !== weight),
    ...before.filter((row) => !judged.has(nameOf(row)) && row.weight !== unproven(row)),
  ]
  const detectors = [...new Set(moved.map(({ detector }) => detector))]
  if (detectors.length > 0) await enqueue(tx, 'review.repoint', { datasetId, detectors })
  const runAt = new Date(Date.now() + DAY)
  await enqueue(tx, 'review.weigh', { datasetId }, { runAt, key: keyFor(datasetId) })
}

const keyFor = (datasetId: string) => `weigh/${datasetId}`

/** Also of datasets that nothing is imported into: each is weighed now if it does not wait for its day. */
export async function weighAll(tx: Tx): Promise<void> {
  const datasets = await tx.execute<{ id: string }>(sql`select id from dataset`)
  for (const { id: datasetId } of datasets)
    await enqueue(tx, 'review.weigh', { datasetId }, { key: keyFor(datasetId), keepsTime: true })
}

/** The weight of what nobody has judged, as `flagWeight` has it. */
const unproven = ({ type }: { type: string }): number => (type === EVERY_TYPE ? 1 : UNPROVEN_WEIGHT)

/**
 * How many of a group of flags `f` were right by their decisions `d`, in whole flags: one of which people rejected a third of the
 * passages is right by two thirds.
 */
export const upheld = sql`
  round(sum(case when d.action = 'keep' then 0 when d.judged = '[]' or f.spans = '[]' then 1 else 1 - least(1,
    (select count(*) from jsonb_array_elements(d.judged) j where j ->> 'verdict' = 'wrong' and j ->> 'flagId' = f.id::text)::numeric
      / jsonb_array_length(f.spans)) end))::int`

/** The weight of flag `f`: of its detector and type, or of the member who raised it; 1 for what a requester says. */
export const flagWeight = sql`
  case
    when f.source = 'report' then coalesce(
      (select w.weight from detector_weight w where w.dataset_id = f.dataset_id and w.detector = f.detector and w.type = ${EVERY_TYPE}),
      1)
    when f.source in ('detector', 'import') then coalesce(
    (select w.weight from detector_weight w where w.dataset_id = f.dataset_id and w.detector = f.detector and w.type = f.type),
    ${UNPROVEN_WEIGHT}::real) else 1 end`
