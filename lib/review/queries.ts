import 'server-only'
import { sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import type { Actor } from '@/lib/auth/actor'
import { categoryName } from '@/lib/detection/category-name'
import type { Mark } from '@/lib/text/marks'
import { snippetOf } from '@/lib/text/snippet'
import { decider } from './case-row'
import { isOverdue } from './due'
import { type Cursor, formatCursor, type TriageFilters } from './filters'
import { type ItemFields, openContents } from './item-fields'
import { branchesOf } from './keyset'
import { type CaseAt, findCases } from './find-cases'
import { foundAsJson } from './found-in-item'
import { categoriesIn, type FoundInItem, protectField } from './protect-found'
import { protectionOf } from './safe-view'
import { type Scope, scopesOf } from './scope'
import type { Action, CaseStatus } from './status'
import { coversInList } from './viewing'
import { viewingOf } from './viewing-of'

export const ROWS_PER_PAGE = 50

/** The text of a row round its first finding, as far as it may be seen in a table; or why there is none. */
export type RowSnippet = { kind: 'text'; text: string; marks: Mark[] } | { kind: 'covered' | 'long' | 'gone' }

export type TriageRow = {
  id: string
  datasetId: string
  dataset: string
  category: string
  categoryLabel: string
  status: CaseStatus
  severity: number
  score: number
  priority: number
  flagCount: number
  types: string[]
  detectors: string[]
  language: string
  takedowns: number
  openedAt: Date
  dueAt: Date | null
  overdue: boolean
  decided: { action: Action; by: string; at: Date } | null
  place: { file: string; row: number } | null
  snippet: RowSnippet
}

/** A row, and the place in the order from which a page would go on after it. */
export type PlacedRow = TriageRow & { cursor: string }

export type TriagePage = {
  rows: PlacedRow[]
  /** `after`/`before` values for the neighbouring pages. */
  older: string | null
  newer: string | null
  scopes: Scope[]
}

/** One page of the cases this actor may see, in the order of the filters. Restricted cases only for safety officers. */
export async function triagePage(actor: Actor, filters: TriageFilters, cursor?: Cursor): Promise<TriagePage> {
  const scopes = await scopesOf(db(), actor)
  const inScope = scopes.filter((scope) => filters.dataset === undefined || scope.slug === filters.dataset)
  const branches = branchesOf(inScope, filters.status)
  const place = cursor && { value: sql`${cursor.value}`, id: sql`${cursor.id}`, edge: cursor.edge }
  const found = await findCases(db(), actor, { branches, filters, place }, ROWS_PER_PAGE + 1)
  const more = found.length > ROWS_PER_PAGE
  const shown = found.slice(0, ROWS_PER_PAGE)
  if (cursor?.edge === 'before') shown.reverse()
  const [first, last] = [shown.at(0), shown.at(-1)]
  const forwards = cursor?.edge !== 'before'
  const cursors = shown.map(formatCursor)
  return {
    rows: (await triageRows(shown, actor)).map((row, i) => ({ ...row, cursor: cursors[i] ?? '' })),
    newer: first && (forwards ? cursor !== undefined : more) ? formatCursor(first) : null,
    older: last && (forwards ? more : true) ? formatCursor(last) : null,
    scopes,
  }
}

/** The case of an item and category, for domains above that need its id. */
export async function caseOf(on: Db | Tx, datasetId: string, digest: Buffer, category: string) {
  const [row] = await on.execute<{ id: string; status: CaseStatus; round: number; takedowns: number }>(sql`
    select id, status, round, takedowns from review_case
    where dataset_id = ${datasetId} and digest = ${digest} and category = ${category}`)
  return row ?? null
}

/** Beyond this a table does not read a text for one line of it. */
const SNIPPET_BODY = 64 * 1024

type Row = Omit<
  TriageRow,
  'categoryLabel' | 'openedAt' | 'dueAt' | 'overdue' | 'decided' | 'place' | 'snippet'
> & {
  openedAt: string
  dueAt: string | null
  action: Action | null
  decidedAt: string | null
  by: string | null
  file: string | null
  row: number | null
  body: Buffer | null
  keyId: string | null
  bytes: number | null
  /** Its queue keeps its texts covered. */
  covered: boolean
  found: FoundInItem[] | null
}

/** The rows with these ids, in their order, their texts as this reader wants to see them. */
export async function triageRows(
  found: readonly Omit<CaseAt, 'value'>[],
  reader: Actor,
): Promise<TriageRow[]> {
  const rows = await db().execute<Row>(sql`
    select c.id, c.dataset_id as "datasetId", s.slug as dataset, c.category, c.status,
           c.severity, c.score, c.priority, c.flag_count as "flagCount", c.types, c.detectors, c.language, c.takedowns,
           c.opened_at as "openedAt", c.due_at as "dueAt",
           d.action, d.created_at as "decidedAt", ${decider('d')} as by, o.file, o.row,
           case when octet_length(t.body) <= ${SNIPPET_BODY} then t.body end as body, t.key_id as "keyId",
           octet_length(t.body) as bytes, ${foundAsJson('c')} as found, coalesce(q.covered, false) as covered
    from unnest(${sql.param(found.map((row) => row.dataset_id))}::uuid[], ${sql.param(found.map((row) => row.id))}::uuid[])
      with ordinality as asked (dataset_id, id, n)
    join review_case c on c.dataset_id = asked.dataset_id and c.id = asked.id
    join dataset s on s.id = c.dataset_id
    left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    left join review_queue q on q.dataset_id = c.dataset_id and q.id = c.queue_id
    left join item_content t on t.dataset_id = c.dataset_id and t.digest = c.digest
    left join lateral (
      select p.path as file, o.row from occurrence o
      join revision r on r.dataset_id = o.dataset_id and r.id = o.revision_id
      join revision_file p on p.dataset_id = o.dataset_id and p.revision_id = o.revision_id and p.ordinal = o.ordinal
      where o.dataset_id = c.dataset_id and o.digest = c.digest
      order by r.number desc, o.ordinal, o.row limit 1) o on true
    order by asked.n`)
  const sealed = rows.flatMap(({ body, keyId }) => (body ? [{ body, keyId }] : []))
  const opened = await openContents(db(), sealed)
  const isCovered = await coverOf(rows, reader)
  let next = 0
  return rows.map((row) =>
    triageRow({ ...row, covered: row.covered || isCovered(row) }, row.body ? (opened[next++] ?? null) : null),
  )
}

/** Whether a row's categories are to be covered, by what its dataset sets or its reader chose. */
async function coverOf(rows: readonly Row[], reader: Actor): Promise<(row: Row) => boolean> {
  const personId = reader.kind === 'member' ? reader.id : null
  const ids = [...new Set(rows.map(({ datasetId }) => datasetId))]
  const viewing = new Map(
    await Promise.all(ids.map(async (id) => [id, await viewingOf(db(), id, personId)] as const)),
  )
  return ({ datasetId, category, found }) => {
    const set = viewing.get(datasetId)
    return set !== undefined && coversInList([{ category }, ...(found ?? [])], set)
  }
}

function triageRow(row: Row, content: ItemFields | null): TriageRow {
  const { action, by, decidedAt, file } = row
  const dueAt = row.dueAt ? new Date(row.dueAt) : null
  return {
    id: row.id,
    datasetId: row.datasetId,
    dataset: row.dataset,
    category: row.category,
    categoryLabel: categoryName(row.category),
    status: row.status,
    severity: row.severity,
    score: row.score,
    priority: row.priority,
    flagCount: row.flagCount,
    types: row.types,
    detectors: row.detectors,
    language: row.language,
    takedowns: row.takedowns,
    openedAt: new Date(row.openedAt),
    dueAt,
    overdue: isOverdue({ ...row, dueAt }),
    decided: action && by && decidedAt ? { action, by, at: new Date(decidedAt) } : null,
    place: file !== null && row.row !== null ? { file, row: Number(row.row) } : null,
    snippet: rowSnippet(row, content),
  }
}

function rowSnippet(row: Row, fields: ItemFields | null): RowSnippet {
  if (row.bytes === null || (row.body && !fields)) return { kind: 'gone' }
  const found = row.found ?? []
  const protection = protectionOf(categoriesIn(found), row.covered)
  if (protection === 'covered') return { kind: 'covered' }
  if (!fields) return { kind: 'long' }
  const own = found
    .filter(({ category, held }) => category === row.category && !held)
    .flatMap(({ spans }) => spans)
  const field = own[0]?.field ?? Object.keys(fields).find((name) => fields[name] !== '') ?? ''
  const shown = protectField({ field, text: fields[field] ?? '' }, found, protection)
  // The window opens at the first finding of this case; what lies before it belongs to other cases.
  const from = Math.min(
    ...shown.marks.filter((mark) => mark.category === row.category).map((mark) => mark.start),
  )
  const near = Number.isFinite(from) ? shown.marks.filter((mark) => mark.start >= from) : shown.marks
  const { text, marks: inside, cutBefore, cutAfter } = snippetOf(shown.text, near, { before: 16 })
  return {
    kind: 'text',
    text: `${cutBefore ? '…' : ''}${text}${cutAfter ? '…' : ''}`,
    marks: shiftMarks(inside, cutBefore ? 1 : 0),
  }
}

const shiftMarks = (marks: readonly Mark[], by: number): Mark[] =>
  marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }))
