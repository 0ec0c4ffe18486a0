import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { BulkSelection } from '@/db/schema/bulk'
import type { Actor } from '@/lib/auth/actor'
import { parseQueue } from '@/lib/review/filters'
import { branchWhere, matching } from '@/lib/review/keyset'
import { foundBy } from '@/lib/review/search-cases'
import { bandScores } from './band-scores'
import { MOST_CASES } from './labels'
import { flagsOf } from './skips'

type Of = { datasetId: string; id: string }

/** Which cases: those of `caseIds` when they are ticked, else those that `where` holds of. */
export type Chosen = { selection: BulkSelection; caseIds: readonly string[]; where: SQL }

/**
 * Writes down which cases a bulk decision is about, as they are now: those of the selection that are open and not restricted, in the
 * order in which everybody locks cases. One statement, so that they are of one moment.
 */
export async function freezeCases(tx: Tx, of: Of, chosen: Chosen): Promise<void> {
  await tx.execute(sql`
    insert into bulk_item (dataset_id, bulk_id, n, case_id, round, seen, before, state)
    select c.dataset_id, ${of.id}, row_number() over (order by c.digest, c.category), c.id, c.round, ${flagsOf}, c.decision_id, 'waiting'
    from (${casesOf(of.datasetId, chosen)} limit ${MOST_CASES}) found
    join review_case c on c.dataset_id = ${of.datasetId} and c.id = found.id`)
}

/** How many there are, where that is more than one bulk decision takes. */
export async function countChosen(tx: Tx, datasetId: string, chosen: Chosen): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from (${casesOf(datasetId, chosen)}) found`,
  )
  return row?.n ?? 0
}

/** A selection with what a filter of the triage table comes to for this actor. */
export async function choose(
  tx: Tx,
  actor: Actor,
  selection: BulkSelection,
  caseIds: readonly string[],
): Promise<Chosen> {
  if (selection.kind !== 'filter') return { selection, caseIds, where: sql`true` }
  const filters = parseQueue(selection.queue)
  return { selection, caseIds, where: matching(filters, await foundBy(actor, filters, tx)) }
}

/** Draws the sample of a band, at random: whoever chose the band does not choose what it is judged by. */
export async function drawSample(tx: Tx, { datasetId, id }: Of, size: number): Promise<void> {
  await tx.execute(sql`
    update bulk_item i set state = 'sample'
    from (
      select n from bulk_item where dataset_id = ${datasetId} and bulk_id = ${id} order by gen_random_uuid() limit ${size}) drawn
    where i.dataset_id = ${datasetId} and i.bulk_id = ${id} and i.n = drawn.n`)
}

/** Ids of the selected cases; of a filter the most urgent come first, of a band any may. */
function casesOf(datasetId: string, { selection, caseIds, where }: Chosen): SQL {
  const open = branchWhere({ datasetId, status: 'open', restricted: false })
  switch (selection.kind) {
    case 'cases':
      return sql`select c.id from review_case c
        where c.dataset_id = ${datasetId} and not c.restricted and c.id = any (${sql.param([...caseIds])}::uuid[])`
    case 'filter':
      return sql`select c.id from review_case c
        where ${open} and ${where} order by c.priority desc nulls last, c.id desc`
    case 'band':
      return sql`select id from (${bandScores(datasetId, selection)}) s
        where score >= ${selection.low} and (score < ${selection.high} or ${selection.high === 1}) order by gen_random_uuid()`
    case 'decided':
      throw new RangeError('what was decided is taken from its bulk decision')
  }
}

/** The decisions of another bulk decision, each as that left its case. */
export async function freezeDecided(tx: Tx, of: Of, undoes: string): Promise<void> {
  await tx.execute(sql`
    insert into bulk_item (dataset_id, bulk_id, n, case_id, round, seen, before, state)
    select i.dataset_id, ${of.id}, row_number() over (order by i.n), i.case_id, i.round, i.seen, i.decision_id, 'waiting'
    from bulk_item i where i.dataset_id = ${of.datasetId} and i.bulk_id = ${undoes} and i.state = 'decided'`)
}
