import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { transact } from '@/db/client'
import { person, reviewSettings, roleChange, volunteerApplication } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { loadMember, loadMemberByEmail } from '@/lib/auth/load-actor'
import { signInWithPassword } from '@/lib/auth/sign-in-password'
import { conflictsOf } from '@/lib/review/preferences'
import { fillsQuorum, isRecused } from '@/lib/review/voters'
import { acceptingDatasets } from '@/lib/volunteers/accepting'
import { answer } from '@/lib/volunteers/answer'
import { apply, applyAsMember } from '@/lib/volunteers/apply'
import { confirm } from '@/lib/volunteers/confirm'
import { applyInput, confirmInput } from '@/lib/volunteers/input'
import { confirmationOf, offersFor, ownInterests } from '@/lib/volunteers/queries'
import { retain } from '@/lib/volunteers/retain'
import { testDatabase } from '../support/database'
import { newDataset, newMember, reviewWorld, type World } from './review-world'
import { expectNowhereInClear, lastLetter, letters } from './takedown-world'

const database = testDatabase()
const visitor = { kind: 'visitor', network: 'f'.repeat(64) } as const
const password = 'four unrelated words'
let world: World
let unique = 0

beforeAll(async () => {
  world = await reviewWorld(database.db)
})

const offer = (extra: Record<string, string> = {}) => ({
  dataset: world.slug,
  pseudonym: `Grey Finch ${++unique}`,
  email: `Finch-${unique}@people.example`,
  languages: 'English, Frisian',
  why: 'I wrote forum posts for years.',
  interest: '',
  agreed: 'on',
  ...extra,
})

async function send(extra: Record<string, string> = {}) {
  const input = applyInput.parse(offer(extra))
  await transact((tx) => apply(tx, visitor, input))
  return input
}

async function tokenSent(): Promise<string> {
  const { text } = await lastLetter(database, 'volunteer-confirm')
  return /\/join\/confirm\/([\w-]{43})\b/.exec(text)?.[1] ?? ''
}

const press = (token: string, extra: object = { password, repeat: password }) =>
  transact((tx) => confirm(tx, visitor, confirmInput.parse({ token, ...extra })))

/** An offer whose address is confirmed, and its account. */
async function waiting(extra: Record<string, string> = {}) {
  const { email } = await send(extra)
  await press(await tokenSent())
  const member = await loadMemberByEmail(database.db, email)
  const { waiting: offers } = await offersFor(world.lead)
  const found = offers.find(({ pseudonym }) => pseudonym === member?.pseudonym)
  if (!member || !found) throw new Error('nobody waits')
  return { email, member, id: found.id }
}

const say = (actor: Member, applicationId: string, given: 'accept' | 'decline', note = '') =>
  transact((tx) => answer(tx, actor, { applicationId, answer: given, note }))

const stateOf = async (id: string) =>
  (await database.db.select().from(volunteerApplication).where(eq(volunteerApplication.id, id)))[0]

const refused = (code: string) => ({ code })

describe('somebody who offers to review', () => {
  test('is seen by nobody and has no account until the button behind the letter is pressed, once', async () => {
    const { email, pseudonym } = await send({ why: 'Because of the harbour lights.' })
    const token = await tokenSent()
    expect(await confirmationOf(token), 'looking changes nothing').toMatchObject({
      state: 'open',
      pseudonym,
      hasAccount: false,
    })
    expect(await confirmationOf(token)).toMatchObject({ state: 'open' })
    expect((await offersFor(world.lead)).waiting).toEqual([])
    expect(await loadMemberByEmail(database.db, email)).toBeNull()
    await expectNowhereInClear(database, email, 'harbour lights')

    await expect(press(token, {})).rejects.toMatchObject({ fields: { password: expect.anything() } })
    await press(token)
    expect(await signInWithPassword({ email, password }, 'net')).not.toBeNull()
    expect((await loadMemberByEmail(database.db, email))?.roles).toEqual({})
    await expect(press(token)).rejects.toMatchObject(refused('conflict'))
    expect(await confirmationOf(token)).toEqual({ state: 'used' })
    expect((await lastLetter(database, 'volunteer-waiting')).text).not.toContain(pseudonym)
  })

  test('is taken in by a lead of that dataset and nobody else; the grant is a fact, an entry of the log, and a letter', async () => {
    const { member, id, email } = await waiting()
    const elsewhere = await newDataset(database.db)
    for (const nosy of [
      world.reviewer,
      world.stranger,
      member,
      await newMember(database.db, [['lead', elsewhere.datasetId]]),
    ]) {
      expect((await offersFor(nosy)).waiting).toEqual([])
      await expect(say(nosy, id, 'accept')).rejects.toMatchObject(refused('not_found'))
    }
    expect(JSON.stringify(await offersFor(world.lead)), 'a lead sees no address').not.toContain(email)

    await say(world.lead, id, 'accept', 'Welcome!\nFrom: everybody')
    expect((await loadMember(database.db, member.id))?.roles[world.datasetId]).toEqual(['reviewer'])
    const [fact] = await database.db.select().from(roleChange).where(eq(roleChange.personId, member.id))
    expect(fact).toMatchObject({ role: 'reviewer', change: 'granted', actor: `member:${world.lead.id}` })
    const [entry] = await database.admin
      .sql`select 1 from log_pending where entry_id = ${fact?.entryId ?? ''}`
    expect(entry).toBeDefined()
    const letter = await lastLetter(database, 'volunteer-answer')
    expect(letter).toMatchObject({ to: email, subject: 'You can review now' })
    expect(letter.text).toContain('> Welcome! From: everybody')
    await expect(say(world.lead, id, 'decline')).rejects.toMatchObject(refused('conflict'))
  })

  test('and told of an interest of their own can be taken in and kept out of the cases, until they say otherwise', async () => {
    const { member, id } = await waiting({ interest: 'My posts are in it.\nSome of them, at least.' })
    const accept = (applicationId: string, keepOut?: 'on') =>
      transact((tx) => answer(tx, world.lead, { applicationId, answer: 'accept', note: '', keepOut }))
    await accept(id, 'on')
    const taken = (await loadMember(database.db, member.id)) ?? member
    expect(taken.roles[world.datasetId]).toEqual(['reviewer'])
    expect(await isRecused(taken, world.datasetId)).toBe(true)
    expect((await lastLetter(database, 'volunteer-answer')).text).toContain('interest of your own')
    // Their first page of settings has it ticked, below what they said.
    expect(await conflictsOf(taken)).toMatchObject({
      datasets: [{ datasetId: world.datasetId }],
      declared: [world.datasetId],
    })
    expect(await ownInterests(taken)).toEqual([
      { id, dataset: 'A forum', interest: 'My posts are in it.\nSome of them, at least.' },
    ])
    expect(await ownInterests(world.lead)).toEqual([])

    const free = await waiting({ interest: '' })
    await expect(accept(free.id, 'on')).rejects.toMatchObject(refused('invalid'))
    await accept(free.id)
    expect(await isRecused(free.member, world.datasetId)).toBe(false)
    expect(await ownInterests(free.member)).toEqual([])
    expect((await lastLetter(database, 'volunteer-answer')).text).not.toContain('interest of your own')
  })

  test('votes without filling a quorum until the account is as old as the dataset asks', async () => {
    const { member, id } = await waiting()
    await say(world.lead, id, 'accept')
    const counts = () => transact((tx) => fillsQuorum(tx, world.datasetId, member))
    expect(await counts(), 'its address is verified').toBe(true)
    await database.db
      .insert(reviewSettings)
      .values({ datasetId: world.datasetId, minAccountDays: 7 })
      .onConflictDoUpdate({ target: reviewSettings.datasetId, set: { minAccountDays: 7 } })
    expect(await counts()).toBe(false)
    await database.admin.sql`update person set created_at = now() - interval '8 days' where id = ${member.id}`
    expect(await counts()).toBe(true)
  })

  test('learns nothing about an address: known, unknown, or one that had its letters for today', async () => {
    const known = await newMember(database.db, [])
    const [{ email } = { email: '' }] = await database.db
      .select({ email: person.email })
      .from(person)
      .where(eq(person.id, known.id))
    const answers = []
    for (const address of [email, `nobody-${++unique}@people.example`])
      answers.push(await transact((tx) => apply(tx, visitor, applyInput.parse(offer({ email: address })))))
    for (let i = 0; i < 3; i++)
      answers.push(await transact((tx) => apply(tx, visitor, applyInput.parse(offer({ email })))))
    expect(new Set(answers.map((said) => JSON.stringify(said)))).toEqual(new Set(['{"sent":true}']))
    const sent = (await letters(database)).filter(({ letter }) => letter?.to === email)
    expect(sent, 'three a day').toHaveLength(3)
  })

  test('keeps the password and name of the account that the address has', async () => {
    const { email, member, id } = await waiting()
    await say(world.lead, id, 'decline')
    await send({ email, pseudonym: 'Another Name' })
    const token = await tokenSent()
    expect(await confirmationOf(token)).toMatchObject({ state: 'open', hasAccount: true })
    await press(token, { password: 'somebody else chose it', repeat: 'somebody else chose it' })
    expect(await signInWithPassword({ email, password }, 'net-2')).toMatchObject({ id: member.id })
    const { waiting: offers } = await offersFor(world.lead)
    expect(offers.map(({ pseudonym }) => pseudonym)).toContain(member.pseudonym)
    await expect(
      transact((tx) =>
        applyAsMember(tx, member, {
          dataset: world.slug,
          languages: 'English',
          why: '',
          interest: '',
          agreed: 'on',
        }),
      ),
      'one offer at a time',
    ).rejects.toMatchObject(refused('conflict'))
  })

  test('cannot take the public name of somebody, in capitals neither, nor one that looks like an office', async () => {
    const { member } = await waiting()
    await expect(send({ pseudonym: member.pseudonym.toUpperCase() })).rejects.toMatchObject({
      fields: { pseudonym: expect.anything() },
    })
    for (const pseudonym of ['Winnow team', 'admin', 'a\u202eb', '<b>x</b>', 'x'])
      expect(applyInput.safeParse(offer({ pseudonym })).success, pseudonym).toBe(pseudonym === 'a\u202eb')
    expect(applyInput.parse(offer({ pseudonym: 'a\u202eb' })).pseudonym, 'without the mark').toBe('a b')
  })

  test('of two who confirm one name at a time, the second is told', async () => {
    const pseudonym = `Twin ${++unique}`
    await send({ pseudonym })
    const first = await tokenSent()
    await send({ pseudonym })
    const second = await tokenSent()
    const tries = await Promise.allSettled([press(first), press(second)])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is not a program: what fills the field nobody sees is thanked and forgotten', async () => {
    const count = async () =>
      (await database.admin.sql`select count(*)::int as n from volunteer_application`)[0]?.n
    const before = await count()
    await send({ website: 'https://example.com' })
    expect(await count()).toBe(before)
  })
})

describe('a dataset', () => {
  test('takes volunteers while it has a lead and does not say no', async () => {
    const alone = await newDataset(database.db)
    const slugs = async () => (await acceptingDatasets()).map(({ slug }) => slug)
    expect(await slugs()).not.toContain(alone.slug)
    await newMember(database.db, [['lead', alone.datasetId]])
    expect(await slugs()).toContain(alone.slug)
    await database.db.insert(reviewSettings).values({ datasetId: alone.datasetId, volunteers: false })
    expect(await slugs()).not.toContain(alone.slug)
    await expect(send({ dataset: alone.slug })).rejects.toMatchObject(refused('invalid'))
  })
})

describe('what was said goes when its time is over', () => {
  const later = (days: number) => new Date(Date.now() + days * 86_400_000)

  test('of an address that nobody confirmed, after three days and not before', async () => {
    const { email } = await send()
    const token = await tokenSent()
    const [{ id } = { id: '' }] = await database.db
      .select({ id: volunteerApplication.id })
      .from(volunteerApplication)
      .where(sql`state = 'sent'`)
      .orderBy(sql`created_at desc`)
      .limit(1)
    await transact((tx) => retain(tx, id, later(2.9)))
    expect(await confirmationOf(token)).toMatchObject({ state: 'open' })
    await transact((tx) => retain(tx, id, later(3.1)))
    expect(await stateOf(id)).toMatchObject({ state: 'lapsed', sealed: null, tokenHash: null })
    await expect(press(token)).rejects.toMatchObject(refused('not_found'))
    expect((await letters(database)).filter(({ letter }) => letter?.to === email)).toEqual([])
  })

  test('of one that was declined, with the account that came to nothing by it', async () => {
    const { id, email, member } = await waiting()
    await say(world.lead, id, 'decline', 'Not now.')
    await transact((tx) => retain(tx, id, later(89)))
    expect((await stateOf(id))?.sealed).not.toBeNull()
    await transact((tx) => retain(tx, id, later(91)))
    expect((await stateOf(id))?.sealed).toBeNull()
    expect(await signInWithPassword({ email, password }, 'net-3')).toBeNull()
    const [left] = await database.db.select().from(person).where(eq(person.id, member.id))
    expect(left).toMatchObject({ name: 'erased', passwordHash: null })
    await expectNowhereInClear(database, email)
  })

  test('of one that was accepted, and the reviewer stays', async () => {
    const { id, email, member } = await waiting()
    await say(world.lead, id, 'accept')
    await transact((tx) => retain(tx, id, later(91)))
    expect((await stateOf(id))?.sealed).toBeNull()
    expect((await loadMemberByEmail(database.db, email))?.id).toBe(member.id)
  })

  test('of one that nobody answered, after they were told', async () => {
    const { id, email } = await waiting()
    await transact((tx) => retain(tx, id, later(61)))
    expect(await stateOf(id)).toMatchObject({ state: 'lapsed' })
    expect(await lastLetter(database, 'volunteer-lapsed')).toMatchObject({ to: email })
    await expect(say(world.lead, id, 'accept')).rejects.toMatchObject(refused('conflict'))
    await transact((tx) => retain(tx, id, later(68)))
    expect((await stateOf(id))?.sealed).toBeNull()
  })
})
