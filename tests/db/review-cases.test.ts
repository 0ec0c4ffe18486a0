import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { attachTakedown } from '@/lib/review/attach-takedown'
import { decide } from '@/lib/review/decide'
import { openCases } from '@/lib/review/open-cases'
import { raiseFlags } from '@/lib/flags/raise-flags'
import { parseEntry } from '@/lib/log/entries'
import { testDatabase } from '../support/database'
import {
  casesOf,
  claim,
  emailClaim,
  flaggedItem,
  oneCase,
  reviewWorld,
  voteOn,
  type World,
} from './review-world'

const database = testDatabase()
let world: World
beforeAll(async () => {
  world = await reviewWorld(database.db)
})

const TEXT = 'Write to bob@example.org or bob@example.net, you fool.'
let made = 0
const freshText = () => `${TEXT} ${++made}`

describe('opening cases', () => {
  it('makes one case per item and category from all its flags', async () => {
    const { cases, counts } = await flaggedItem(world, freshText(), [
      { score: 0.5, severity: 2 },
      { type: 'phone', detector: 'phone', score: 0.98, severity: 1 },
      { category: 'hate', type: 'slur', detector: 'lexicon', severity: 3, score: 1 },
    ])
    expect(counts).toMatchObject({ opened: 2, reopened: 0, carried: 0 })
    expect(cases.map((found) => found.category)).toEqual(['hate', 'pii'])
    // Severity 2 × 20 × 0.98 × 0.75 for detectors nobody knows yet, and 4 × 0.75 for the second flag, in hundredths.
    expect(cases[1]).toMatchObject({
      severity: 2,
      score: 0.98,
      flagCount: 2,
      detectors: ['email', 'phone'],
      types: ['email', 'phone'],
      points: 3240,
      status: 'open',
    })
  })

  it('refreshes an open case when a detector finds more, and opens no second one', async () => {
    const { digest } = await flaggedItem(world, freshText(), [{}])
    expect(await claim(world, digest, [{ type: 'phone', severity: 3 }])).toMatchObject({
      opened: 0,
      reopened: 0,
      carried: 0,
    })
    expect(await oneCase(world, digest)).toMatchObject({ flagCount: 2, severity: 3, round: 1 })
  })

  it('opens one case when two imports bring the same item at the same time', async () => {
    const { digest } = await flaggedItem(world, freshText(), [])
    await Promise.all([
      claim(world, digest, [{}]),
      claim(world, digest, [{ type: 'phone', detector: 'phone' }]),
    ])
    expect(await oneCase(world, digest)).toMatchObject({ flagCount: 2, types: ['email', 'phone'] })
  })

  it('takes thousands of items in one go', async () => {
    const texts = Array.from({ length: 3000 }, () => freshText())
    const digests = await Promise.all(
      texts.slice(0, 5).map(async (text) => (await flaggedItem(world, text, [])).digest),
    )
    const all = [...digests, ...Array.from({ length: 2995 }, (_, n) => Buffer.alloc(32, n % 251))]
    const counts = await transact(async (tx) => {
      await raiseFlags(
        tx,
        world.datasetId,
        digests.map((digest) => ({
          digest,
          source: 'detector',
          detector: 'e',
          category: 'pii',
          type: 'email',
          score: 1,
          severity: 2,
          spans: [],
        })),
      )
      return openCases(tx, world.datasetId, all)
    }, world.db)
    expect(counts.opened).toBe(5)
  })
})

describe('a keep in force', () => {
  async function kept() {
    const text = freshText()
    const { digest } = await flaggedItem(world, text, [emailClaim(text, 'bob@example.org')])
    const vote = await voteOn(world, digest, await oneCase(world, digest))
    await transact((tx) => decide(tx, world.reviewer, vote), world.db)
    return { digest, text }
  }

  it('answers the findings it saw: the same again, from another detector, carries over', async () => {
    const { digest, text } = await kept()
    expect(await claim(world, digest, [emailClaim(text, 'bob@example.org')])).toMatchObject({
      opened: 0,
      reopened: 0,
      carried: 1,
    })
    expect(
      await claim(world, digest, [{ ...emailClaim(text, 'bob@example.org'), detector: 'other-email' }]),
    ).toMatchObject({ opened: 0, reopened: 0, carried: 1 })
    expect(await oneCase(world, digest)).toMatchObject({ status: 'decided', round: 1 })
  })

  it('does not answer a new kind of finding: the case opens again and the decision holds meanwhile', async () => {
    const { digest, text } = await kept()
    const before = await oneCase(world, digest)
    expect(await claim(world, digest, [{ ...emailClaim(text, 'fool'), type: 'name' }])).toMatchObject({
      opened: 0,
      reopened: 1,
      carried: 0,
    })
    expect(await oneCase(world, digest)).toMatchObject({
      status: 'open',
      round: 2,
      decisionId: before.decisionId,
      id: before.id,
    })
  })

  it('leaves no time that has passed to the round that follows: a case that opens again is due anew', async () => {
    const { digest, text } = await kept()
    const { id } = await oneCase(world, digest)
    const due = async () => {
      const [row] = await database.sql<{ due: number | null }[]>`
        select round(extract(epoch from due_at - now()) / 3600)::int as due from review_case where id = ${id}`
      return row?.due
    }
    await database.admin.sql`update review_queue set due_hours = 48 where dataset_id = ${world.datasetId}`
    await database.admin.sql`update review_case set due_at = now() - interval '30 days' where id = ${id}`
    await claim(world, digest, [{ ...emailClaim(text, 'fool'), type: 'name' }])
    expect(await due()).toBe(48)
  })

  it('gives a case that new flags take to another queue the due time of that one, unless somebody began it or a law’s clock runs', async () => {
    const hours = async (id: string) => {
      const [row] = await database.sql<{ due: number | null }[]>`
        select round(extract(epoch from due_at - opened_at) / 3600)::int as due from review_case where id = ${id}`
      return row?.due
    }
    await database.admin.sql`
      insert into review_queue (dataset_id, ordinal, name, quorum, slots, due_hours, detectors, created_by)
      values (${world.datasetId}, -1, 'Certain', 1, 1, 6, '{certain}', 'test')`
    const certain = { detector: 'certain', type: 'name' }
    const [untouched, begun, asked] = [
      await flaggedItem(world, freshText(), [{}]),
      await flaggedItem(world, freshText(), [{}]),
      await flaggedItem(world, freshText(), [{}]),
    ].map(({ digest, cases: [found] }) => ({ digest, id: found?.id ?? '' }))
    if (!untouched || !begun || !asked) throw new Error('no cases')
    const before = await hours(untouched.id)
    await database.admin.sql`update review_case set taken = 1 where id = ${begun.id}`
    const dueAt = new Date(Date.now() + 30 * 86_400_000)
    await transact(
      (tx) => attachTakedown(tx, { datasetId: world.datasetId, caseId: asked.id, dueAt }),
      world.db,
    )
    const lawful = await hours(asked.id)
    for (const { digest } of [untouched, begun, asked]) await claim(world, digest, [certain])
    expect(await hours(untouched.id)).toBe(6)
    expect(before).not.toBe(6)
    expect(await hours(begun.id)).toBe(before)
    expect(await hours(asked.id)).toBe(lawful)
    await database.admin.sql`
      update review_queue set retired_at = now() where dataset_id = ${world.datasetId} and name = 'Certain'`
  })

  it('does not answer the same type at another place', async () => {
    const { digest, text } = await kept()
    expect(
      (await claim(world, digest, [{ ...emailClaim(text, 'bob@example.net'), detector: 'better-email' }]))
        .reopened,
    ).toBe(1)
  })

  it('lets a reviewer decide the new round, superseding the keep', async () => {
    const { digest, text } = await kept()
    const before = await oneCase(world, digest)
    await claim(world, digest, [{ ...emailClaim(text, 'fool'), type: 'name' }])
    const found = await oneCase(world, digest)
    const stale = { ...(await voteOn(world, digest, found)), round: 1 }
    await expect(transact((tx) => decide(tx, world.reviewer, stale), world.db)).rejects.toMatchObject({
      code: 'conflict',
    })
    await transact(async (tx) => decide(tx, world.reviewer, await voteOn(world, digest, found)), world.db)
    const [row] =
      await database.sql`select supersedes from decision where digest = ${digest} order by created_at desc limit 1`
    expect(row?.['supersedes']).toBe(before.decisionId)
  })

  it('does not answer a person: a takedown request reopens the case and puts it first', async () => {
    const { digest } = await kept()
    const found = await oneCase(world, digest)
    const dueAt = new Date(Date.now() + 3_600_000)
    await database.admin
      .sql`update review_case set due_at = now() - interval '30 days' where id = ${found.id}`
    const attached = await transact(
      (tx) => attachTakedown(tx, { datasetId: world.datasetId, caseId: found.id, dueAt }),
      world.db,
    )
    expect(attached).toMatchObject({ reopened: true, status: 'open', action: 'keep' })
    const after = await oneCase(world, digest)
    expect(after.points).toBe(found.points + 10_000)
    expect(after.priority).toBeGreaterThan(found.priority + 9_999)
    expect(after.round).toBe(2)
    const [row] = await database.sql<
      { due: string }[]
    >`select due_at as due from review_case where id = ${found.id}`
    expect(new Date(row?.due ?? 0), 'as the request is').toEqual(dueAt)
  })
})

describe('a removal in force', () => {
  it('answers everything, a new finding and a new request alike', async () => {
    const { digest } = await flaggedItem(world, freshText(), [{}])
    const found = await oneCase(world, digest)
    const vote = await voteOn(world, digest, found)
    await transact(
      (tx) => decide(tx, world.reviewer, { ...vote, action: 'remove', reasonCode: 'pii.profile' }),
      world.db,
    )
    expect((await claim(world, digest, [{ type: 'phone' }])).carried).toBe(1)
    const attached = await transact(
      (tx) => attachTakedown(tx, { datasetId: world.datasetId, caseId: found.id, dueAt: null }),
      world.db,
    )
    expect(attached).toMatchObject({ reopened: false, status: 'decided', action: 'remove' })
  })
})

describe('a restricted flag', () => {
  async function restrictedItem() {
    const { digest } = await flaggedItem(world, freshText(), [{}])
    await claim(world, digest, [
      { category: 'child_safety', type: 'report', detector: 'report', severity: 4 },
    ])
    const cases = await casesOf(world, digest)
    return {
      digest,
      cases,
      safety: cases.find((found) => found.category === 'child_safety'),
      pii: cases.find((found) => found.category === 'pii'),
    }
  }

  it('hides every case of its item from the community, an older one too', async () => {
    const { digest, pii } = await restrictedItem()
    expect((await casesOf(world, digest)).map((found) => found.restricted)).toEqual([true, true])
    if (!pii) throw new Error('no case')
    const vote = await voteOn(world, digest, pii)
    for (const member of [world.reviewer, world.lead]) {
      await expect(transact((tx) => decide(tx, member, vote), world.db)).rejects.toMatchObject({
        code: 'not_found',
      })
    }
  })

  it('is decided by a safety officer, and logged as a sealed entry that names neither dataset nor hour', async () => {
    const { digest, safety } = await restrictedItem()
    if (!safety) throw new Error('no case')
    const vote = {
      ...(await voteOn(world, digest, safety)),
      action: 'remove' as const,
      reasonCode: 'safety.restricted',
    }
    const view = await transact((tx) => decide(tx, world.officer, vote), world.db)
    const [row] =
      await database.sql`select body from log_pending p join decision d using (entry_id) where d.id = ${view.decisionId}`
    const entry = parseEntry(row?.['body'])
    expect(Object.keys(entry).sort()).toEqual(['at', 'c', 'id', 't', 'v'])
    expect(entry).toMatchObject({ t: 'sealed', at: expect.stringMatching(/T00:00:00Z$/) })
    expect((await casesOf(world, digest)).every((found) => found.restricted)).toBe(true)
  })

  it('gives the other cases back when a safety officer clears it, and takes them again when it is reported anew', async () => {
    const { digest, safety } = await restrictedItem()
    if (!safety) throw new Error('no case')
    const vote = {
      ...(await voteOn(world, digest, safety)),
      action: 'keep' as const,
      reasonCode: 'safety.cleared',
    }
    await transact((tx) => decide(tx, world.officer, vote), world.db)
    expect((await casesOf(world, digest)).map(({ category, restricted }) => [category, restricted])).toEqual([
      ['child_safety', true],
      ['pii', false],
    ])
    await claim(world, digest, [
      { category: 'child_safety', type: 'report', detector: 'report', severity: 4 },
    ])
    expect((await casesOf(world, digest)).find((found) => found.category === 'pii')?.restricted).toBe(false)
    await claim(world, digest, [
      { category: 'child_safety', type: 'second report', detector: 'report', severity: 4 },
    ])
    expect((await casesOf(world, digest)).every((found) => found.restricted)).toBe(true)
  })
})
