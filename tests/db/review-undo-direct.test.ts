import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { reviewCast } from '@/lib/jobs/review-cast'
import { holdDecision } from '@/lib/review/held-decision'
import { holdVote, undoVote } from '@/lib/review/held-vote'
import type { DecideInput } from '@/lib/review/input'
import { nextCase } from '@/lib/review/next-case'
import { override } from '@/lib/review/override'
import { reportItem } from '@/lib/review/report'
import { refusedVotes } from '@/lib/review/shift'
import { testDatabase } from '../support/database'
import { countsOf, newCase, timePasses } from './held-world'
import { casesOf, claim, oneCase, reviewWorld, voteOn, type World } from './review-world'

const database = testDatabase()
let world: World
beforeEach(async () => {
  world = await reviewWorld(database.db)
})

describe('a lead’s direct decision', () => {
  const decide = (vote: DecideInput, supersedes: string | null = null, who = world.lead) =>
    transact((tx) => holdDecision(tx, who, { ...vote, supersedes }), world.db)
  const carryOut = (caseId: string, who = world.lead) =>
    reviewCast({ datasetId: world.datasetId, caseId, reviewerId: who.id })
  const takeBack = (at: { datasetId: string; caseId: string }) =>
    transact((tx) => undoVote(tx, world.lead, at), world.db)
  const entries = async () => (await database.admin.sql`select count(*)::int as n from log_pending`)[0]?.['n']
  const onCase = async (id: string) => {
    const [row] = await database.sql`
      select status, stage, taken, slots, decision_id, (select count(*)::int from case_seat where case_id = c.id) as seats,
        (select count(*)::int from lease where case_id = c.id) as leases
      from review_case c where id = ${id}`
    return row
  }

  it('changes nothing of the case, and writes nothing into the log, until its ten seconds are over', async () => {
    const { id, digest, vote } = await newCase(world)
    const [before, written] = [await onCase(id), await entries()]
    expect(await decide(vote)).toEqual({ caseId: id, action: 'keep', seconds: 10 })
    await carryOut(id)
    expect(await countsOf(database, id)).toEqual({ votes: 0, decisions: 0, held: 1 })
    expect([await onCase(id), await entries()]).toEqual([before, written])
    expect((await nextCase(world.db, world.second, { queue: `dataset=${world.slug}` }))?.caseId).toBe(id)
    await timePasses(database)
    await carryOut(id)
    expect(await countsOf(database, id)).toEqual({ votes: 0, decisions: 1, held: 0 })
    expect(await oneCase(world, digest)).toMatchObject({ status: 'decided' })
    const [made] = await database.admin.sql`
      select d.kind, d.decider_id, d.note is not null as noted from decision d
      join log_pending p on p.entry_id = d.entry_id where d.case_id = ${id}`
    expect(made).toEqual({ kind: 'override', decider_id: world.lead.id, noted: true })
    await carryOut(id)
    expect(await countsOf(database, id)).toMatchObject({ decisions: 1 })
  })

  it('is taken back without a trace, of an open case and of one that was decided', async () => {
    const { id, digest, vote, at } = await newCase(world)
    const open = await onCase(id)
    await decide(vote)
    expect(await takeBack(at)).toEqual({ caseId: id })
    await timePasses(database)
    await carryOut(id)
    expect(await onCase(id)).toEqual(open)
    await decide(vote)
    await timePasses(database)
    await carryOut(id)
    const [decided, written] = [await onCase(id), await entries()]
    await expect(takeBack(at)).rejects.toMatchObject({ message: expect.stringMatching(/too late/) })
    const { decisionId } = await oneCase(world, digest)
    await decide({ ...vote, action: 'remove', reasonCode: 'other.harm' }, decisionId)
    await takeBack(at)
    await timePasses(database)
    await carryOut(id)
    expect([await onCase(id), await entries()]).toEqual([decided, written])
  })

  it('is refused at once for what would refuse it later, and to whoever is no lead', async () => {
    const { vote } = await newCase(world)
    await expect(decide({ ...vote, reasonCode: 'hate.context' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(decide(vote, null, world.reviewer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(decide({ ...vote, round: 2 })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is not made, and told to be refused, when others decided meanwhile, or something was found', async () => {
    const late = async (meanwhile: (given: Awaited<ReturnType<typeof newCase>>) => Promise<unknown>) => {
      const given = await newCase(world)
      await decide(given.vote)
      await meanwhile(given)
      const decisions = (await countsOf(database, given.id))?.['decisions']
      await timePasses(database)
      await carryOut(given.id)
      expect(await countsOf(database, given.id)).toMatchObject({ decisions, held: 1 })
      return (await refusedVotes(world.lead)).find(({ caseId }) => caseId === given.id)
    }
    expect(
      await late(async ({ id, vote }) => {
        const removes = { ...vote, action: 'remove' as const, reasonCode: 'other.harm' }
        await transact((tx) => holdVote(tx, world.reviewer, removes), world.db)
        await timePasses(database)
        await carryOut(id, world.reviewer)
      }),
    ).toMatchObject({ kind: 'decision', why: expect.stringMatching(/already decided by heron-\w+ at/) })
    expect(
      await late(({ digest }) => claim(world, digest, [{ category: 'other', type: 'odder' }])),
    ).toMatchObject({ kind: 'decision', why: expect.stringMatching(/Something new was found/) })
  })

  it('takes the place of what the same lead holds or does on the case, and is taken by it', async () => {
    const { id, digest, vote } = await newCase(world)
    await transact((tx) => holdVote(tx, world.lead, vote), world.db)
    await decide({ ...vote, action: 'remove', reasonCode: 'other.harm' })
    await timePasses(database)
    await carryOut(id)
    expect(await countsOf(database, id)).toEqual({ votes: 0, decisions: 1, held: 0 })
    const { decisionId } = await oneCase(world, digest)
    await decide(vote, decisionId)
    const change = { ...vote, note: 'on second thoughts', supersedes: decisionId }
    await transact((tx) => override(tx, world.lead, change), world.db)
    await timePasses(database)
    await carryOut(id)
    expect(await countsOf(database, id)).toEqual({ votes: 0, decisions: 2, held: 0 })
    expect(await refusedVotes(world.lead)).toEqual([])
  })

  it('holds at once where it keeps an item from everybody but safety officers, and waits to show it again', async () => {
    const { id, digest } = await newCase(world)
    const about = { datasetId: world.datasetId, caseId: id, digest: undefined, note: undefined }
    await transact((tx) => reportItem(tx, world.reviewer, { ...about, category: 'child_safety' }), world.db)
    const raised = async () => {
      const found = (await casesOf(world, digest)).find(({ category }) => category === 'child_safety')
      if (!found) throw new Error('no case was opened')
      return found
    }
    const hidden = async () =>
      (await database.sql`select item_hidden(${world.datasetId}, ${digest}) as hidden`)[0]?.['hidden']
    const say = async (action: 'keep' | 'remove', reasonCode: string) => {
      const found = await raised()
      const vote = { ...(await voteOn(world, digest, found)), action, reasonCode }
      return decide(vote, found.decisionId, world.officer)
    }
    const found = await raised()
    expect(await say('remove', 'safety.restricted')).toMatchObject({ seconds: 0 })
    expect(await countsOf(database, found.id)).toMatchObject({ decisions: 1, held: 0 })
    expect(await say('keep', 'safety.cleared')).toMatchObject({ seconds: 10 })
    expect(await hidden()).toBe(true)
    // What follows takes its place, and nothing shows the item a moment later.
    await say('remove', 'safety.restricted')
    await timePasses(database)
    await carryOut(found.id, world.officer)
    expect(await hidden()).toBe(true)
    await say('keep', 'safety.cleared')
    await timePasses(database)
    await carryOut(found.id, world.officer)
    expect(await hidden()).toBe(false)
    expect(await countsOf(database, found.id)).toMatchObject({ decisions: 3, held: 0 })
  })

  it('leaves its seat to whoever reported the item and is the only one who could decide, until it is made', async () => {
    const { id, vote, at } = await newCase(world)
    await database.sql`
      insert into case_seat (dataset_id, case_id, round, person_id, kind)
      values (${world.datasetId}, ${id}, 1, ${world.lead.id}, 'flagged')`
    const seat = async () =>
      (
        await database.sql`select kind from case_seat where case_id = ${id} and person_id = ${world.lead.id}`
      )[0]
    await decide(vote)
    expect(await seat()).toEqual({ kind: 'flagged' })
    await takeBack(at)
    expect(await seat()).toEqual({ kind: 'flagged' })
    await decide(vote)
    await timePasses(database)
    await carryOut(id)
    expect(await seat()).toEqual({ kind: 'reviewer' })
    expect(await countsOf(database, id)).toEqual({ votes: 0, decisions: 1, held: 0 })
  })
})
