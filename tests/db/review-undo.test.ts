import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { reader } from '@/lib/i18n/reader.mjs'
import { reviewCast } from '@/lib/jobs/review-cast'
import { claimNext, releaseClaim } from '@/lib/review/claim'
import { holdEscalation, holdSkip } from '@/lib/review/held-leave'
import { holdVote, undoVote } from '@/lib/review/held-vote'
import type { DecideInput } from '@/lib/review/input'
import { nextCase } from '@/lib/review/next-case'
import { override } from '@/lib/review/override'
import { refusedVotes } from '@/lib/review/shift'
import { daySummary } from '@/lib/review/summary'
import { testDatabase } from '../support/database'
import { countsOf, newCase, timePasses } from './held-world'
import { claim, oneCase, reviewWorld, voteOn, type World } from './review-world'

const database = testDatabase()
let world: World
beforeEach(async () => {
  world = await reviewWorld(database.db)
})

const unclaimed = () => newCase(world)
async function claimed(who: Member) {
  const found = await unclaimed()
  await transact(
    (tx) => claimNext(tx, who, { datasetId: world.datasetId, held: [], queueId: undefined }),
    world.db,
  )
  return found
}
const hold = (vote: DecideInput) => transact((tx) => holdVote(tx, world.reviewer, vote), world.db)
const cast = (caseId: string) =>
  reviewCast({ datasetId: world.datasetId, caseId, reviewerId: world.reviewer.id })

describe('a vote from the queue', () => {
  it('counts for nothing until its ten seconds are over, then like every other', async () => {
    const { id, vote } = await claimed(world.reviewer)
    expect(await hold(vote)).toEqual({ caseId: id, action: 'keep', seconds: 10 })
    await cast(id)
    expect(await countsOf(database, id)).toEqual({ votes: 0, decisions: 0, held: 1 })
    await timePasses(database)
    await cast(id)
    expect(await countsOf(database, id)).toEqual({ votes: 1, decisions: 1, held: 0 })
    await cast(id)
    expect(await countsOf(database, id)).toEqual({ votes: 1, decisions: 1, held: 0 })
  })

  it('tells for how long its reviewer had the case when they voted, not when it was cast; of what was neither claimed nor uncovered, nothing', async () => {
    const claimedSince = (id: string, before: string) =>
      database.admin.sql`update lease set created_at = now() - ${before}::interval where case_id = ${id}`
    const heldMs = async ({ id, vote }: Awaited<ReturnType<typeof unclaimed>>) => {
      await hold(vote)
      await claimedSince(id, '2 hours')
      await timePasses(database)
      await cast(id)
      return (await database.sql`select held_ms from review where case_id = ${id}`)[0]?.['held_ms']
    }
    const found = await claimed(world.reviewer)
    await claimedSince(found.id, '5 minutes')
    const ms = await heldMs(found)
    expect(ms).toBeGreaterThanOrEqual(300_000)
    expect(ms).toBeLessThan(3_600_000)
    expect(await heldMs(await unclaimed())).toBeNull()
    const jobs =
      await database.sql`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'review.cast' and run_at > now() + interval '5 seconds'`
    expect(jobs[0]?.['n']).toBeGreaterThan(0)
  })

  it('is taken back without a trace, and the claim goes on', async () => {
    const { id, vote, at } = await claimed(world.reviewer)
    await hold(vote)
    expect(await transact((tx) => undoVote(tx, world.reviewer, at), world.db)).toEqual({ caseId: id })
    await timePasses(database)
    await cast(id)
    expect(await countsOf(database, id)).toEqual({ votes: 0, decisions: 0, held: 0 })
    await hold({ ...vote, reasonCode: 'other.harm', action: 'remove' })
    await timePasses(database)
    await cast(id)
    const [row] = await database.sql`select action from decision where case_id = ${id}`
    expect(row?.['action']).toBe('remove')
    await expect(transact((tx) => undoVote(tx, world.reviewer, at), world.db)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/too late/),
    })
  })

  it('keeps its slot meanwhile: nobody else gets it, nor the reviewer again, nor does leaving give it back', async () => {
    const { id, vote, at } = await claimed(world.reviewer)
    await hold(vote)
    for (const who of [world.reviewer, world.second]) {
      const next = await transact(
        (tx) => claimNext(tx, who, { datasetId: world.datasetId, held: [], queueId: undefined }),
        world.db,
      )
      expect(next.caseId).toBeNull()
    }
    expect(await transact((tx) => releaseClaim(tx, world.reviewer, at), world.db)).toEqual({
      released: false,
    })
    await timePasses(database)
    await cast(id)
    expect(await countsOf(database, id)).toMatchObject({ votes: 1 })
  })

  it('that cannot be cast any more is told to its reviewer, and nothing is recorded', async () => {
    const { id, digest, vote } = await claimed(world.reviewer)
    await hold(vote)
    await transact((tx) => override(tx, world.lead, { ...vote, supersedes: null }), world.db)
    await timePasses(database)
    await cast(id)
    const read = async () => (await refusedVotes(world.reviewer)).map(({ why }) => why)
    expect(await read()).toEqual([expect.stringMatching(/already decided by heron-\w+ at .* UTC: keep\.$/)])
    expect(await reader.run({ 'accept-language': 'de' }, read), 'in the language of its reader').toEqual([
      expect.stringMatching(
        /^Diesen Fall hat heron-\w+ bereits entschieden \(\d+\. \w+ .* UTC\): behalten\.$/,
      ),
    ])
    expect(await countsOf(database, id)).toMatchObject({ votes: 0, decisions: 1 })
    expect(digest).toHaveLength(32)
  })

  it('of an earlier round that was refused is in the way of none of the next, nor taken back in its place', async () => {
    const { id, digest, vote, at } = await claimed(world.reviewer)
    await hold(vote)
    await transact((tx) => override(tx, world.lead, { ...vote, supersedes: null }), world.db)
    await timePasses(database)
    await cast(id)
    expect(await refusedVotes(world.reviewer)).toHaveLength(1)
    await expect(transact((tx) => undoVote(tx, world.reviewer, at), world.db)).rejects.toMatchObject({
      message: expect.stringMatching(/too late/),
    })
    // Something else was found in it.
    await claim(world, digest, [{ category: 'other', type: 'odder' }])
    const again = await oneCase(world, digest)
    expect(again).toMatchObject({ status: 'open', round: 2 })
    await hold({ ...(await voteOn(world, digest, again)), reasonCode: 'other.none' })
    expect(await refusedVotes(world.reviewer)).toEqual([])
    await timePasses(database)
    await cast(id)
    expect(await countsOf(database, id)).toEqual({ votes: 1, decisions: 2, held: 0 })
  })

  it('of an earlier round that was refused does not keep the case from coming first again', async () => {
    const { id, digest, vote } = await claimed(world.reviewer)
    await hold(vote)
    await transact((tx) => override(tx, world.lead, { ...vote, supersedes: null }), world.db)
    await timePasses(database)
    await cast(id)
    await claim(world, digest, [{ category: 'other', type: 'odder' }])
    const asked = { datasetId: world.datasetId, held: [], queueId: undefined }
    const next = async () => (await transact((tx) => claimNext(tx, world.reviewer, asked), world.db)).caseId
    expect(await next()).toBe(id)
    expect(await refusedVotes(world.reviewer)).toHaveLength(1)
    await unclaimed()
    expect(await next(), 'what the screen has forgotten, and not another one').toBe(id)
  })

  it('is refused at once for what would refuse it later', async () => {
    const { vote } = await claimed(world.reviewer)
    await expect(hold({ ...vote, reasonCode: 'hate.context' })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('can be taken back too when it was given from the table, and is not offered again meanwhile', async () => {
    const { id, vote, at } = await unclaimed()
    const queue = `dataset=${world.slug}`
    expect((await nextCase(world.db, world.reviewer, { queue }))?.caseId).toBe(id)
    await hold(vote)
    expect(await nextCase(world.db, world.reviewer, { queue })).toBeNull()
    expect(await nextCase(world.db, world.second, { queue }), 'its one slot is taken').toBeNull()
    await transact((tx) => undoVote(tx, world.reviewer, at), world.db)
    expect((await nextCase(world.db, world.reviewer, { queue }))?.caseId).toBe(id)
    // The page of a case that was opened from the table holds no claim.
    expect(await transact((tx) => releaseClaim(tx, world.reviewer, at), world.db)).toEqual({ released: true })
    expect((await nextCase(world.db, world.second, { queue }))?.caseId).toBe(id)
    await timePasses(database)
    await cast(id)
    expect(await countsOf(database, id)).toEqual({ votes: 0, decisions: 0, held: 0 })
    await hold(vote)
    await timePasses(database)
    await cast(id)
    expect(await countsOf(database, id)).toEqual({ votes: 1, decisions: 1, held: 0 })
  })

  it('holds what was written under the key of the item', async () => {
    const { id, vote } = await claimed(world.reviewer)
    await hold(vote)
    const [row] = await database.sql`select sealed from held_vote where case_id = ${id}`
    expect(row?.['sealed'].toString('latin1')).not.toContain('elsewhere')
  })
})

describe('a skip or a question to a lead', () => {
  const leave = {
    skip: (at: { datasetId: string; caseId: string }) =>
      transact(
        (tx) => holdSkip(tx, world.reviewer, { ...at, reason: 'unsure', note: 'in a dialect' }),
        world.db,
      ),
    escalation: (at: { datasetId: string; caseId: string }, reason: 'policy' | 'ncii' = 'policy') =>
      transact((tx) => holdEscalation(tx, world.reviewer, { ...at, reason, note: 'no rule fits' }), world.db),
  }
  const left = async (id: string) => {
    const [row] = await database.sql`
      select stage, restricted, (select count(*)::int from case_note where case_id = c.id) as notes,
        (select kind from case_seat where case_id = c.id and person_id = ${world.reviewer.id}) as seat,
        (select outcome from lease where case_id = c.id and reviewer_id = ${world.reviewer.id}) as lease
      from review_case c where id = ${id}`
    return row
  }
  const next = async (who: Member) =>
    (
      await transact(
        (tx) => claimNext(tx, who, { datasetId: world.datasetId, held: [], queueId: undefined }),
        world.db,
      )
    ).caseId
  const AS_IT_WAS = { stage: 'review', restricted: false, notes: 0, seat: 'reviewer', lease: null }
  const KINDS = [
    ['skip', { stage: 'review', lease: 'skipped' }],
    ['escalation', { stage: 'escalation', lease: 'escalated' }],
  ] as const

  it.each(KINDS)('leaves the case when its ten seconds are over, and not before: %s', async (kind, after) => {
    const { id, at } = await claimed(world.reviewer)
    expect(await leave[kind](at)).toMatchObject({ dataset: world.slug, caseId: id, seconds: 10 })
    await cast(id)
    expect(await left(id)).toEqual(AS_IT_WAS)
    expect([await next(world.reviewer), await next(world.second)]).toEqual([null, null])
    expect(await daySummary(world.reviewer)).toMatchObject({
      ...{ total: 0, skipped: kind === 'skip' ? 1 : 0, escalated: kind === 'escalation' ? 1 : 0 },
    })
    await timePasses(database)
    await cast(id)
    expect(await left(id)).toEqual({ ...AS_IT_WAS, ...after, notes: 1, seat: 'skipped' })
    expect(await next(world.reviewer)).toBeNull()
    expect(await next(kind === 'skip' ? world.second : world.lead)).toBe(id)
  })

  it.each(KINDS)('is taken back without a trace, and its reviewer votes after all: %s', async (kind) => {
    const { id, vote, at } = await claimed(world.reviewer)
    await leave[kind](at)
    await transact((tx) => undoVote(tx, world.reviewer, at), world.db)
    await timePasses(database)
    await cast(id)
    expect(await left(id)).toEqual(AS_IT_WAS)
    await hold(vote)
    await timePasses(database)
    await cast(id)
    expect(await countsOf(database, id)).toEqual({ votes: 1, decisions: 1, held: 0 })
    await expect(transact((tx) => undoVote(tx, world.reviewer, at), world.db)).rejects.toMatchObject({
      message: expect.stringMatching(/too late/),
    })
  })

  it('takes the place of a vote that is still held, and a vote takes its place', async () => {
    const { id, vote, at } = await claimed(world.reviewer)
    await hold(vote)
    await leave.skip(at)
    await hold({ ...vote, action: 'remove', reasonCode: 'other.harm' })
    await leave.skip(at)
    await timePasses(database)
    await cast(id)
    expect(await countsOf(database, id)).toEqual({ votes: 0, decisions: 0, held: 0 })
    expect(await left(id)).toMatchObject({ lease: 'skipped', notes: 1 })
  })

  it('waits for nothing where nobody should see the item, nor where there is no claim to go back to', async () => {
    const hidden = await claimed(world.reviewer)
    expect(await leave.escalation(hidden.at, 'ncii')).toMatchObject({ seconds: 0 })
    expect(await left(hidden.id)).toMatchObject({ restricted: true, lease: 'escalated' })
    const opened = await unclaimed()
    expect(await leave.skip(opened.at)).toMatchObject({ seconds: 0 })
    expect(await left(opened.id)).toMatchObject({ seat: 'skipped', notes: 1 })
  })

  it('of a case that was decided meanwhile is forgotten, and told where a question was asked', async () => {
    const told = async (kind: 'skip' | 'escalation') => {
      const { id, vote, at } = await claimed(world.reviewer)
      await leave[kind](at)
      await transact((tx) => override(tx, world.lead, { ...vote, supersedes: null }), world.db)
      await timePasses(database)
      await cast(id)
      expect(await left(id)).toMatchObject({ notes: 0 })
      return refusedVotes(world.reviewer)
    }
    expect(await told('skip')).toEqual([])
    expect(await told('escalation')).toMatchObject([
      { kind: 'escalation', why: expect.stringMatching(/decided/) },
    ])
  })
})
