import 'server-only'
import { eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db, transact } from '@/db/client'
import { caseExport } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { can } from '@/lib/auth/permissions'
import { csvCell } from '@/lib/text/csv-cell'
import { decider } from './case-row'
import { parseQueue, queueOf, type TriageFilters } from './filters'
import { matching } from './keyset'
import { type Scope, scopesOf } from './scope'
import { foundBy } from './search-cases'

export const exportInput = z.object({
  /** The filters as they stand in the table's address. */
  queue: z.string().max(2_000).default(''),
  format: z.enum(['csv', 'jsonl']),
})
export type ExportInput = z.output<typeof exportInput>

/** What a file says of each case, in this order: docs/triage.md. No text: what is masked on the screen is in no file. */
export const EXPORT_FIELDS = [
  'case',
  'dataset',
  'category',
  'status',
  'stage',
  'severity',
  'score',
  'priority',
  'flags',
  'findings',
  'detectors',
  'sources',
  'language',
  'opened',
  'due',
  'requested',
  'action',
  'decided',
  'decided_by',
  'digest',
  'file',
  'row',
] as const

type Row = Record<(typeof EXPORT_FIELDS)[number], string | number | boolean | string[] | null>

/** Cases of one statement and of one piece of the file. */
const AT_ONCE = 2_000

/**
 * The cases of a filter as a file, piece by piece as it is read: nothing is held but the piece. For leads and maintainers, of the datasets
 * where they are that; the export is on record before its first byte, with its number of cases after its last. Cases come by their ids,
 * which nothing changes while the file is written: each once, as it is then, also one that is decided or opened again meanwhile. Not one
 * that is opened for the first time after it began.
 *
 * @throws AppError `forbidden` for whoever may export nothing of it
 */
export async function exportCases(actor: Member, input: ExportInput): Promise<AsyncGenerator<Buffer>> {
  const filters = parseQueue(input.queue)
  const asked = await scopesOf(db(), actor, filters.dataset)
  const scopes = asked.filter(({ datasetId }) => can(actor, 'case.export', datasetId))
  if (scopes.length === 0) authorize(actor, 'case.export', { datasetId: asked[0]?.datasetId ?? '' })
  const where = matching(filters, await foundBy(actor, filters))
  const [record] = await transact((tx) =>
    tx
      .insert(caseExport)
      .values({
        personId: actor.id,
        datasets: scopes.map(({ datasetId }) => datasetId),
        query: queueOf(filters),
        format: input.format,
      })
      .returning({ id: caseExport.id, at: sql<string>`${caseExport.createdAt}::text` }),
  )
  if (!record) throw new Error('an export without its record')
  const walks = scopes.map((scope) => sql`${within(scope, filters.status)} and ${where}`)
  return pieces(walks, input.format, record)
}

/** One walk for every status and lane that is asked for: a case that changes from one to another is not passed twice, or never. */
function within({ datasetId, community, restricted }: Scope, status: TriageFilters['status']): SQL {
  const lanes = [...(community ? ['not c.restricted'] : []), ...(restricted ? ['c.restricted'] : [])]
  // Literals, not parameters, as in branchWhere.
  const asked = status === 'all' ? 'true' : `c.status = '${status}'`
  return sql`c.dataset_id = ${datasetId} and ${sql.raw(asked)} and (${sql.raw(lanes.join(' or ') || 'false')})`
}

async function* pieces(
  walks: readonly SQL[],
  format: ExportInput['format'],
  { id, at }: { id: string; at: string },
): AsyncGenerator<Buffer> {
  if (format === 'csv') yield Buffer.from(`${EXPORT_FIELDS.join(',')}\r\n`)
  const line = format === 'csv' ? csvLine : jsonLine
  let cases = 0
  for (const walk of walks) {
    let last: string | null = null
    do {
      const rows: (Row & { id: string })[] = await page(walk, at, last)
      if (rows.length > 0) yield Buffer.from(rows.map(line).join(''))
      cases += rows.length
      const end = rows.at(-1)
      last = end && rows.length === AT_ONCE ? end.id : null
    } while (last !== null)
  }
  await transact((tx) => tx.update(caseExport).set({ cases }).where(eq(caseExport.id, id)))
}

async function page(walk: SQL, at: string, last: string | null): Promise<(Row & { id: string })[]> {
  const beyond = last ? sql`c.id > ${last}::uuid` : sql`true`
  const iso = (time: SQL) => sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
  const rows = await db().execute<Row & { id: string }>(sql`
    select c.id, c.id as case, s.slug as dataset, c.category, c.status, c.stage, c.severity,
           round(c.score::numeric, 4)::float8 as score, c.priority, c.flag_count as flags, c.types as findings, c.detectors, c.sources,
           c.language, ${iso(sql`c.opened_at`)} as opened, ${iso(sql`c.due_at`)} as due, c.takedowns > 0 as requested,
           d.action, ${iso(sql`d.created_at`)} as decided, case when d.id is not null then ${decider('d')} end as decided_by,
           encode(c.digest, 'hex') as digest, o.file, o.row
    from (
      select c.* from review_case c
      -- Opened again, it is none that was opened after the export began.
      where ${walk} and ${beyond} and (c.opened_at <= ${at}::timestamptz or c.round > 1)
      order by c.id limit ${AT_ONCE}) c
    join dataset s on s.id = c.dataset_id
    left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    left join lateral (
      select p.path as file, o.row::float8 as row from occurrence o
      join revision r on r.dataset_id = o.dataset_id and r.id = o.revision_id
      join revision_file p on p.dataset_id = o.dataset_id and p.revision_id = o.revision_id and p.ordinal = o.ordinal
      where o.dataset_id = c.dataset_id and o.digest = c.digest
      order by r.number desc, o.ordinal, o.row limit 1) o on true
    order by c.id`)
  return [...rows]
}

const csvLine = (row: Row) => `${EXPORT_FIELDS.map((name) => csvCell(cell(row[name]))).join(',')}\r\n`

/** A list is one cell: its values with a semicolon between them. */
function cell(value: Row[keyof Row]): string | number {
  if (Array.isArray(value)) return value.join('; ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value ?? ''
}

const jsonLine = (row: Row) =>
  `${JSON.stringify(Object.fromEntries(EXPORT_FIELDS.map((name) => [name, row[name]])))}\n`
