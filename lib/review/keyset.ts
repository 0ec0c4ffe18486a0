import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Cursor, TriageFilters, TriageSort } from './filters'
import type { Scope } from './scope'
import type { CaseStatus } from './status'

/** Each column has an index (dataset, status, column, id) that is read in either direction: value and id always turn together. */
const COLUMN = {
  priority: { column: sql`c.priority`, type: sql`integer` },
  severity: { column: sql`c.severity`, type: sql`smallint` },
  opened: { column: sql`c.opened_at`, type: sql`timestamptz` },
  /** What is never due comes after everything that is: in words that the index knows, and never null. */
  due: { column: sql`coalesce(c.due_at, 'infinity'::timestamptz)`, type: sql`timestamptz` },
} as const

function orderOf(sort: TriageSort): { column: SQL; type: SQL; descending: boolean } {
  const descending = sort.startsWith('-')
  switch (sort) {
    case 'priority':
    case '-priority':
      return { ...COLUMN.priority, descending }
    case 'severity':
    case '-severity':
      return { ...COLUMN.severity, descending }
    case 'opened':
    case '-opened':
      return { ...COLUMN.opened, descending }
    case 'due':
    case '-due':
      return { ...COLUMN.due, descending }
  }
}

/** A dataset, a status and a lane: what one index scan can answer. */
export type Branch = { datasetId: string; status: CaseStatus; restricted: boolean }

export function branchesOf(scopes: readonly Scope[], status: TriageFilters['status']): Branch[] {
  const statuses = status === 'all' ? (['open', 'decided'] as const) : [status]
  return scopes.flatMap(({ datasetId, community, restricted }) =>
    statuses.flatMap((wanted) => [
      ...(community ? [{ datasetId, status: wanted, restricted: false }] : []),
      ...(restricted ? [{ datasetId, status: wanted, restricted: true }] : []),
    ]),
  )
}

/**
 * The conditions beside dataset, status and lane. `found`: the cases that its search has found, when it has one (`foundBy`); a search that
 * nobody looked up is no filter at all, and so refused.
 */
export function matching(
  {
    category,
    severity,
    detector,
    type,
    language,
    queue,
    overdue,
    search,
  }: Omit<TriageFilters, 'dataset' | 'status' | 'sort'>,
  found: readonly string[] | null = null,
): SQL {
  if (search !== undefined && found === null) throw new RangeError('a search without what it found')
  return sql.join(
    [
      sql`true`,
      ...(category ? [sql`c.category = ${category}`] : []),
      ...(severity ? [sql`c.severity = ${severity}`] : []),
      ...(detector ? [sql`${detector} = any (c.detectors)`] : []),
      ...(type ? [sql`${type} = any (c.types)`] : []),
      ...(language ? [sql`c.language = ${language}`] : []),
      ...(queue ? [sql`c.queue_id = ${queue}`] : []),
      ...ofCase({ overdue }),
      ...(found ? [sql`c.id = any (${sql.param([...found])}::uuid[])`] : []),
    ],
    sql` and `,
  )
}

/** What is asked of a case by itself: no kind tells until when it waits. */
export const ofCase = ({ overdue }: Pick<TriageFilters, 'overdue'>): SQL[] =>
  overdue ? [sql`c.status = 'open' and ${COLUMN.due.column} < now()`] : []

/** Whether anything is asked beside dataset and status, which the indexes answer by themselves. */
export const isNarrow = (filters: TriageFilters): boolean => {
  const { category, severity, detector, type, language, queue, overdue, search } = filters
  return [category, severity, detector, type, language, queue, overdue, search].some(
    (asked) => asked !== undefined,
  )
}

// Literals, not parameters: a plan for an unknown status or lane could not use the partial index.
export const branchWhere = ({ datasetId, status, restricted }: Branch): SQL =>
  sql`c.dataset_id = ${datasetId} and c.status = ${sql.raw(`'${status}'`)} and ${sql.raw(restricted ? 'c.restricted' : 'not c.restricted')}`

type Place = { value: SQL; id: SQL; edge: Cursor['edge'] }

/**
 * Ids of at most `limit` cases in the order of `sort` from `place` on, with their sort value as text: one index scan per
 * branch, merged. With edge `before` they come in the opposite order. (Measured at 5 M cases: 0.5 ms at any depth; the form
 * with OR takes 280 ms.)
 */
export function keysetPage(
  branches: readonly Branch[],
  where: SQL,
  sort: TriageSort,
  limit: number,
  place?: Place,
): SQL {
  const { column, direction, beyond } = walk(sort, place)
  const scans = branches.map(
    (branch) => sql`
      (select c.dataset_id, c.id, ${column} as value from review_case c
       where ${branchWhere(branch)} and ${where} and ${beyond}
       order by ${column} ${direction}, c.id ${direction} limit ${limit})`,
  )
  return merged(scans, direction, limit)
}

/**
 * A branch, what is asked of its cases, and how many are looked at in the order before those that answer to it are all found. `kinds`:
 * the same as `where`, said by the kinds of cases that answer to it, where they are few enough to go through.
 */
export type Look = { branch: Branch; where: SQL; first: number; kinds?: readonly string[] }

/**
 * The same for filters that few cases may answer to. Where the first of a branch do not fill the page, all that answer to them
 * are found and then sorted: Postgres by itself goes on in the order, since it takes filters for independent of each other. (At 1 M
 * cases: 0.3 s for two filters that exclude each other, where that took 4 s.)
 */
export function sparsePage(looks: readonly Look[], sort: TriageSort, limit: number, place?: Place): SQL {
  const { column, direction, beyond } = walk(sort, place)
  const scans = looks.map(({ branch, where, first, kinds }) => {
    if (kinds && /priority$/.test(sort))
      return firstOfKinds({ branch, kinds }, { column, direction, beyond }, limit)
    const inBranch = sql`${branchWhere(branch)} and ${beyond}`
    const found = sql`select c.dataset_id, c.id, ${column} as value from review_case c where ${inBranch} and ${where}`
    // Found before they are sorted: in their order Postgres would walk past all the others.
    if (first === 0)
      return sql`
        (with every as materialized (${found})
        select dataset_id, id, value from every order by value ${direction}, id ${direction} limit ${limit})`
    return sql`
      (with seen as materialized (
        select c.dataset_id, c.id, ${column} as value, ${where} as fits from review_case c
        where ${inBranch} order by ${column} ${direction}, c.id ${direction} limit ${first}
      ), enough as materialized (
        select count(*) < ${first} or count(*) filter (where fits) >= ${limit} as yes from seen
      ), every as materialized (${found} and (select not yes from enough))
      select dataset_id, id, value from seen where fits and (select yes from enough)
      union all select dataset_id, id, value from every
      order by value ${direction}, id ${direction} limit ${limit})`
  })
  return merged(scans, direction, limit)
}

/**
 * By priority each kind is in order by itself. Only kinds whose first case is among the `limit` first of all first cases can have a case
 * on the page: those are merged.
 */
function firstOfKinds(
  { branch, kinds }: { branch: Branch; kinds: readonly string[] },
  { column, direction, beyond }: Walk,
  limit: number,
): SQL {
  const ofKind = (kind: SQL, most: number) => sql`
    select c.dataset_id, c.id, ${column} as value from review_case c
    where ${branchWhere(branch)} and c.kind_id = ${kind} and ${beyond}
    order by ${column} ${direction}, c.id ${direction} limit ${most}`
  return sql`
    (with ahead as materialized (
      select k.id as kind from unnest(${sql.param([...kinds])}::uuid[]) as k(id) cross join lateral (${ofKind(sql`k.id`, 1)}) as top
      order by top.value ${direction}, top.id ${direction} limit ${limit}
    )
    select page.* from ahead cross join lateral (${ofKind(sql`ahead.kind`, limit)}) as page
    order by page.value ${direction}, page.id ${direction} limit ${limit})`
}

type Walk = { column: SQL; direction: SQL; beyond: SQL }

function walk(sort: TriageSort, place: Place | undefined): Walk {
  const { column, type, descending } = orderOf(sort)
  const forwards = (place?.edge ?? 'after') === 'after'
  // The indexes are `desc nulls last`; an order that does not say the same of nulls, though there are none, sorts the table.
  const direction = sql.raw(descending === forwards ? 'desc nulls last' : 'asc nulls first')
  const comparison = sql.raw(descending === forwards ? '<' : '>')
  const beyond = place
    ? sql`(${column}, c.id) ${comparison} (${place.value}::${type}, ${place.id}::uuid)`
    : sql`true`
  return { column, direction, beyond }
}

const merged = (scans: readonly SQL[], direction: SQL, limit: number): SQL => sql`
  select dataset_id, id, value::text as value from (${sql.join([...scans], sql` union all `)}) as page
  order by page.value ${direction}, id ${direction} limit ${limit}`

export const sortColumn = (sort: TriageSort): SQL => orderOf(sort).column
