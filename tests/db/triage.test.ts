import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { caseView } from '@/lib/review/case-view'
import { decide } from '@/lib/review/decide'
import { triageFacets } from '@/lib/review/facets'
import { type Cursor, parseCursor, parseFilters, SORTS, type TriageSort } from '@/lib/review/filters'
import { branchesOf, keysetPage, sortColumn } from '@/lib/review/keyset'
import { nextAddress } from '@/lib/review/next-address'
import { nextCase } from '@/lib/review/next-case'
import { paths } from '@/lib/paths'
import { ROWS_PER_PAGE, triagePage } from '@/lib/review/queries'
import { scopesOf } from '@/lib/review/scope'
import { testDatabase } from '../support/database'
import { flaggedItem, newMember, oneCase, reviewWorld, voteOn, type World } from './review-world'

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
  await flood(world, 130)
  await flood(other, 20)
  await database.sql`analyze review_case`
})

async function flood(into: World, count: number) {
  await database.admin.sql`
    with made as (
      insert into item (dataset_id, digest) select ${into.datasetId}, sha256(convert_to(n::text, 'UTF8')) from generate_series(1, ${count}) n returning digest)
    insert into review_case (dataset_id, digest, category, severity, score, points, detectors, types, opened_at, due_at)
    select ${into.datasetId}, digest, case when get_byte(digest, 0) % 3 = 0 then 'hate' else 'pii' end, 1 + get_byte(digest, 1) % 4, 0.5,
           get_byte(digest, 2) % 7, array['email'], array['email', 'kind ' || get_byte(digest, 3) % 2],
           timestamptz '2026-11-01' + (get_byte(digest, 4) % 3) * interval '1 hour',
           now() + (get_byte(digest, 5) % 5 - 2) * interval '1 day' * nullif(get_byte(digest, 6) % 3, 0)
    from made`
}

/** One that holds every second case of the dataset. */
async function newQueue({ datasetId }: World): Promise<string> {
  const [made] = await database.admin.sql<{ id: string }[]>`
    insert into review_queue (dataset_id, ordinal, name, quorum, slots, created_by) values (${datasetId}, 1, 'Half', 1, 1, 'test')
    returning id`
  await database.admin.sql`
    update review_case set queue_id = ${made?.id ?? null} where dataset_id = ${datasetId} and get_byte(digest, 7) % 2 = 0`
  return made?.id ?? ''
}

async function walk(actor: Member, params: Record<string, string>, edge: Cursor['edge']) {
  const filters = parseFilters(params)
  const pages: string[][] = []
  let cursor: Cursor | undefined = edge === 'after' ? undefined : await bottom(actor, params)
  for (;;) {
    const page = await triagePage(actor, filters, cursor)
    pages.push(page.rows.map((row) => row.id))
    const next = edge === 'after' ? page.older : page.newer
    if (!next) return pages
    cursor = parseCursor({ [edge]: next }, filters.sort)
  }
}

/** A place beyond the last row, to walk up from. */
async function bottom(actor: Member, params: Record<string, string>): Promise<Cursor | undefined> {
  const forwards = await walk(actor, params, 'after')
  const page = await triagePage(actor, parseFilters(params), undefined)
  let older = page.older
  for (let n = 2; older && n < forwards.length; n++)
    older = (
      await triagePage(actor, parseFilters(params), parseCursor({ after: older }, parseFilters(params).sort))
    ).older
  const last = older
    ? await triagePage(actor, parseFilters(params), parseCursor({ after: older }, parseFilters(params).sort))
    : page
  const { newer } = last
  return newer ? parseCursor({ before: newer }, parseFilters(params).sort) : undefined
}

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
      await flood(own, 300)
      const queue = await newQueue(own)
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
    await flood(big, 20_000)
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
    await flood(big, 10_000)
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

describe('the next case', () => {
  it('follows the order of the queue and comes round to what was skipped', async () => {
    const queue = `dataset=${other.slug}&sort=-severity`
    const order = (await walk(other.reviewer, { dataset: other.slug, sort: '-severity' }, 'after')).flat()
    const passed = []
    let at = await nextCase(database.db, other.reviewer, { queue })
    for (const _ of order) {
      passed.push(at?.caseId)
      at = await nextCase(database.db, other.reviewer, {
        queue,
        after: { datasetId: other.datasetId, id: at?.caseId ?? '' },
      })
    }
    expect(passed).toEqual(order)
    expect(at?.caseId).toBe(order[0])
  })

  describe('of those that a reviewer can vote on', () => {
    let own: World
    let elsewhere: World
    let team: Member
    let votable: Map<string, boolean>

    /** Sixty cases of which every third is in some way not for the reviewer, and ten of a dataset that they recused themselves from. */
    beforeAll(async () => {
      own = await reviewWorld(database.db)
      elsewhere = await reviewWorld(database.db)
      team = await newMember(database.db, [
        ['reviewer', own.datasetId],
        ['reviewer', elsewhere.datasetId],
      ])
      await flood(own, 60)
      await flood(elsewhere, 10)
      const half = await newQueue(own)
      const { sql } = database.admin
      await sql`update review_case set language = case when get_byte(digest, 8) % 3 = 0 then 'de' else 'en' end where dataset_id = ${own.datasetId}`
      await sql`insert into recusal (person_id, dataset_id) values (${team.id}, ${elsewhere.datasetId})`
      await sql`insert into reviewer_preference (person_id, categories) values (${team.id}, '{pii}')
        on conflict (person_id) do update set categories = excluded.categories`
      await sql`
        update review_queue set audience = 'lead' where id = ${half}`
      await sql`
        update review_case set queue_id = null where dataset_id = ${own.datasetId} and get_byte(digest, 9) % 4 > 0`
      await sql`update review_case set slots = 2, taken = 1, reserved = 1 where dataset_id = ${own.datasetId} and get_byte(digest, 10) % 6 = 0`
      const rows = await sql<{ id: string }[]>`
        select id from review_case where dataset_id = ${own.datasetId} and category = 'pii' and taken = 0 order by digest limit 10`
      const [flagged, barred, skipped, held, voted, full, claimed] = rows.map(({ id }) => id)
      for (const [id, kind] of Object.entries({
        [`${flagged}`]: 'flagged',
        [`${barred}`]: 'barred',
        [`${skipped}`]: 'skipped',
      }))
        await sql`insert into case_seat (dataset_id, case_id, round, person_id, kind) values (${own.datasetId}, ${id}, 1, ${team.id}, ${kind})`
      await sql`
        insert into held_vote (dataset_id, case_id, round, reviewer_id, sealed, casts_at)
        values (${own.datasetId}, ${held ?? null}, 1, ${team.id}, 'x', now())`
      for (const id of [voted, claimed])
        await sql`insert into case_seat (dataset_id, case_id, round, person_id, kind) values (${own.datasetId}, ${id ?? null}, 1, ${team.id}, 'reviewer')`
      await sql`
        insert into review (dataset_id, case_id, round, reviewer_id, action, reason_code, policy_version_id, spans)
        values (${own.datasetId}, ${voted ?? null}, 1, ${team.id}, 'keep', 'pii.not', ${own.policyId}, '[]')`
      await sql`update review_case set taken = slots where id = any (${[full ?? '', claimed ?? '']})`
      await sql`
        insert into lease (dataset_id, case_id, round, slot, reviewer_id, expires_at)
        values (${own.datasetId}, ${claimed ?? null}, 1, 1, ${team.id}, now() + interval '10 minutes')`
      votable = new Map()
      for (const { slug, datasetId } of [own, elsewhere])
        for (const { id } of await sql<
          { id: string }[]
        >`select id from review_case where dataset_id = ${datasetId}`) {
          const { cannotDecide } = await caseView(team, slug, id)
          votable.set(id, cannotDecide === undefined && id !== held)
        }
    })

    it.each<[TriageSort, Record<string, string>]>([
      ['-priority', {}],
      ['-severity', {}],
      ['opened', {}],
      ['due', {}],
      ['-priority', { type: 'kind 1' }],
      ['-severity', { language: 'de', severity: '2' }],
      ['-opened', { overdue: 'yes' }],
      ['-priority', { overdue: 'yes', type: 'kind 0' }],
      ['-priority', { category: 'hate' }],
    ])('is the next of the table whose page offers a vote, by %s and %o', async (sort, chosen) => {
      const order = (await walk(team, { sort, ...chosen }, 'after')).flat()
      const queue = new URLSearchParams({ sort, ...chosen }).toString()
      expect(new Set(order.map((id) => votable.get(id))).size, 'some are and some are not').toBe(
        chosen['category'] === 'hate' ? 1 : 2,
      )
      for (const [at, id] of [...order.entries()].filter(([at]) => at % 4 === 0)) {
        const round = [...order.slice(at + 1), ...order.slice(0, at)]
        const [row] = await database.sql<
          { dataset_id: string }[]
        >`select dataset_id from review_case where id = ${id}`
        const next = await nextCase(database.db, team, {
          queue,
          after: { datasetId: row?.dataset_id ?? '', id },
        })
        expect(next?.caseId).toBe(round.find((other) => votable.get(other)))
      }
      const first = await nextCase(database.db, team, { queue })
      expect(first?.caseId).toBe(order.find((id) => votable.get(id)))
    })

    it.each<Record<string, string>>([{}, { type: 'email' }, { overdue: 'yes' }])(
      'is found behind hundreds that are not, with %o',
      async (chosen) => {
        const many = await reviewWorld(database.db)
        await flood(many, 900)
        const order = (await walk(many.reviewer, chosen, 'after')).flat()
        expect(order.length).toBeGreaterThan(250)
        const not = order.slice(0, -2)
        await database.admin.sql`
          insert into case_seat (dataset_id, case_id, round, person_id, kind)
          select ${many.datasetId}, id, 1, ${many.reviewer.id}, 'flagged' from unnest(${not}::uuid[]) id`
        const queue = new URLSearchParams(chosen).toString()
        const [last, next] = order.toReversed()
        expect((await nextCase(database.db, many.reviewer, { queue }))?.caseId).toBe(next)
        const after = { datasetId: many.datasetId, id: next ?? '' }
        expect((await nextCase(database.db, many.reviewer, { queue, after }))?.caseId).toBe(last)
        await database.admin.sql`
          insert into case_seat (dataset_id, case_id, round, person_id, kind) values (${many.datasetId}, ${last ?? ''}, 1, ${many.reviewer.id}, 'flagged')`
        expect(await nextCase(database.db, many.reviewer, { queue, after })).toBeNull()
      },
    )

    it('is for who only looks on any other', async () => {
      const maintainer = await newMember(database.db, [['maintainer', own.datasetId]])
      const order = (await walk(maintainer, {}, 'after')).flat()
      const after = { datasetId: own.datasetId, id: order[0] ?? '' }
      expect((await nextCase(database.db, maintainer, { queue: '', after }))?.caseId).toBe(order[1])
    })
  })

  it('is handed out by a decision, and is never the case just left', async () => {
    const small = await reviewWorld(database.db)
    const first = await flaggedItem(small, 'first', [{}])
    const second = await flaggedItem(small, 'second', [{}])
    const queue = `dataset=${small.slug}`
    const vote = async (digest: Buffer) => ({
      ...(await voteOn(small, digest, await oneCase(small, digest))),
      queue,
    })
    const [a, b] = [await vote(first.digest), await vote(second.digest)]
    const after = async (vote: typeof a) =>
      nextAddress(await transact((tx) => decide(tx, small.reviewer, vote), small.db), small.reviewer)
    expect(await after(a)).toBe(
      paths.reviewCase(small.slug, b.caseId, `${queue}&done=keep%3A${small.slug}%3A${a.caseId}`),
    )
    expect(await after(b)).toBe(paths.triageQueue(`${queue}&done=keep%3A${small.slug}%3A${b.caseId}`))
  })
})
