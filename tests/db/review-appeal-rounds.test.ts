import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { appeal } from '@/lib/review/appeal'
import { caseView } from '@/lib/review/case-view'
import { castVote } from '@/lib/review/decide'
import { override } from '@/lib/review/override'
import { testDatabase } from '../support/database'
import { claim, flaggedItem, newMember, oneCase, reviewWorld, voteOn, type World } from './review-world'

const database = testDatabase()
let world: World
let other: Member
let digest: Buffer
beforeEach(async () => {
  world = await reviewWorld(database.db)
  other = await newMember(world.db, [
    ['reviewer', world.datasetId],
    ['lead', world.datasetId],
  ])
  digest = (await flaggedItem(world, 'a text that is decided more than once', [{}])).digest
})

const decide = async (who: Member, change: object) => {
  const found = await oneCase(world, digest)
  const input = { ...(await voteOn(world, digest, found)), ...change, supersedes: found.decisionId }
  return transact((tx) => override(tx, who, input), world.db)
}
const vote = async (who: Member) => {
  const input = await voteOn(world, digest, await oneCase(world, digest))
  return transact((tx) => castVote(tx, who, input), world.db)
}
const contest = async (who: Member) => {
  const { id: caseId, decisionId } = await oneCase(world, digest)
  const grounds = 'It is the address of a museum.'
  const input = { datasetId: world.datasetId, caseId, decisionId: decisionId ?? '', grounds }
  await transact((tx) => appeal(tx, who, input), world.db)
}
/** A later round, which answers no appeal: something else is found. */
const findMore = (type: string) => claim(world, digest, [{ type, detector: type }])

describe('whoever contests a decision', () => {
  const remove = { action: 'remove', reasonCode: 'pii.contact' }
  const refused = { code: 'forbidden', message: expect.stringMatching(/contested what was decided/) }

  it('has no part in the round that answers it, nor in any later one', async () => {
    await decide(world.lead, remove)
    await contest(world.reviewer)
    await expect(vote(world.reviewer)).rejects.toMatchObject(refused)
    for (const [i, type] of ['phone', 'name'].entries()) {
      await decide(other, { action: 'keep' })
      await findMore(type)
      expect(await oneCase(world, digest)).toMatchObject({ status: 'open', round: 3 + i })
      await expect(vote(world.reviewer)).rejects.toMatchObject(refused)
    }
    expect(await vote(world.second)).toMatchObject({ state: 'decided' })
  })

  it('has none later either when they had made the decision themselves, and so were barred from the appeal', async () => {
    await decide(world.lead, { action: 'keep' })
    await contest(world.lead)
    await expect(decide(world.lead, remove)).rejects.toMatchObject({
      ...{ code: 'forbidden', message: expect.stringMatching(/appeal against a decision you took part in/) },
    })
    await decide(other, { action: 'keep' })
    await findMore('phone')
    await expect(vote(world.lead)).rejects.toMatchObject(refused)
    await expect(decide(world.lead, remove)).rejects.toMatchObject(refused)
  })

  it('decides it directly where they are the only lead left, and not where they made the decision', async () => {
    await decide(other, { action: 'keep' })
    await contest(world.lead)
    // Who decided it is barred, and so none to leave it to.
    const third = await newMember(world.db, [['lead', world.datasetId]])
    await expect(decide(world.lead, remove)).rejects.toMatchObject(refused)
    await database.sql`update person set disabled_at = now() where id = ${third.id}`
    const { id } = await oneCase(world, digest)
    expect((await caseView(world.lead, world.slug, id)).cannotOverride).toBeUndefined()
    expect(await decide(world.lead, remove)).toMatchObject({ state: 'decided' })
    await contest(world.reviewer)
    await expect(decide(world.lead, { action: 'keep' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
