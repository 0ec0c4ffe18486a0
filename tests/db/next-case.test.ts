import { beforeAll, describe, expect, it } from 'vitest'
import { transact, type Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { paths } from '@/lib/paths'
import { caseView } from '@/lib/review/case-view'
import { decide } from '@/lib/review/decide'
import { parseQueue, type TriageSort } from '@/lib/review/filters'
import { findCases } from '@/lib/review/find-cases'
import { branchesOf } from '@/lib/review/keyset'
import { escalateByForm, reportByForm, skipByForm } from '@/lib/golden/by-form'
import { addressAfter, nextAddress } from '@/lib/golden/next-address'
import { startShift } from '@/lib/golden/shift'
import { nextCase } from '@/lib/review/next-case'
import { scopesOf } from '@/lib/review/scope'
import { servedTo } from '@/lib/review/served-to'
import { testDatabase } from '../support/database'
import { flaggedItem, newMember, oneCase, reviewWorld, voteOn, type World } from './review-world'
import { flood, newQueue, walk } from './triage-world'

const database = testDatabase()

describe('the next case', () => {
  it('follows the order of the queue and comes round to what was skipped', async () => {
    const other = await reviewWorld(database.db)
    await flood(database.admin.sql, other, 20)
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
      await flood(database.admin.sql, own, 60)
      await flood(database.admin.sql, elsewhere, 10)
      const half = await newQueue(database.admin.sql, own)
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
        await flood(database.admin.sql, many, 900)
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

    it('is looked for where some can be voted on: of a queue for leads not one case is asked', async () => {
      const many = await reviewWorld(database.db)
      await flood(database.admin.sql, many, 900)
      const forLeads = await newQueue(database.admin.sql, many)
      await database.admin.sql`update review_queue set audience = 'lead' where id = ${forLeads}`
      await database.admin
        .sql`update review_case set queue_id = ${forLeads} where dataset_id = ${many.datasetId}`
      const queue = `dataset=${many.slug}`
      expect(await nextCase(database.db, many.reviewer, { queue })).toBeNull()
      const order = (await walk(many.lead, { dataset: many.slug }, 'after')).flat()
      expect((await nextCase(database.db, many.lead, { queue }))?.caseId).toBe(order[0])
      const last = order.at(-1) ?? ''
      await database.admin.sql`update review_case set queue_id = null where id = ${last}`
      const scopes = await scopesOf(database.db, many.reviewer)
      const { also } = await servedTo(database.db, many.reviewer, scopes)
      const filters = parseQueue(queue)
      const branches = branchesOf(scopes, 'open')
      const found = await findCases(database.db, many.reviewer, { branches, filters, also }, 100)
      expect(found.map(({ id }) => id)).toEqual([last])
      expect((await nextCase(database.db, many.reviewer, { queue }))?.caseId).toBe(last)
    })

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

  it('is in a shift what is claimed next, and the queue when nothing is left, whatever was done with the case before', async () => {
    const small = await reviewWorld(database.db)
    const { datasetId, slug, reviewer } = small
    for (const text of ['one', 'two', 'three']) await flaggedItem(small, text, [{}])
    const queue = 'shift=all'
    const run = <V>(verb: (tx: Tx) => Promise<V>) => transact(verb, small.db)
    const claimed = async () => {
      const rows = await database.sql`
        select case_id from lease where dataset_id = ${datasetId} and reviewer_id = ${reviewer.id} and ended_at is null
        order by created_at desc limit 1`
      return String(rows[0]?.['case_id'])
    }
    const { caseId } = await run((tx) =>
      startShift(tx, reviewer, { datasetId, queueId: undefined, held: [] }),
    )
    const first = caseId ?? ''
    const reported = await run((tx) =>
      reportByForm(tx, reviewer, { datasetId, caseId: first, category: 'hate', note: undefined, queue }),
    )
    const address = (id: string, done: string) => paths.reviewCase(slug, id, `shift=all&done=${done}`)
    expect(await addressAfter(reported, reviewer)).toBe(address(first, 'reported'))

    const leave = { datasetId, note: undefined, queue }
    const skipped = await run((tx) => skipByForm(tx, reviewer, { ...leave, caseId: first, reason: 'unsure' }))
    const to = await addressAfter(skipped, reviewer)
    const second = await claimed()
    expect(second).not.toBe(first)
    expect(to).toBe(address(second, 'skipped'))
    const asked = await run((tx) =>
      escalateByForm(tx, reviewer, { ...leave, caseId: second, reason: 'policy' }),
    )
    const then = await addressAfter(asked, reviewer)
    const third = await claimed()
    expect([first, second]).not.toContain(third)
    expect(then).toBe(address(third, 'asked'))
    const hidden = await run((tx) =>
      escalateByForm(tx, reviewer, { ...leave, caseId: third, reason: 'ncii' }),
    )
    // The case that was opened by the report is for others.
    expect(await addressAfter(hidden, reviewer)).toBe(paths.queues(datasetId))
    expect(hidden.done).toBe('hidden')
    const maintainer = await newMember(small.db, [['maintainer', datasetId]])
    expect(await addressAfter({ ...skipped, caseId: second }, maintainer)).toBe(paths.queues(datasetId))
  })
})
