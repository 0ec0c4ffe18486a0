import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { bulk, dataset } from '@/db/schema'
import type { BulkSelection } from '@/db/schema/bulk'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { categoryName } from '@/lib/detection/category-name'
import { notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { policyInForce } from '@/lib/policies/queries'
import { triageRows, type TriageRow } from '@/lib/review/queries'
import { UNDO_HOURS } from './labels'
import { type Assessment, assessSample } from './sample'
import { itemsOf, skipCode } from './skips'
import { type BulkRow, isStuck } from './start'

export type BulkSummary = Pick<
  BulkRow,
  | 'id'
  | 'kind'
  | 'state'
  | 'action'
  | 'reasonCode'
  | 'selection'
  | 'total'
  | 'decided'
  | 'skipped'
  | 'createdAt'
  | 'startedAt'
> & { by: string }

const MOST_LISTED = 50

/** Bulk decisions of a dataset, newest first. */
export function bulksOf(datasetId: string): Promise<BulkSummary[]> {
  return db()
    .select({
      id: bulk.id,
      kind: bulk.kind,
      state: bulk.state,
      action: bulk.action,
      reasonCode: bulk.reasonCode,
      selection: bulk.selection,
      total: bulk.total,
      decided: bulk.decided,
      skipped: bulk.skipped,
      createdAt: bulk.createdAt,
      startedAt: bulk.startedAt,
      by: pseudonymOf(sql`coalesce(${bulk.startedBy}, ${bulk.preparedBy})`),
    })
    .from(bulk)
    .where(eq(bulk.datasetId, datasetId))
    .orderBy(desc(bulk.createdAt))
    .limit(MOST_LISTED)
}

const pseudonymOf = (id: ReturnType<typeof sql>) =>
  sql<string>`(select p.pseudonym from person p where p.id = ${id})`

export type Tally = { value: string; cases: number }

/** How many cases it decides, leaves out and has not reached: before it starts as it would be now, afterwards as it was. */
export type BulkCounts = {
  willDecide: number
  skipped: Tally[]
  categories: Tally[]
  detectors: Tally[]
  queues: Tally[]
}

export type BulkView = BulkRow & {
  slug: string
  dataset: string
  by: string
  counts: BulkCounts
  /** Some of its cases, drawn by lot, to look at before it starts. */
  look: TriageRow[]
  sample: Assessment | null
  /** Its job failed for good: it goes on when somebody says so. */
  stuck: boolean
  /** Why it cannot be started; null when it can. */
  denied: string | null
  /** Whether something of it may still be taken back. */
  undoable: boolean
  undoneBy: string | null
  /** Whether all that it decided was taken back. */
  allUndone: boolean
}

/** A bulk decision as its page shows it, to leads of the dataset. */
export async function bulkView(actor: Member, slug: string, id: string): Promise<BulkView> {
  const [row] = await db()
    .select({
      bulk,
      slug: dataset.slug,
      name: dataset.name,
      by: pseudonymOf(sql`coalesce(${bulk.startedBy}, ${bulk.preparedBy})`),
      late: sql<boolean>`coalesce(${bulk.endedAt} < now() - make_interval(hours => ${UNDO_HOURS}), true)`,
      undoneBy: sql<
        string | null
      >`(select u.id from bulk u where u.dataset_id = ${bulk.datasetId} and u.undoes = ${bulk.id} and u.state in ('running', 'done') order by u.created_at desc limit 1)`,
      takenBack: sql<number>`(
        select coalesce(sum(u.decided), 0)::integer from bulk u where u.dataset_id = ${bulk.datasetId} and u.undoes = ${bulk.id})`,
    })
    .from(bulk)
    .innerJoin(dataset, eq(dataset.id, bulk.datasetId))
    .where(and(eq(dataset.slug, slug), sql`${bulk.id}::text = ${id}`))
  if (!row || !can(actor, 'case.view', row.bulk.datasetId)) throw notFound('bulk')
  authorize(actor, 'case.bulk', { datasetId: row.bulk.datasetId })
  const found = row.bulk
  const { action, threshold } = found
  const allUndone = found.decided > 0 && row.takenBack >= found.decided
  const [counts, look, sample, stuck] = await Promise.all([
    found.state === 'draft' ? foreseen(actor, found) : happened(found),
    found.state === 'draft' ? lookAt(actor, found) : [],
    action !== null && threshold !== null ? assessSample(db(), { ...found, action, threshold }) : null,
    isStuck(db(), found),
  ])
  return {
    ...found,
    slug: row.slug,
    dataset: row.name,
    by: row.by,
    counts,
    look,
    sample,
    stuck,
    denied: sample?.denied ?? (counts.willDecide === 0 ? say('bulk.errors.nothingLeft') : null),
    undoable: found.kind === 'decide' && found.decided > 0 && !allUndone && !row.late,
    undoneBy: row.undoneBy,
    allUndone,
  }
}

type Found = { datasetId: string; id: string }
type Line = { kind: 'why' | 'category' | 'detector' | 'queue'; value: string | null; cases: number }

async function foreseen(actor: Member, found: BulkRow): Promise<BulkCounts> {
  const policy = await policyInForce(db(), found.datasetId)
  const reason = policy.reasons.find(({ code }) => code === found.reasonCode) ?? null
  const rows = await db().execute<Line>(sql`
    with judged as materialized (
      select c.category, c.queue_id, c.detectors, ${skipCode({ ...found, reason, personId: actor.id })} as why
      from ${itemsOf(found)} and i.state = 'waiting')
    select 'why' as kind, why as value, count(*)::int as cases from judged group by 2
    union all select 'category', category, count(*)::int from judged where why is null group by 2
    union all select 'detector', d, count(*)::int from judged, unnest(detectors) d where why is null group by 2
    union all select 'queue', q.name, count(*)::int from judged j
      left join review_queue q on q.dataset_id = ${found.datasetId} and q.id = j.queue_id where why is null group by 2`)
  return countsOf([...rows])
}

async function happened(found: Found): Promise<BulkCounts> {
  const rows = await db().execute<Line>(sql`
    select 'why' as kind, why as value, count(*)::int as cases from bulk_item
    where dataset_id = ${found.datasetId} and bulk_id = ${found.id} and state in ('decided', 'skipped') group by 2`)
  return countsOf([...rows])
}

function countsOf(rows: readonly Line[]): BulkCounts {
  const of = (kind: Line['kind'], name = (value: string | null) => value): Tally[] =>
    rows
      .filter((row) => row.kind === kind)
      .flatMap(({ value, cases }) => {
        const named = name(value)
        return named === null ? [] : { value: named, cases }
      })
      .sort((a, b) => b.cases - a.cases || (a.value < b.value ? -1 : 1))
  return {
    willDecide: rows.find((row) => row.kind === 'why' && row.value === null)?.cases ?? 0,
    skipped: of('why'),
    categories: of('category', (id) => id && categoryName(id)),
    detectors: of('detector'),
    queues: of('queue', (queue) => queue ?? say('bulk.draft.none')),
  }
}

const LOOKED_AT = 10

/** Always the same ones, so that whoever comes back finds what they looked at. */
async function lookAt(actor: Member, { datasetId, id }: Found): Promise<TriageRow[]> {
  const rows = await db().execute<{ dataset_id: string; id: string; value: string }>(sql`
    select i.dataset_id, i.case_id as id, '' as value from ${itemsOf({ datasetId, id })} and i.state = 'waiting' and not c.restricted
    order by md5(i.case_id::text || i.bulk_id::text) limit ${LOOKED_AT}`)
  return triageRows(rows, actor)
}

/** What a bulk decision is about, in words. */
export function selectionOf(selection: BulkSelection): string {
  switch (selection.kind) {
    case 'cases':
      return say('bulk.selection.cases')
    case 'filter':
      return say('bulk.selection.filter')
    case 'band':
      return say('bulk.selection.band', {
        detector: selection.detector,
        low: String(selection.low),
        high: String(selection.high),
      })
    case 'decided':
      return say('bulk.selection.decided')
  }
}
