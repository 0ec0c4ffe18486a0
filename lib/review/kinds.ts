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

/** So many kinds are looked into one by one, some 10 µs each. */
const KINDS_MOST = 2_000

/** What a kind is made of, as it stands on a case too. */
export const KIND = sql.raw('dataset_id, restricted, category, severity, language, detectors, types')

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
  const asked = matching({ ...filters, queue: undefined, overdue: undefined, search: undefined })
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
    const spread = Math.ceil((UNEVEN * limit * row.of) / row.cases)
    const first = row.cases <= Math.min(FOUND_AT_ONCE, spread) ? 0 : Math.min(spread, LOOKED_AT_MOST)
    const where = sql`c.kind_id = any (${sql.param(row.kinds)}::uuid[])`
    if (beyondKinds.length > 0) return [{ branch, where: row.cases === row.of ? sql`true` : where, first }]
    return [{ branch, where, first, ...(row.kinds.length <= KINDS_MOST ? { kinds: row.kinds } : {}) }]
  })
  return beyondKinds.length === 0
    ? looks
    : Promise.all(
        looks.map((look) => lookBeyond(on, look, sql.join([look.where, ...beyondKinds], sql` and `))),
      )
}

/** How many there are of what kinds do not tell is asked of the cases, and no further than it matters. */
async function lookBeyond(on: Db, { branch }: Look, where: SQL): Promise<Look> {
  const [row] = await on.execute<{ few: boolean }>(sql`
    select count(*) <= ${FOUND_AT_ONCE} as few from (
      select from review_case c where ${branchWhere(branch)} and ${where} limit ${FOUND_AT_ONCE + 1}) as found`)
  return { branch, where, first: row?.few ? 0 : LOOKED_AT_MOST }
}
