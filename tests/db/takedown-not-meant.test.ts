import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { lastAnswer } from '@/lib/register/build'
import { agree } from '@/lib/takedowns/four-eyes'
import { contest } from '@/lib/takedowns/appeal'
import { contestInput } from '@/lib/takedowns/input'
import type { NOT_MEANT } from '@/lib/takedowns/not-meant-reasons'
import { reachView } from '@/lib/takedowns/reach-view'
import { lookAt, lookForNear, narrow } from '@/lib/takedowns/reach-verbs'
import { trackingView } from '@/lib/takedowns/tracking'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import {
  askFor,
  casesOfRequest,
  decideCase,
  lastLetter,
  letters,
  OPT_OUT,
  PRIVACY,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
let other: Member

const STORY =
  'On the third morning the keeper of the lamp walked down to the pier and counted what the storm had left of the boats and of the nets'
const ROWS = [
  ...Array.from({ length: 12 }, (_, i) => ({
    id: `n${i}`,
    text: `A note with the number ${i}, and no more.`,
  })),
  { id: 'story', text: STORY },
  { id: 'tale', text: `${STORY} before breakfast` },
]
const COPYRIGHT = {
  kind: 'copyright',
  name: 'Ada Example',
  work: 'Notes with numbers, a book of verse',
  relation: 'owner',
  postal: '1 Quarry Lane, Ambleford',
  attest_good_faith: 'on',
  attest_authority: 'on',
}

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
  other = await newMember(database.db, [['lead', world.datasetId]])
})

type Why = (typeof NOT_MEANT)[number]

/** Takes out of the last request what its target at `place` was found to be. */
async function drop(place: number, why: Why, who: Member = world.lead): Promise<string> {
  const { id: requestId } = await requestOf(database, world)
  const target = (await reachView(who, requestId)).targets[place]
  const given = { requestId, targetId: target?.id ?? '', why }
  const digests = (target?.candidates ?? []).map(({ digest }) => digest)
  await transact((tx) => narrow(tx, who, { ...given, drop: digests }), world.db)
  await runJobs(database)
  return requestId
}

const lineOf = async (tracking: string) =>
  (await trackingView(tracking))?.targets.map(({ results }) => results.join(' ')) ?? []
const outcomeLetter = async () => (await lastLetter(database, 'takedown-outcome')).text.replace(/\s+/g, ' ')
const contestIt = async (token: string) => {
  const input = contestInput.parse({ token, grounds: 'Number four is mine, it was overlooked.' })
  await transact((tx) => contest(tx, visitor, input), world.db)
  await runJobs(database)
}

describe('what was found and a person finds not to be meant', () => {
  it('is answered with its reason and the redress, and not as if nothing had been found', async () => {
    const tracking = await askFor(database, world, { ...OPT_OUT, targets: 'id: n1\nid: n2' })
    await drop(0, 'other_person')
    expect((await requestOf(database, world)).status).toBe('under_review')
    const id = await drop(1, 'other_thing')
    expect((await requestOf(database, world)).status).toBe('no_action')

    const said = await outcomeLetter()
    expect(said).toContain('An item fits this, and a person decided that it is not what you asked about')
    expect(said).toContain('by or about somebody else')
    expect(said).toContain('people who had no part in the decision look again')
    expect((await letters(database)).map(({ template }) => template)).not.toContain('takedown-not-found')
    expect(await lineOf(tracking)).toEqual([
      expect.stringContaining('by or about somebody else'),
      expect.stringContaining('another text'),
    ])
    expect(await trackingView(tracking)).toMatchObject({ mayContest: true })
    expect(await lastAnswer(world.db, id), 'in the register').toMatchObject({ outcome: 'declined' })
    const [event] = await database.admin.sql`
      select data from takedown_event where request_id = ${id} and type = 'outcome'`
    expect(event?.['data']).toEqual({ outcome: 'no_action', not_meant: 2 })
  })

  it('is told beside what was followed, which is then done in part', async () => {
    const tracking = await askFor(database, world, { ...PRIVACY, targets: 'id: n3\nid: n4' })
    const id = await drop(1, 'of_many')
    const [left] = await casesOfRequest(database, id)
    await decideCase(database, world, { caseId: left?.id ?? '', action: 'remove', reasonCode: 'pii.contact' })
    expect((await requestOf(database, world)).status).toBe('partially_actioned')
    expect(await outcomeLetter()).toContain('We have done part of what you asked for')
    expect(await lineOf(tracking)).toEqual([
      expect.stringContaining('will be left out'),
      expect.stringContaining('many have written the same words'),
    ])
    expect(await trackingView(tracking)).toMatchObject({ mayContest: true })
  })

  it('is looked at again when that is contested, by somebody else, and answered anew', async () => {
    const tracking = await askFor(database, world, { ...PRIVACY, targets: 'id: n5' })
    await drop(0, 'other_person')
    await contestIt(tracking)
    expect((await requestOf(database, world)).status).toBe('under_review')
    expect(await lineOf(tracking), 'nothing is told before it is decided').toEqual([''])
    const { id } = await requestOf(database, world)
    const cases = await casesOfRequest(database, id)
    expect(cases.map(({ text, status }) => [text, status])).toEqual([[ROWS[5]?.text, 'open']])
    await expect(drop(0, 'other_person')).rejects.toMatchObject({ code: 'forbidden' })
    await decideCase(database, world, {
      caseId: cases[0]?.id ?? '',
      action: 'remove',
      reasonCode: 'pii.contact',
    })
    expect((await requestOf(database, world)).status).toBe('actioned')
    expect(await outcomeLetter()).toContain('People who had no part in the first decision have decided')
    expect(await lineOf(tracking)).toEqual([expect.stringMatching(/^The item will be left out: [^.]*\.$/)])
  })

  it('is contested once, also when others come to the same', async () => {
    const tracking = await askFor(database, world, { ...PRIVACY, targets: 'id: n6' })
    await drop(0, 'other_person')
    await contestIt(tracking)
    await drop(0, 'other_thing', other)
    expect((await requestOf(database, world)).status).toBe('no_action')
    expect(await lineOf(tracking)).toEqual([expect.stringContaining('another text')])
    expect(await trackingView(tracking)).toMatchObject({ mayContest: false })
    await expect(contestIt(tracking)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is agreed to by somebody else who took nothing out, where the kind is a legal one', async () => {
    await askFor(database, world, { ...COPYRIGHT, targets: 'id: n7\nid: n8' })
    const requestId = await drop(0, 'other_thing', other)
    const [left] = await casesOfRequest(database, requestId)
    const caseId = left?.id ?? ''
    await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'copyright.owner' })
    const [ready] = await database.admin.sql<{ id: string; outcome: string }[]>`
      select id, data ->> 'outcome' as outcome from takedown_event where request_id = ${requestId} and type = 'outcome_ready'`
    expect(ready?.outcome).toBe('partially_actioned')
    const say = (who: Member) =>
      transact((tx) => agree(tx, who, { requestId, eventId: ready?.id ?? '' }), world.db)
    await expect(say(other)).rejects.toMatchObject({ code: 'forbidden' })
    await say(await newMember(database.db, [['lead', world.datasetId]]))
    expect((await requestOf(database, world)).status).toBe('partially_actioned')
  })

  it('does not count as long as it is only like a text that was found, or a lead looked for it', async () => {
    const tracking = await askFor(database, world, { ...PRIVACY, targets: 'id: story' })
    const { id: requestId } = await requestOf(database, world)
    const text = `${STORY} `
    await transact((tx) => lookForNear(tx, world.lead, { requestId, text, file: undefined }), world.db)
    await runJobs(database)
    const near = (await reachView(world.lead, requestId)).targets[1]
    const shown = (near?.candidates ?? []).map(({ digest }) => digest)
    expect(shown.length).toBeGreaterThan(0)
    const looked = { requestId, targetId: near?.id ?? '', shown, belong: [] }
    await transact((tx) => lookAt(tx, world.lead, looked), world.db)
    await runJobs(database)
    const [only] = await casesOfRequest(database, requestId)
    await decideCase(database, world, { caseId: only?.id ?? '', action: 'remove', reasonCode: 'pii.contact' })
    expect((await requestOf(database, world)).status).toBe('actioned')
    expect((await lineOf(tracking))[0]).toContain('will be left out')
  })
})
