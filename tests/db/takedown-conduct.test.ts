import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { authorRecords, leaveOutAuthor, warnAuthor } from '@/lib/other-side/authors'
import { conductOf } from '@/lib/other-side/conduct'
import { contestSuspension, letThrough } from '@/lib/other-side/suspension'
import { AUTHOR_POLICY, SENDER_POLICY } from '@/lib/other-side/numbers'
import { answerSender, findSender, suspendSender, warnSender } from '@/lib/other-side/senders'
import { forgetStrikes } from '@/lib/other-side/strikes'
import { testDatabase } from '@/tests/support/database'
import { COPYRIGHT, followed, type Followed, takeBack } from './other-side-world'
import { statusOf } from './takedown-facts'
import { newMember } from './review-world'
import {
  as,
  askFor,
  lastLetter,
  letters,
  PRIVACY,
  requestOf,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
const LINES = Array.from({ length: 6 }, (_, i) => `Line ${i} of a poem about gates and trees.`)
let world: TakedownWorld
let second: Member

beforeEach(async () => {
  world = await takedownWorld(
    database.db,
    LINES.map((text, i) => ({ id: `p${i}`, text, author: 'Poet' })),
  )
  second = await newMember(world.db, [['lead', world.datasetId]])
})

const about = (i: number, fields: Record<string, string> = {}, action: 'remove' | 'keep' = 'remove') =>
  followed(database, world, { ...COPYRIGHT, targets: `"${LINES[i]}"`, ...fields }, [
    [action, action === 'remove' ? 'copyright.owner' : 'copyright.permitted'],
  ])

describe('an author with upheld requests against them', () => {
  const strikesOf = async (request: Followed) =>
    (await authorRecords(world.db, world.datasetId, { requestId: request.id }))[0]

  it('is warned first, has time, and is left out by a lead only when it goes on', async () => {
    const [one, , third] = [await about(0), await about(1), await about(2)]
    const found = await strikesOf(one)
    expect(found).toMatchObject({ strikes: 3, mayWarn: true, mayLeaveOut: false, warnedAt: null })
    const author = found?.author ?? ''
    const leaveOut = { datasetId: world.datasetId, author, reasonCode: 'copyright.owner' }
    await expect(as(world, leaveOutAuthor, world.lead, leaveOut)).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      as(world, warnAuthor, world.reviewer, { datasetId: world.datasetId, author }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
    await as(world, warnAuthor, world.lead, { datasetId: world.datasetId, author })
    expect((await lastLetter(database, 'author-warning')).text).toContain(one.reference)
    await expect(as(world, leaveOutAuthor, world.lead, leaveOut), 'no time given yet').rejects.toMatchObject({
      code: 'conflict',
    })
    await database.admin.sql`
      update author_measure set created_at = now() - make_interval(days => ${AUTHOR_POLICY.warnedDays + 1})`

    await takeBack(world, third, 'whole')
    expect(await strikesOf(one), 'a retraction rescinds its strike').toMatchObject({
      strikes: 2,
      mayLeaveOut: false,
    })
    await about(3)
    await as(world, leaveOutAuthor, world.lead, leaveOut)
    const rules = await database.admin.sql`
      select kind from suppression_rule where dataset_id = ${world.datasetId} and ended_at is null`
    expect(rules).toEqual([{ kind: 'author' }])
    expect(await strikesOf(one)).toMatchObject({ isLeftOut: true, mayLeaveOut: false })
  })

  it('is forgotten when the strikes have expired', async () => {
    const one = await about(0)
    await database.admin.sql`update author_strike set expires_at = now() - interval '1 day'`
    await transact((tx) => forgetStrikes(tx, world.datasetId), world.db)
    expect(await strikesOf(one)).toBeUndefined()
    expect(
      await database.admin
        .sql`select 1 from author_strike where author_hmac is not null and dataset_id = ${world.datasetId}`,
    ).toHaveLength(0)
  })
})

describe('a sender of unfounded requests', () => {
  let email: string
  beforeEach(() => {
    email = `zealous-${world.slug}@people.example`
  })
  const findAll = async (from: number, to: number) => {
    const found: Followed[] = []
    for (let i = from; i < to; i++) {
      const request = await about(i, { email }, 'keep')
      await as(world, findSender, world.lead, { requestId: request.id, finding: 'unfounded' })
      found.push(request)
    }
    return found
  }
  const suspended = async () => {
    const first = await findAll(0, SENDER_POLICY.warnFrom)
    const requestId = first[0]?.id ?? ''
    await expect(
      as(world, suspendSender, world.lead, { requestId, days: 30 }),
      'never without a warning',
    ).rejects.toMatchObject({ code: 'conflict' })
    await as(world, warnSender, world.lead, { requestId })
    await database.admin.sql`delete from rate_limit`
    const more = await findAll(SENDER_POLICY.warnFrom, SENDER_POLICY.warnFrom + SENDER_POLICY.suspendFrom)
    const last = more.at(-1)
    if (!last) throw new Error('no request')
    await as(world, suspendSender, world.lead, { requestId: last.id, days: 30 })
    return last
  }

  it('is warned first and then held for a time: what they send waits for a lead, and is not refused', async () => {
    const last = await suspended()
    const sent = (await letters(database)).map(({ template }) => template)
    expect(sent.filter((template) => template.startsWith('sender-'))).toEqual([
      'sender-warned',
      'sender-suspended',
    ])

    await database.admin.sql`delete from rate_limit`
    const tracking = await askFor(database, world, { ...COPYRIGHT, targets: `"${LINES[5]}"`, email })
    const held = await requestOf(database, world)
    expect(held.status, 'accepted, and not looked for yet').toBe('received')
    await as(world, letThrough, second, { requestId: held.id })
    await askFor(database, world, { ...PRIVACY, targets: `"${LINES[4]}"`, email: 'other@people.example' })
    expect(await statusOf(database, held.id)).toBe('under_review')

    await transact(
      (tx) =>
        contestSuspension(tx, visitor, { token: tracking, grounds: 'Each of them was meant seriously.' }),
      world.db,
    )
    await expect(
      as(world, answerSender, world.lead, { requestId: last.id, answer: 'upheld' }),
      'by who decided it',
    ).rejects.toMatchObject({ code: 'forbidden' })
    await as(world, answerSender, second, { requestId: last.id, answer: 'lifted' })
    expect((await conductOf(world.db, held.id))?.suspended).toMatchObject({
      inForce: false,
      answered: 'lifted',
    })
    expect((await lastLetter(database, 'sender-answered')).text).toContain('wrong to hold')
  })

  it('who is a lead has none of that decided, lifted or let through by themselves', async () => {
    const self = await newMember(world.db, [['lead', world.datasetId]])
    const [row] = await database.admin.sql<{ email: string }[]>`
      select email from person where id = ${self.id}`
    email = row?.email ?? ''
    const last = await suspended()
    const requestId = last.id
    const theirs = { code: 'forbidden', message: expect.stringMatching(/address of this request is yours/) }
    for (const measure of [
      () => as(world, findSender, self, { requestId, finding: 'not_unfounded' }),
      () => as(world, warnSender, self, { requestId }),
      () => as(world, suspendSender, self, { requestId, days: 1 }),
    ])
      await expect(measure()).rejects.toMatchObject(theirs)
    await database.admin.sql`delete from rate_limit`
    const token = await askFor(database, world, { ...COPYRIGHT, targets: `"${LINES[5]}"`, email })
    const held = await requestOf(database, world)
    await expect(as(world, letThrough, self, { requestId: held.id })).rejects.toMatchObject(theirs)
    const grounds = 'Each of them was meant seriously.'
    await transact((tx) => contestSuspension(tx, visitor, { token, grounds }), world.db)
    await expect(as(world, answerSender, self, { requestId, answer: 'lifted' })).rejects.toMatchObject(theirs)
    expect(await statusOf(database, held.id)).toBe('received')
    expect((await conductOf(world.db, held.id))?.suspended).toMatchObject({ inForce: true, answered: null })
  })

  it('is never held with a request about their own data', async () => {
    await suspended()
    await database.admin.sql`delete from rate_limit`
    await askFor(database, world, { ...PRIVACY, targets: `"${LINES[5]}"`, email })
    const privacy = await requestOf(database, world)
    expect(privacy.status).toBe('under_review')
    await expect(
      as(world, findSender, world.lead, { requestId: privacy.id, finding: 'unfounded' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('cannot have a complaint answered by who decided, whatever the program says', async () => {
    const { id } = await about(0)
    await expect(
      database.admin.sql`
        insert into sender_measure (request_id, measure, decided_by, answers, entry_id)
        values (${id}, 'upheld', ${world.lead.id}, ${world.lead.id}, gen_random_uuid())`,
    ).rejects.toThrow(/sender_measure_others/)
  })
})
