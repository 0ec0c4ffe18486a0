import { beforeAll, describe, expect, test } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { itemSubject } from '@/lib/crypto/subject'
import { destroyKey } from '@/lib/crypto/subject-keys'
import { addNote } from '@/lib/notes/add-note'
import { caseNotes } from '@/lib/notes/queries'
import { caseView } from '@/lib/review/case-view'
import { claimNext } from '@/lib/review/claim'
import { decide } from '@/lib/review/decide'
import { attend } from '@/lib/review/presence'
import { preferenceInput } from '@/lib/review/input'
import { savePreferences } from '@/lib/review/preferences'
import { escalate, skip } from '@/lib/review/skip'
import { testDatabase } from '../support/database'
import { flaggedItem, newMember, oneCase, reviewWorld, voteOn, type World } from './review-world'
import { expectNowhereInClear } from './takedown-world'

const database = testDatabase()
let world: World
let third: Member

beforeAll(async () => {
  world = await reviewWorld(database.db)
  third = await newMember(database.db, [['reviewer', world.datasetId]])
  for (const member of [world.reviewer, world.second, third])
    await transact((tx) => savePreferences(tx, member, preferenceInput.parse({ categories: ['hate'] })))
})

/** A blind case of two votes in three. */
async function hateCase(text: string) {
  const { digest } = await flaggedItem(world, text, [
    { category: 'hate', type: 'slur', severity: 3, detector: 'lexicon' },
  ])
  return { digest, ...(await oneCase(world, digest)) }
}

const note = (actor: Member, caseId: string, text: string, audience: 'team' | 'public' = 'team') =>
  transact((tx) => addNote(tx, actor, { datasetId: world.datasetId, caseId, text, audience }))

const read = async (actor: Member, caseId: string) =>
  (await caseNotes(actor, await caseView(actor, world.slug, caseId))).map(({ text, kind }) => text || kind)

describe('notes on a case', () => {
  test('are for the team of its dataset, sealed, and of a blind round for their author until it is over', async () => {
    const found = await hateCase('Those harbour people again.')
    const at = { datasetId: world.datasetId, caseId: found.id }
    await note(world.reviewer, found.id, 'Looks like a quotation from the lighthouse play.')
    await expectNowhereInClear(database, 'lighthouse play')
    expect(await read(world.reviewer, found.id)).toHaveLength(1)
    expect(await read(world.second, found.id)).toEqual([])
    expect(await read(world.lead, found.id), 'a lead may still vote').toEqual([])
    for (const nosy of [world.stranger, world.officer])
      await expect(note(nosy, found.id, 'x')).rejects.toMatchObject({ code: 'not_found' })

    await transact((tx) => skip(tx, third, { ...at, reason: 'expertise', note: 'No idea of plays.' }))
    await transact((tx) => escalate(tx, world.second, { ...at, reason: 'policy', note: undefined }))
    expect(await read(world.lead, found.id), 'who is asked reads it all').toEqual([
      'Looks like a quotation from the lighthouse play.',
      'No idea of plays.',
      'escalated',
    ])
    expect(await read(world.reviewer, found.id)).toHaveLength(1)
  })

  test('of a decided case are read by the whole team, those of its votes too, until the text is erased', async () => {
    const found = await hateCase('A second harbour text.')
    for (const [voter, said] of [
      [world.reviewer, 'Harmless, I think.'],
      [world.second, 'Banter.'],
    ] as const) {
      const vote = await voteOn(world, found.digest, await oneCase(world, found.digest))
      await transact((tx) => decide(tx, voter, { ...vote, reasonCode: 'hate.context', note: said }))
    }
    expect(await read(third, found.id)).toEqual(['Harmless, I think.', 'Banter.'])
    await transact((tx) => destroyKey(tx, itemSubject(world.datasetId, found.digest)))
    expect(await read(third, found.id)).toEqual([])
  })

  test('reach those who asked only from a lead, and only where somebody asked', async () => {
    const found = await hateCase('A third harbour text.')
    await expect(note(world.reviewer, found.id, 'Hello.', 'public')).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(note(world.lead, found.id, 'Hello.', 'public')).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('who else is on a case', () => {
  const on = (actor: Member, caseId: string) =>
    transact((tx) => attend(tx, actor, { datasetId: world.datasetId, caseId }))

  test('is a number to reviewers; while votes are blind to leads too, and then they see names', async () => {
    const found = await hateCase('A text that two look at.')
    expect(await on(world.reviewer, found.id)).toEqual({ others: 0, names: null, gone: false })
    expect(await on(world.second, found.id)).toEqual({ others: 1, names: null, gone: false })
    expect(await on(world.lead, found.id)).toEqual({ others: 2, names: null, gone: false })
    await database.admin.sql`update review_case set blind = false where id = ${found.id}`
    expect(await on(world.lead, found.id)).toEqual({
      others: 2,
      names: [world.reviewer.pseudonym, world.second.pseudonym].sort(),
      gone: false,
    })
    await database.admin.sql`update case_presence set seen_at = seen_at - interval '80 seconds'`
    expect(await on(world.reviewer, found.id), 'who missed two signs is gone').toEqual({
      others: 0,
      names: null,
      gone: false,
    })
  })

  test('counts who holds a claim and has not opened it, and tells a stranger nothing', async () => {
    const { caseId } = await transact((tx) =>
      claimNext(tx, third, { datasetId: world.datasetId, queueId: undefined, held: [] }),
    )
    expect(await on(world.reviewer, caseId ?? '')).toMatchObject({ others: 1 })
    expect(await on(world.stranger, caseId ?? '')).toEqual({ others: 0, names: null, gone: false })
    const left = await database.admin.sql`select 1 from case_presence where person_id = ${world.stranger.id}`
    expect(left).toHaveLength(0)
  })
})
