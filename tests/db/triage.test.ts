import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Member } from '@/lib/auth/actor'
import { triageFacets } from '@/lib/review/facets'
import { type Cursor, parseCursor, parseFilters, SORTS } from '@/lib/review/filters'
import { branchesOf, keysetPage, sortColumn } from '@/lib/review/keyset'
import { ROWS_PER_PAGE, triagePage } from '@/lib/review/queries'
import { scopesOf } from '@/lib/review/scope'
import { testDatabase } from '../support/database'
import { newMember, reviewWorld, type World } from './review-world'
import { flood, newQueue, walk } from './triage-world'

const database = testDatabase()
let world: World
let other: World
let everywhere: Member

/** 130 cases in one dataset, 20 in another: many of equal severity and opened at the same instant, as an import leaves them. */
beforeAll(async () => {
  world = await reviewWorld(database.db)
  other = await reviewWorld(database.db)
  everywhere = await newMember(database.db, [
    ['reviewer', world.datasetId],
    ['lead', other.datasetId],
  ])
  await flood(database.admin.sql, world, 130)
  await flood(database.admin.sql, other, 20)
  await database.sql`analyze review_case`
})

describe('the triage table', () => {
  it.each([...SORTS])('shows every case once, page by page, by %s', async (sort) => {
    const pages = await walk(everywhere, { sort }, 'after')
    expect(pages.map((page) => page.length)).toEqual([ROWS_PER_PAGE, ROWS_PER_PAGE, ROWS_PER_PAGE])
    expect(new Set(pages.flat()).size).toBe(150)
  })

  it.each([...SORTS])('shows the same pages on the way back, by %s', async (sort) => {
    const down = await walk(everywhere, { sort }, 'after')
    const up = await walk(everywhere, { sort }, 'before')
    expect(up.toReversed().flat()).toEqual(down.flat().slice(0, up.flat().length))
    expect(up.flat()).toHaveLength(2 * ROWS_PER_PAGE)
  })

  it.each([...SORTS])(
    'shows under a filter what it shows without, less what does not fit, by %s',
    async (sort) => {
      const chosen = { sort, type: 'kind 1' }
      const rows = await database.sql`select id from review_case where 'kind 1' = any (types)`
      const fits = new Set(rows.map(({ id }) => id as string))
      const all = (await walk(everywhere, { sort }, 'after')).flat()
      const down = (await walk(everywhere, chosen, 'after')).flat()
      expect(down).toEqual(all.filter((id) => fits.has(id)))
      expect(down.length).toBeGreaterThan(ROWS_PER_PAGE)
      const up = (await walk(everywhere, chosen, 'before')).toReversed().flat()
      expect(up).toEqual(down.slice(0, up.length))
      expect(up).toHaveLength(ROWS_PER_PAGE)
    },
  )

  it('is in the order it says', async () => {
    const rows = []
    let cursor: Cursor | undefined
    do {
      const page = await triagePage(everywhere, parseFilters({ sort: 'opened' }), cursor)
      rows.push(...page.rows)
      cursor = page.older ? parseCursor({ after: page.older }, 'opened') : undefined
    } while (cursor)
    const times = rows.map((row) => row.openedAt.getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(new Set(times).size).toBe(3)
  })

  it('shows nobody the cases of a dataset they are not on', async () => {
    expect((await walk(world.reviewer, {}, 'after')).flat()).toHaveLength(130)
    expect((await walk(other.reviewer, {}, 'after')).flat()).toHaveLength(20)
    expect((await walk(world.stranger, {}, 'after')).flat()).toHaveLength(0)
    expect((await walk(world.reviewer, { dataset: other.slug }, 'after')).flat()).toHaveLength(0)
  })

  it('filters, and counts what each other choice would show', async () => {
    const scopes = await scopesOf(database.db, everywhere)
    const all = await triageFacets(scopes, parseFilters({}))
    const chosen = parseFilters({ category: 'pii', severity: '2' })
    const facets = await triageFacets(scopes, chosen)
    const shown = (await walk(everywhere, { category: 'pii', severity: '2' }, 'after')).flat()
    expect(facets.severity.counts.get('2')).toBe(shown.length)
    expect(facets.category.counts.get('pii')).toBe(shown.length)
    const hate = (await walk(everywhere, { category: 'hate', severity: '2' }, 'after')).flat()
    expect(facets.category.counts.get('hate')).toBe(hate.length)
    expect(all.dataset.counts.get(world.datasetId)).toBe(130)
    expect(all.status.counts.get('decided')).toBeUndefined()
    const kinds = ['kind 0', 'kind 1'].map((kind) => all.type.counts.get(kind) ?? 0)
    expect(kinds.reduce((a, b) => a + b)).toBe(150)
  })

  it('is in the order in which cases are due, those that never are at the end', async () => {
    const rows = []
    let cursor: Cursor | undefined
    do {
      const page = await triagePage(everywhere, parseFilters({ sort: 'due' }), cursor)
      rows.push(...page.rows)
      cursor = page.older ? parseCursor({ after: page.older }, 'due') : undefined
    } while (cursor)
    const times = rows.map(({ dueAt }) => dueAt?.getTime() ?? Infinity)
    expect(times).toEqual(times.toSorted((a, b) => (a === b ? 0 : a - b)))
    expect(new Set(times.map(Number.isFinite))).toEqual(new Set([true, false]))
    expect(rows.filter(({ overdue }) => overdue)).toEqual(
      rows.filter(({ dueAt }) => dueAt !== null && dueAt < new Date()),
    )
  })

  it.each<Record<string, string>>([
    { overdue: 'yes' },
    { queue: 'chosen' },
    { overdue: 'yes', queue: 'chosen' },
  ])(
    'narrows to %o in every order, and counts exactly what each further choice would show',
    async (asked) => {
      const own = await reviewWorld(database.db)
      await flood(database.admin.sql, own, 300)
      const queue = await newQueue(database.admin.sql, own)
      const [first] = await database.sql<{ status: string }[]>`
        update review_case set status = 'decided', decided_at = now()
        where dataset_id = ${own.datasetId} and id = (select id from review_case where queue_id = ${queue} and due_at < now() limit 1)
        returning status`
      expect(first?.status).toBe('decided')
      const params: Record<string, string> = {
        status: 'all',
        ...asked,
        ...('queue' in asked ? { queue } : {}),
      }
      const wanted = await database.sql<{ id: string; category: string }[]>`
        select id, category from review_case where dataset_id = ${own.datasetId}
          and (${asked['overdue'] === undefined} or status = 'open' and due_at < now())
          and (${asked['queue'] === undefined} or queue_id = ${queue})`
      expect(wanted.length).toBeGreaterThan(20)
      for (const sort of SORTS) {
        const shown = (await walk(own.reviewer, { ...params, sort }, 'after')).flat()
        expect(shown.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted())
      }
      const scopes = await scopesOf(database.db, own.reviewer)
      for (const chosen of [params, { ...params, category: 'pii' }]) {
        const { category, status, queue: waits } = await triageFacets(scopes, parseFilters(chosen))
        const waiting = (await walk(own.reviewer, { ...chosen, queue }, 'after')).flat()
        expect(waits.counts.get(queue)).toBe(waiting.length)
        const hate = (await walk(own.reviewer, { ...params, category: 'hate' }, 'after')).flat()
        expect(category.counts.get('hate')).toBe(hate.length)
        expect(category.total).toBe(wanted.length)
        expect(status.counts.get('decided') ?? 0).toBe(
          (await walk(own.reviewer, { ...chosen, status: 'decided' }, 'after')).flat().length,
        )
      }
      const found = wanted.slice(0, 5).map(({ id }) => id)
      const others = await database.sql<{ id: string }[]>`
        select id from review_case where dataset_id = ${own.datasetId} and not id = any (${wanted.map(({ id }) => id)}) limit 5`
      const searched = parseFilters({ ...params, search: '00000000-0000-4000-8000-000000000000' })
      const facets = await triageFacets(scopes, searched, [...found, ...others.map(({ id }) => id)])
      expect(facets.category.total).toBe(found.length)
    },
  )

  it('counts all of them, however many', async () => {
    const big = await reviewWorld(database.db)
    await flood(database.admin.sql, big, 20_000)
    const facets = await triageFacets(await scopesOf(database.db, big.reviewer), parseFilters({}))
    expect(facets.category.total).toBe(20_000)
    expect([...facets.category.counts.values()].reduce((a, b) => a + b)).toBe(20_000)
  })

  it('counts in a search what it found, and refuses to count one that nobody looked up', async () => {
    const scopes = await scopesOf(database.db, everywhere)
    const search = '00000000-0000-4000-8000-000000000000'
    const found = (await walk(everywhere, { category: 'pii' }, 'after')).flat().slice(0, 7)
    const facets = await triageFacets(scopes, parseFilters({ search }), found)
    expect(facets.category.counts).toEqual(new Map([['pii', 7]]))
    await expect(triageFacets(scopes, parseFilters({ search }))).rejects.toThrow(RangeError)
  })
})

describe('a page of ten thousand cases', () => {
  it.each([...SORTS])('reads no more rows than it shows, at any depth, by %s', async (sort) => {
    const big = await reviewWorld(database.db)
    await flood(database.admin.sql, big, 10_000)
    await database.admin.sql`vacuum analyze review_case`
    const branches = branchesOf(await scopesOf(database.db, big.reviewer), 'open')
    const column = sortColumn(sort)
    const middle = sql`(select id from review_case where dataset_id = ${big.datasetId} order by priority, id offset 5000 limit 1)`
    const value = sql`(select ${column} from review_case c where dataset_id = ${big.datasetId} and id = ${middle})`
    for (const place of [undefined, { value, id: middle, edge: 'after' as const }]) {
      const page = keysetPage(branches, sql`true`, sort, ROWS_PER_PAGE + 1, place)
      const [plan] = await database.db.execute<{ 'QUERY PLAN': unknown }>(
        sql`explain (analyze, format json) ${page}`,
      )
      expect(rowsRead(plan?.['QUERY PLAN'], big.datasetId)).toBe(ROWS_PER_PAGE + 1)
    }
  })
})

/** Rows that the scan of the page itself brought up; the scalar subqueries that name a place are not part of it. */
function rowsRead(plan: unknown, datasetId: string): number {
  const [root] = z.array(z.object({ Plan: z.unknown() })).parse(plan)
  return scans(root?.Plan)
    .filter((scan) => JSON.stringify(scan).includes(datasetId))
    .reduce((most, scan) => Math.max(most, Number(scan['Actual Rows']) * Number(scan['Actual Loops'])), 0)
}

function scans(node: unknown): Record<string, unknown>[] {
  const { Plans: below = [], ...own } = z.looseObject({ Plans: z.array(z.unknown()).optional() }).parse(node)
  if (own['Subplan Name'] !== undefined) return []
  const nested = below.flatMap(scans)
  return String(own['Node Type']).endsWith('Scan') && own['Relation Name'] === 'review_case'
    ? [own, ...nested]
    : nested
}
