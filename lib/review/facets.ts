import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { TriageFilters } from './filters'
import { matching, ofCase } from './keyset'
import { countedWhere, KIND, tallied } from './kinds'
import type { Scope } from './scope'

/** How many cases each value has under the other filters; `total` is their sum. */
export type Facet = { counts: Map<string, number>; total: number }

const VALUE = {
  dataset: sql`c.dataset_id::text`,
  status: sql`c.status::text`,
  category: sql`c.category`,
  severity: sql`c.severity::text`,
  language: sql`c.language`,
  detector: sql`unnest(c.detectors)`,
  type: sql`unnest(c.types)`,
  queue: sql`c.queue_id::text`,
} as const satisfies Record<string, SQL>

type Dimension = keyof typeof VALUE
export type Facets = Record<Dimension, Facet>

type Row = { name: Dimension; value: string | null; cases: number }

/**
 * Each dimension is counted with its own filter left out, so that its other values say what choosing them would show. `found`: the cases
 * of the search among the filters. What is overdue is not counted itself: that would be a look at all of them each time.
 */
export async function triageFacets(
  scopes: readonly Scope[],
  filters: TriageFilters,
  found: readonly string[] | null = null,
): Promise<Facets> {
  if (filters.search !== undefined && found === null) throw new RangeError('a search without what it found')
  const conditions = conditionsOf(scopes, filters)
  const ids = (which: (scope: Scope) => boolean) =>
    sql`${sql.param(scopes.filter(which).map(({ datasetId }) => datasetId))}::uuid[]`
  const names = Object.keys(VALUE) as Dimension[]
  const groups = names.map((name) => {
    const others = names.filter((other) => other !== name).map((other) => conditions[other])
    const where = sql.join(others, sql` and `)
    return sql`
      select ${name}::text as name, ${VALUE[name]} as value, sum(c.cases)::integer as cases from c where ${where} group by 2`
  })
  const rows = await db().execute<Row>(sql`
    with c as materialized (
      select c.* from (${counted(scopes, filters, found)}) c
      where c.dataset_id = any (case when c.restricted then ${ids(({ restricted }) => restricted)} else ${ids(({ community }) => community)} end)
    )
    select name, value, cases from (${sql.join(groups, sql` union all `)}) as counted
    order by cases desc, value`)
  const facet = (name: Dimension): Facet => {
    const mine = rows.filter((row) => row.name === name)
    return {
      counts: new Map(mine.flatMap(({ value, cases }) => (value === null ? [] : [[value, cases]]))),
      total: mine.reduce((sum, { cases }) => sum + cases, 0),
    }
  }
  return {
    dataset: facet('dataset'),
    status: facet('status'),
    category: facet('category'),
    severity: facet('severity'),
    language: facet('language'),
    detector: facet('detector'),
    type: facet('type'),
    queue: facet('queue'),
  }
}

/** What is asked of each dimension by itself. */
function conditionsOf(scopes: readonly Scope[], filters: TriageFilters): Record<Dimension, SQL> {
  const { status, category, severity, language, detector, type, queue } = filters
  const inDataset = scopes.filter(({ slug }) => slug === filters.dataset).map(({ datasetId }) => datasetId)
  return {
    dataset:
      filters.dataset === undefined ? sql`true` : sql`c.dataset_id = any (${sql.param(inDataset)}::uuid[])`,
    status: status === 'all' ? sql`true` : sql`c.status = ${status}`,
    category: matching({ category }),
    severity: matching({ severity }),
    language: matching({ language }),
    detector: matching({ detector }),
    type: matching({ type }),
    queue: matching({ queue }),
  }
}

/** The cases to count, by kind. What kinds do not tell is asked of each of them: so every count is of what its link would show. */
function counted(scopes: readonly Scope[], filters: TriageFilters, found: readonly string[] | null): SQL {
  const beyondKinds = ofCase(filters)
  const datasetIds = scopes.map(({ datasetId }) => datasetId)
  if (found === null)
    return beyondKinds.length === 0 ? tallied(datasetIds) : countedWhere(datasetIds, beyondKinds)
  // What a search has found is few.
  const among = sql`c.id = any (${sql.param([...found])}::uuid[])`
  return sql`select ${KIND}, status, 1 as cases from review_case c where ${sql.join([among, ...beyondKinds], sql` and `)}`
}
