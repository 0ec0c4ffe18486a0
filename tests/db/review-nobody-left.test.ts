import { beforeEach, describe, expect, it } from 'vitest'
import { transact, type Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { reviewCast } from '@/lib/jobs/review-cast'
import { reviewNobodyLeft } from '@/lib/jobs/review-nobody-left'
import { disablePerson } from '@/lib/people/account'
import { dismissReviewer, grantRole, revokeRole } from '@/lib/people/grant-role'
import { claimNext } from '@/lib/review/claim'
import { castVote } from '@/lib/review/decide'
import { changeReviewSettings } from '@/lib/review/edit-settings'
import { holdSkip } from '@/lib/review/held-leave'
import { holdVote } from '@/lib/review/held-vote'
import { recuse } from '@/lib/review/preferences'
import { reviewSettingsInput } from '@/lib/review/queue-input'
import { reportItem } from '@/lib/review/report'
import { skip } from '@/lib/review/skip'
import { testDatabase } from '../support/database'
import { flaggedItem, newMember, oneCase, reviewWorld, voteOn, type World } from './review-world'

const database = testDatabase()
let world: World
beforeEach(async () => {
  world = await reviewWorld(database.db)
})

const run = <T>(work: (tx: Tx) => Promise<T>) => transact(work, world.db)

let made = 0
/** A case of two votes, with none yet, of which the lead of the dataset has left already. */
async function newCase() {
  const { digest } = await flaggedItem(world, `left alone, number ${++made}`, [
    { category: 'other', type: 'odd' },
  ])
  const { id } = await oneCase(world, digest)
  await database.sql`update review_case set quorum = 2, slots = 2 where id = ${id}`
  await database.sql`
    insert into case_seat (dataset_id, case_id, round, person_id, kind)
    values (${world.datasetId}, ${id}, 1, ${world.lead.id}, 'skipped')`
  const vote = { ...(await voteOn(world, digest, await oneCase(world, digest))), reasonCode: 'other.none' }
  return { id, digest, vote, at: { datasetId: world.datasetId, caseId: id } }
}
/** The same with the vote of one reviewer; the second is the only one left. */
async function begun() {
  const found = await newCase()
  await run((tx) => castVote(tx, world.reviewer, found.vote))
  return found
}
async function stateOf(id: string) {
  const [row] = await database.sql`select stage, slots, taken, reserved from review_case where id = ${id}`
  return row
}
const WAITS = { stage: 'review', slots: 2, taken: 1, reserved: 0 }
const ASKED = { stage: 'adjudication', slots: 2, taken: 1, reserved: 1 }

/** Does what is to be done afterwards, if anything is. */
async function settle(): Promise<number> {
  const jobs = await database.admin.sql`
    select payload from graphile_worker._private_jobs where key = ${`review.nobody-left ${world.datasetId}`}`
  for (const { payload } of jobs) await reviewNobodyLeft(payload)
  await database.admin.sql`select graphile_worker.remove_job(${`review.nobody-left ${world.datasetId}`})`
  return jobs.length
}
const emailOf = async ({ id }: Member): Promise<string> =>
  String((await database.admin.sql`select email from person where id = ${id}`)[0]?.['email'])

describe('a case in which somebody voted', () => {
  const ways: [string, () => Promise<unknown>][] = [
    [
      'has the role taken by an admin',
      async () => {
        const email = await emailOf(world.second)
        await run((tx) => revokeRole(tx, system('test'), { email, role: 'reviewer', dataset: world.slug }))
      },
    ],
    [
      'is dismissed by a lead',
      () =>
        run((tx) =>
          dismissReviewer(tx, world.lead, { personId: world.second.id, datasetId: world.datasetId }),
        ),
    ],
    [
      'has the account disabled',
      () => run((tx) => disablePerson(tx, system('test'), { personId: world.second.id })),
    ],
    ['declares an interest of their own', () => run((tx) => recuse(tx, world.second.id, world.datasetId))],
    [
      'comes to maintain the dataset, where that is ruled out',
      async () => {
        await ruleOutMaintainers()
        const email = await emailOf(world.second)
        await run((tx) => grantRole(tx, system('test'), { email, role: 'maintainer', dataset: world.slug }))
      },
    ],
    [
      'maintains the dataset when that is ruled out',
      async () => {
        const email = await emailOf(world.second)
        await run((tx) => grantRole(tx, system('test'), { email, role: 'maintainer', dataset: world.slug }))
        await settle()
        await ruleOutMaintainers()
      },
    ],
  ]
  const ruleOutMaintainers = () => {
    const input = reviewSettingsInput.parse({
      datasetId: world.datasetId,
      minAccountDays: '0',
      volunteers: 'on',
    })
    return run((tx) => changeReviewSettings(tx, world.lead, input))
  }

  it.each(ways)('goes to a lead when the last who could vote %s', async (_, leave) => {
    const { id } = await begun()
    expect(await stateOf(id)).toEqual(WAITS)
    await leave()
    expect(await settle()).toBe(1)
    expect(await stateOf(id)).toEqual(ASKED)
    const [announced] = await database.admin.sql`
      select count(*)::int as n from queue_arrival where case_id = ${id} and at > (select max(created_at) from review where case_id = ${id})`
    expect(announced?.['n']).toBeGreaterThan(0)
    const another = await newMember(world.db, [
      ['reviewer', world.datasetId],
      ['lead', world.datasetId],
    ])
    const asked = { datasetId: world.datasetId, held: [], queueId: undefined }
    expect((await run((tx) => claimNext(tx, another, asked))).caseId).toBe(id)
  })

  it('waits as long as somebody else is left: another reviewer, or a lead', async () => {
    const { id } = await begun()
    const third = await newMember(world.db, [['reviewer', world.datasetId]])
    await run((tx) => recuse(tx, world.second.id, world.datasetId))
    await settle()
    expect(await stateOf(id)).toEqual(WAITS)
    await database.sql`delete from case_seat where person_id = ${world.lead.id}`
    await run((tx) => recuse(tx, third.id, world.datasetId))
    await settle()
    expect(await stateOf(id)).toEqual(WAITS)
  })

  it('goes to a lead when the last who could vote skips it, at once or when its ten seconds are over, or reports it', async () => {
    const [first, second, third] = [await begun(), await begun(), await begun()]
    const unsure = { reason: 'unsure' as const, note: undefined }
    await run((tx) => skip(tx, world.second, { ...first.at, ...unsure }))
    expect(await stateOf(first.id)).toEqual(ASKED)

    const asked = { datasetId: world.datasetId, held: [], queueId: undefined }
    const { caseId = '' } = await run((tx) => claimNext(tx, world.second, asked))
    const claimed = [second, third].find(({ id }) => id === caseId)
    const other = [second, third].find(({ id }) => id !== caseId)
    if (!claimed || !other) throw new Error('nothing was claimed')
    await run((tx) => holdSkip(tx, world.second, { ...claimed.at, ...unsure }))
    await database.admin.sql`update held_vote set casts_at = now() - interval '1 second'`
    expect(await stateOf(claimed.id)).toMatchObject({ stage: 'review' })
    await reviewCast({ ...claimed.at, reviewerId: world.second.id })
    expect(await stateOf(claimed.id)).toEqual(ASKED)

    const row = { datasetId: world.datasetId, caseId: undefined, note: undefined, category: 'other' }
    await run((tx) => reportItem(tx, world.second, { ...row, digest: other.digest.toString('hex') }))
    expect(await stateOf(other.id)).toEqual(ASKED)
  })

  it('has the claim of who left ended, and goes to whoever is left, or to a lead', async () => {
    const { id } = await begun()
    const asked = { datasetId: world.datasetId, held: [], queueId: undefined }
    expect((await run((tx) => claimNext(tx, world.second, asked))).caseId).toBe(id)
    const third = await newMember(world.db, [['reviewer', world.datasetId]])
    await run((tx) => recuse(tx, world.second.id, world.datasetId))
    await settle()
    expect(await stateOf(id)).toEqual(WAITS)
    expect((await run((tx) => claimNext(tx, third, asked))).caseId).toBe(id)
    await run((tx) => recuse(tx, third.id, world.datasetId))
    await settle()
    expect(await stateOf(id)).toEqual(ASKED)
  })

  it('waits for a vote that is held, and goes to a lead when that is refused because its voter left', async () => {
    const { id, vote, at } = await begun()
    await run((tx) => holdVote(tx, world.second, vote))
    await run((tx) => recuse(tx, world.second.id, world.datasetId))
    await settle()
    expect(await stateOf(id)).toMatchObject({ stage: 'review', taken: 2 })
    await database.admin.sql`update held_vote set casts_at = now() - interval '1 second'`
    await reviewCast({ ...at, reviewerId: world.second.id })
    expect(await stateOf(id)).toEqual(ASKED)
  })
})

it('a case that nobody has begun waits for whoever comes, and one that a lead was asked for stays as it is', async () => {
  const [fresh, decided] = [await newCase(), await begun()]
  await run((tx) => skip(tx, world.second, { ...decided.at, reason: 'unsure', note: undefined }))
  await run((tx) => recuse(tx, world.second.id, world.datasetId))
  await run((tx) => recuse(tx, world.reviewer.id, world.datasetId))
  await settle()
  expect(await stateOf(fresh.id)).toEqual({ stage: 'review', slots: 2, taken: 0, reserved: 0 })
  expect(await stateOf(decided.id)).toEqual(ASKED)
})
