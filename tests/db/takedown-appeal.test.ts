import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { caseView } from '@/lib/review/case-view'
import type { Action } from '@/lib/review/status'
import { answerUnfound } from '@/lib/takedowns/answer-unfound'
import { erasePersonalData } from '@/lib/takedowns/erase'
import { contest } from '@/lib/takedowns/appeal'
import { agree } from '@/lib/takedowns/four-eyes'
import { contestInput } from '@/lib/takedowns/input'
import { requestView } from '@/lib/takedowns/queries'
import { lookForNear, narrow } from '@/lib/takedowns/reach-verbs'
import { cannotReject, reject } from '@/lib/takedowns/reject'
import { awaitedSecond } from '@/lib/takedowns/second'
import { trackingView } from '@/lib/takedowns/tracking'
import { testDatabase } from '@/tests/support/database'
import { COPYRIGHT } from './other-side-world'
import { newMember } from './review-world'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  expectNowhereInClear,
  lastLetter,
  lettersOf,
  logged,
  PRIVACY,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
let tracking: string
let cases: { id: string }[]
beforeEach(async () => {
  world = await takedownWorld(database.db, [
    { id: 'a1', text: 'Wilma Flint lives at 3 Quarry Lane.' },
    { id: 'a2', text: 'Wilma Flint was seen there too.' },
  ])
  tracking = await askFor(database, world, {
    ...PRIVACY,
    targets: '"Wilma Flint lives at 3 Quarry Lane."\n"Wilma Flint was seen there too."',
  })
  cases = await casesOfRequest(database, (await requestOf(database, world)).id)
  expect(cases).toHaveLength(2)
})

const GROUNDS = 'The house number was overlooked, quarterly.'
const again = (grounds = GROUNDS) =>
  transact((tx) => contest(tx, visitor, contestInput.parse({ token: tracking, grounds })), world.db)
const caseAt = (place: number) => cases[place]?.id ?? ''
const settleAs = async (first: [Action, string], second: [Action, string]) => {
  await decideCase(database, world, { caseId: caseAt(0), action: first[0], reasonCode: first[1] })
  await decideCase(database, world, { caseId: caseAt(1), action: second[0], reasonCode: second[1] })
}
const REMOVE: [Action, string] = ['remove', 'pii.contact']
const KEEP: [Action, string] = ['keep', 'pii.not']
const statusOf = async () => (await requestOf(database, world)).status

const decideAgain = (by: Member, caseId: string, action: Action, reasonCode: string) =>
  decideCase(database, world, { by, caseId, action, reasonCode })

describe('a requester who does not agree', () => {
  it('has what was refused decided again by others, and only that, and is told by page and mail', async () => {
    await settleAs(REMOVE, KEEP)
    expect(await statusOf()).toBe('partially_actioned')
    expect((await lastLetter(database, 'takedown-outcome')).text).toContain('on the page of your request')
    expect(await trackingView(tracking)).toMatchObject({ mayContest: true, mayWithdraw: false })

    expect(await again()).toEqual({ cases: 1 })
    expect(await statusOf()).toBe('under_review')
    const after = await casesOfRequest(database, (await requestOf(database, world)).id)
    expect(after.map(({ status }) => status)).toEqual(['decided', 'open'])
    const view = await trackingView(tracking)
    expect(
      view?.targets.flatMap(({ results }) => results),
      'nothing is told before it is decided',
    ).toEqual([])
    expect(view?.dueAt?.getTime()).toBeGreaterThan(Date.now())

    const other = await newMember(database.db, [['lead', world.datasetId]])
    expect((await caseView(other, world.slug, caseAt(1))).grounds).toBe(GROUNDS)
    await expect(decideAgain(world.lead, caseAt(1), 'keep', 'pii.not')).rejects.toMatchObject({
      code: 'forbidden',
    })
    await decideAgain(other, caseAt(1), 'remove', 'pii.contact')
    expect(await statusOf()).toBe('actioned')
    const letter = await lastLetter(database, 'takedown-outcome')
    expect(letter.subject).toContain('appeal')
    expect(letter.text).toContain('had no part in the first decision')
    const events = (await trackingView(tracking))?.events.map(({ type }) => type)
    expect(events?.slice(-2)).toEqual(['case_decided', 'appeal_decided'])
    expect(await logged(database, world)).toEqual(
      expect.arrayContaining(['takedown:outcome', 'takedown:appealed', 'takedown:appeal_decided']),
    )
  })

  it('is not who decides it again, where the address is that of an account of the team', async () => {
    const email = 'wilma@people.example'
    tracking = await askFor(database, world, {
      ...{ ...PRIVACY, email },
      targets: '"Wilma Flint was seen there too."',
    })
    await settleAs(KEEP, KEEP)
    // The account came after the request: nobody was kept out of the first round.
    await database.admin.sql`update person set email = ${email} where id = ${world.reviewer.id}`
    expect(await again()).toEqual({ cases: 1 })
    const seats = await database.sql`
      select case_id, round, person_id from case_seat where kind = 'flagged' and dataset_id = ${world.datasetId}`
    expect(seats).toEqual([{ case_id: caseAt(1), round: 2, person_id: world.reviewer.id }])
  })

  it('is neither dismissed nor found not to mean it by who had a part in the answer, but by others', async () => {
    await settleAs(REMOVE, KEEP)
    await again()
    const { id: requestId } = await requestOf(database, world)
    const refusal = { requestId, reason: 'unfounded' as const, note: undefined }
    const [target] = await database.admin.sql<{ id: string; digest: string }[]>`
      select target_id as id, encode(digest, 'hex') as digest from takedown_match
      where request_id = ${requestId} and case_id = ${caseAt(1)}`
    const drop = {
      ...{ requestId, targetId: target?.id ?? '', drop: [target?.digest ?? ''] },
      why: 'other_thing' as const,
    }
    const theirs = { code: 'forbidden', message: expect.stringMatching(/had a part in the answer/) }
    await expect(as(world, reject, world.lead, refusal)).rejects.toMatchObject(theirs)
    await expect(as(world, narrow, world.lead, drop)).rejects.toMatchObject(theirs)
    expect(await cannotReject(world.lead, requestId)).toMatch(/had a part/)
    expect(await statusOf()).toBe('under_review')
    const other = await newMember(database.db, [['lead', world.datasetId]])
    expect(await cannotReject(other, requestId)).toBeUndefined()
    await as(world, reject, other, refusal)
    expect(await statusOf()).toBe('rejected')
  })

  it('of a legal kind has nobody agree to the second answer who had a part in the first', async () => {
    tracking = await askFor(database, world, {
      ...COPYRIGHT,
      targets: '"Wilma Flint lives at 3 Quarry Lane."',
    })
    const { id: requestId } = await requestOf(database, world)
    const [found] = await casesOfRequest(database, requestId)
    const lead = () => newMember(database.db, [['lead', world.datasetId]])
    const [agreed, third, fourth] = [await lead(), await lead(), await lead()]
    const refuse = (by: Member) => decideAgain(by, found?.id ?? '', 'keep', 'copyright.permitted')
    const eventId = async () =>
      (await awaitedSecond(database.db, await requestView(world.lead, requestId)))?.eventId ?? ''
    await refuse(world.lead)
    await as(world, agree, agreed, { requestId, eventId: await eventId() })
    expect(await statusOf()).toBe('no_action')
    await again()
    await refuse(third)
    for (const who of [world.lead, agreed, third])
      await expect(as(world, agree, who, { requestId, eventId: await eventId() })).rejects.toMatchObject({
        code: 'forbidden',
      })
    await as(world, agree, fourth, { requestId, eventId: await eventId() })
    expect(await statusOf()).toBe('no_action')

    // That complaint is answered: what is decided anew later is nobody's second answer to it.
    await decideAgain(await lead(), found?.id ?? '', 'remove', 'copyright.owner')
    expect(await statusOf()).toBe('under_review')
    await as(world, agree, agreed, { requestId, eventId: await eventId() })
    expect(await statusOf()).toBe('actioned')
  })

  it('contests once: also when pressed twice at the same moment, and not again after the answer', async () => {
    await settleAs(KEEP, KEEP)
    const pressed = await Promise.allSettled([again(), again()])
    expect(pressed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const other = await newMember(database.db, [['lead', world.datasetId]])
    for (const { id } of cases) await decideAgain(other, id, 'keep', 'pii.not')
    expect(await statusOf()).toBe('no_action')
    expect((await trackingView(tracking))?.mayContest).toBe(false)
    await expect(again()).rejects.toMatchObject({ code: 'conflict' })
    const answers = await lettersOf(database, 'takedown-outcome')
    expect(answers.at(-1)?.letter?.text).toContain('send a new request')
  })

  it('has nothing to contest before the outcome, nor when all was done as asked', async () => {
    await expect(again()).rejects.toMatchObject({ code: 'conflict' })
    await settleAs(REMOVE, REMOVE)
    expect((await trackingView(tracking))?.mayContest).toBe(false)
    await expect(again()).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is heard in their own words, which stand nowhere in clear and go when the request is erased', async () => {
    await settleAs(KEEP, KEEP)
    expect(contestInput.safeParse({ token: tracking, grounds: 'no' }).success).toBe(false)
    await again()
    await expectNowhereInClear(database, GROUNDS)
    const other = await newMember(database.db, [['lead', world.datasetId]])
    const grounds = async () => (await caseView(other, world.slug, caseAt(0))).grounds
    expect(await grounds()).toBe(GROUNDS)
    const request = await requestOf(database, world)
    await transact(
      (tx) =>
        erasePersonalData(
          tx,
          system('takedown'),
          { id: request.id, datasetId: world.datasetId, restricted: false },
          'retention_over',
        ),
      world.db,
    )
    expect(await grounds(), 'what they wrote goes with what else they wrote').toBeNull()
  })

  it('learns nothing from a link that is none', async () => {
    const guess = contestInput.parse({ token: 'x'.repeat(43), grounds: GROUNDS })
    await expect(transact((tx) => contest(tx, visitor, guess), world.db)).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('of which nothing was found', () => {
  const NOWHERE = { targets: '"words that nobody wrote anywhere"' }
  const contested = async (fields: Record<string, string>) => {
    tracking = await askFor(database, world, { ...fields, ...NOWHERE })
    expect(await statusOf()).toBe('no_match')
    expect((await trackingView(tracking))?.mayContest).toBe(true)
    await again()
    await runJobs(database)
    expect(await statusOf(), 'no machine answers it').toBe('under_review')
    return (await requestOf(database, world)).id
  }

  it('is told how to complain here and beyond us, is looked for again, and answered by a person', async () => {
    const requestId = await contested(PRIVACY)
    const first = (await lastLetter(database, 'takedown-not-found')).text.replace(/\s+/g, ' ')
    expect(first).toContain('say so on the page of your request')
    expect(first).toContain('data protection authority')
    expect(await lettersOf(database, 'takedown-not-found')).toHaveLength(1)
    await expect(as(world, answerUnfound, world.reviewer, { requestId })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await as(world, answerUnfound, world.lead, { requestId })
    await runJobs(database)
    expect(await statusOf()).toBe('no_action')
    const letter = (await lastLetter(database, 'takedown-outcome')).text.replace(/\s+/g, ' ')
    expect(letter).toContain('This was not found in the latest revision.')
    expect(letter).toContain('send a new request')
    const view = await trackingView(tracking)
    expect(view?.events.map(({ type }) => type).slice(-3)).toEqual(['appealed', 'matched', 'appeal_decided'])
    expect(view?.mayContest).toBe(false)
    expect(await logged(database, world)).toContain('takedown:appeal_decided')
  })

  it.each([
    ['uk', 'Information Commissioner'],
    ['ccpa', 'California Privacy Protection Agency'],
    ['other', 'where you live, if there is one'],
  ])('names the authority of the law under which it was asked (%s)', async (regime, authority) => {
    tracking = await askFor(database, world, { ...PRIVACY, ...NOWHERE, regime })
    const letter = (await lastLetter(database, 'takedown-not-found')).text.replace(/\s+/g, ' ')
    expect(letter).toContain(authority)
    expect(letter).not.toContain('(GDPR Art. 77)')
    expect((await trackingView(tracking))?.regime).toBe(regime)
  })

  it('of a legal kind is answered by two', async () => {
    const requestId = await contested(COPYRIGHT)
    await as(world, answerUnfound, world.lead, { requestId })
    expect(await statusOf()).toBe('under_review')
    const request = await requestView(world.lead, requestId)
    const awaited = await awaitedSecond(database.db, request)
    const eventId = awaited?.eventId ?? ''
    await expect(as(world, agree, world.lead, { requestId, eventId })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const other = await newMember(database.db, [['lead', world.datasetId]])
    await as(world, agree, other, { requestId, eventId })
    expect(await statusOf()).toBe('no_action')
  })

  it('is not answered so while a text is looked for', async () => {
    const requestId = await contested(PRIVACY)
    await as(world, lookForNear, world.lead, {
      requestId,
      text: 'Words that nobody wrote anywhere, wrote somebody.',
      file: undefined,
    })
    await expect(as(world, answerUnfound, world.lead, { requestId })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})
