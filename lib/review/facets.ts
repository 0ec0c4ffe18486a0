import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { TriageFilters } from './filters'
import { type Branch, branchesOf, branchWhere, isNarrow, matching } from './keyset'
import type { Scope } from './scope'

/** Counting stops here: beyond it a number says only that there are many. */
export const COUNTED_AT_MOST = 10_000

/** Cases of a dataset, status and lane that are looked at for it: filters that few answer to would take a second at a million. */
export const LOOKED_AT_MOST = 100_000

/** How many cases each value has under the other filters. `capped`: there are more than were counted. */
export type Facet = { counts: Map<string, number>; total: number; capped: boolean }

const VALUE = {
  dataset: sql`c.dataset_id::text`,
  status: sql`c.status::text`,
  category: sql`c.category`,
  severity: sql`c.severity::text`,
  language: sql`c.language`,
  detector: sql`unnest(c.detectors)`,
  type: sql`unnest(c.types)`,
} as const satisfies Record<string, SQL>

type Dimension = keyof typeof VALUE
export type Facets = Record<Dimension, Facet>

/**
 * Each dimension is counted with its own filter left out, so that its other values say what choosing them would show; those without a
 * filter are counted together. `found`: the cases of the search among the filters.
 */
export async function triageFacets(
  scopes: readonly Scope[],
  filters: TriageFilters,
  found: readonly string[] | null = null,
): Promise<Facets> {
  const counted = (without: Partial<TriageFilters>, names: readonly Dimension[]) =>
    count(scopes, { ...filters, ...without }, found, names)
  const chosen: [boolean, Dimension, Partial<TriageFilters>][] = [
    [filters.dataset !== undefined, 'dataset', { dataset: undefined }],
    [filters.status !== 'all', 'status', { status: 'all' }],
    [filters.category !== undefined, 'category', { category: undefined }],
    [filters.severity !== undefined, 'severity', { severity: undefined }],
    [filters.language !== undefined, 'language', { language: undefined }],
    [filters.detector !== undefined, 'detector', { detector: undefined }],
    [filters.type !== undefined, 'type', { type: undefined }],
  ]
  const free = chosen.flatMap(([asked, name]) => (asked ? [] : [name]))
  const facets = new Map(
    (
      await Promise.all([
        counted({}, free),
        ...chosen.flatMap(([asked, name, without]) => (asked ? [counted(without, [name])] : [])),
      ])
    ).flat(),
  )
  const facet = (name: Dimension): Facet => facets.get(name) ?? { counts: new Map(), total: 0, capped: false }
  return {
    dataset: facet('dataset'),
    status: facet('status'),
    category: facet('category'),
    severity: facet('severity'),
    language: facet('language'),
    detector: facet('detector'),
    type: facet('type'),
  }
}

type Row = { name: Dimension; value: string | null; cases: number; total: number; cut: boolean }

async function count(
  scopes: readonly Scope[],
  filters: TriageFilters,
  found: readonly string[] | null,
  names: readonly Dimension[],
): Promise<[Dimension, Facet][]> {
  const inScope = scopes.filter((scope) => filters.dataset === undefined || scope.slug === filters.dataset)
  const branches = branchesOf(inScope, filters.status)
  if (branches.length === 0 || names.length === 0) return []
  // What a search has found is few, and their ids are an index.
  const bounded = isNarrow(filters) && found === null
  const scans = branches.map((branch) => scan(branch, matching(filters, found), bounded))
  const groups = names.map(
    (name) =>
      sql`select ${name}::text as name, ${VALUE[name]} as value, count(*)::int as cases from c group by 2`,
  )
  const rows = await db().execute<Row>(sql`
    with c as materialized (
      select * from (${sql.join(scans, sql` union all `)}) as matched limit ${COUNTED_AT_MOST + 1}
    ), whole as (
      select count(*)::int as total, ${bounded ? sql.join(branches.map(isLarge), sql` or `) : sql`false`} as cut from c
    )
    select g.name, g.value, coalesce(g.cases, 0) as cases, whole.total, whole.cut
    from whole left join (${sql.join(groups, sql` union all `)}) as g on true
    order by g.cases desc, g.value`)
  const { total = 0, cut = false } = rows[0] ?? {}
  const capped = total > COUNTED_AT_MOST || cut
  return names.map((name) => {
    const counts = rows.flatMap((row): [string, number][] =>
      row.name === name && row.value !== null ? [[row.value, row.cases]] : [],
    )
    return [name, { counts: new Map(counts), total: Math.min(total, COUNTED_AT_MOST), capped }]
  })
}

const columns = sql`c.dataset_id, c.status, c.category, c.severity, c.language, c.detectors, c.types`

const scan = (branch: Branch, where: SQL, bounded: boolean): SQL =>
  bounded
    ? sql`(select ${columns} from (select ${columns} from review_case c where ${branchWhere(branch)} limit ${LOOKED_AT_MOST}) c
          where ${where} limit ${COUNTED_AT_MOST + 1})`
    : sql`(select ${columns} from review_case c where ${branchWhere(branch)} and ${where} limit ${COUNTED_AT_MOST + 1})`

const isLarge = (branch: Branch): SQL =>
  sql`exists (select from review_case c where ${branchWhere(branch)} offset ${LOOKED_AT_MOST})`
