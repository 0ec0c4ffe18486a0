import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import type { TriageFilters } from './filters'
import { type Branch, branchWhere, type Look, matching, ofCase } from './keyset'
import type { CaseStatus } from './status'

/** Where no more cases than this answer to the filters, all of them are found by their kinds and sorted. */
const FOUND_AT_ONCE = 5_000

/** Beyond this many looked at in their order, it is quicker to find all that answer to the filters. */
const LOOKED_AT_MOST = 20_000

/** How many times as many are looked at as would hold a page if those that answer to the filters were spread evenly. */
const UNEVEN = 4

/** So many of what no kind tells are counted, to know how thinly they are spread. */
const COUNTED_MOST = 50_000

/** So many kinds are looked into one by one, some 10 µs each. */
const KINDS_MOST = 2_000

/** What a kind is made of, as it stands on a case too. */
export const KIND = sql.raw(
  'dataset_id, restricted, category, severity, language, detectors, types, queue_id',
)

/** Cases by what the triage table filters them by, with how many there are: some thousands of rows for millions of cases. */
export const tallied = (datasetIds: readonly string[]): SQL =>
  withKinds(sql`
    select dataset_id, kind_id, status, sum(cases)::integer as cases from case_tally
    where dataset_id = any (${sql.param([...datasetIds])}::uuid[])
    group by 1, 2, 3 having sum(cases) > 0`)

/** The same of the cases that conditions hold of which no kind knows: they are counted one by one. */
export const countedWhere = (datasetIds: readonly string[], conditions: readonly SQL[]): SQL =>
  withKinds(sql`
    select c.dataset_id, c.kind_id, c.status, count(*)::integer as cases from review_case c
    where c.dataset_id = any (${sql.param([...datasetIds])}::uuid[]) and ${sql.join([...conditions], sql` and `)}
    group by 1, 2, 3`)

const withKinds = (tally: SQL): SQL => sql`
  select c.*, t.status, t.cases from (${tally}) t
  cross join lateral (
    select k.id, ${KIND} from case_kind k where k.dataset_id = t.dataset_id and k.id = t.kind_id limit 1) c`

type Row = {
  dataset_id: string
  status: CaseStatus
  restricted: boolean
  kinds: string[]
  cases: number
  of: number
}

/**
 * How the cases of each branch that answer to the filters (not to a search) are best found: by their kinds, or in the order of the page,
 * whichever is less to read. Branches in which none do are left out. `also`: what is asked of kinds beside the filters.
 */
export async function looksFor(
  on: Db,
  branches: readonly Branch[],
  filters: TriageFilters,
  limit: number,
  also: SQL = sql`true`,
): Promise<Look[]> {
  const asked = matching({ ...filters, overdue: undefined, search: undefined })
  const fits = sql`(${asked} and ${also})`
  const rows = await on.execute<Row>(sql`
    select c.dataset_id, c.status, c.restricted, array_agg(c.id) filter (where ${fits}) as kinds,
      sum(c.cases) filter (where ${fits})::integer as cases, sum(c.cases)::integer as of
    from (${tallied([...new Set(branches.map(({ datasetId }) => datasetId))])}) c
    group by 1, 2, 3 having bool_or(${fits})`)
  const beyondKinds = ofCase(filters)
  const looks = branches.flatMap((branch) => {
    const row = rows.find(
      ({ dataset_id, status, restricted }) =>
        dataset_id === branch.datasetId && status === branch.status && restricted === branch.restricted,
    )
    if (!row) return []
    const { cases, of } = row
    const where = sql`c.kind_id = any (${sql.param(row.kinds)}::uuid[])`
    const kinds = beyondKinds.length === 0 && row.kinds.length <= KINDS_MOST ? { kinds: row.kinds } : {}
    return [{ branch, where: cases === of ? sql`true` : where, cases, of, ...kinds }]
  })
  return Promise.all(
    looks.map(async ({ cases, of, ...look }) => {
      if (beyondKinds.length === 0) return { ...look, first: firstOf(limit, cases, of) }
      const where = sql.join([look.where, ...beyondKinds], sql` and `)
      return { ...look, where, first: firstOf(limit, await countUpTo(on, look.branch, where), of) }
    }),
  )
}

/** How many are looked at in their order before all that answer are found, of which there are `cases` among so many. */
function firstOf(limit: number, cases: number, of: number): number {
  const spread = Math.ceil((UNEVEN * limit * of) / Math.max(cases, 1))
  return cases <= Math.min(FOUND_AT_ONCE, spread) ? 0 : Math.min(spread, LOOKED_AT_MOST)
}

/** How many there are of what kinds do not tell is asked of the cases, and no further than it matters. */
async function countUpTo(on: Db, branch: Branch, where: SQL): Promise<number> {
  const [row] = await on.execute<{ cases: number }>(sql`
    select count(*)::integer as cases from (
      select from review_case c where ${branchWhere(branch)} and ${where} limit ${COUNTED_MOST}) as found`)
  return row?.cases ?? 0
}
