import { beforeAll, beforeEach, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { receiveCall } from '@/lib/senders/call'
import { senderInput } from '@/lib/senders/input'
import { makeSender, revokeSender } from '@/lib/senders/make'
import { listSenders } from '@/lib/senders/queries'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import {
  expectNowhereInClear,
  lastLetter,
  runJobs,
  takedownWorld,
  type TakedownWorld,
} from './takedown-world'
import type { Member } from '@/lib/auth/actor'

const database = testDatabase()
let world: TakedownWorld
let admin: Member
let token: string

beforeAll(async () => {
  world = await takedownWorld(database.db, [
    { id: 'post-1', text: 'A chapter of somebody’s book.', url: 'https://a.example.org/1' },
  ])
  admin = await newMember(database.db, [], ['admin'])
})
const make = (fields: object = {}) =>
  transact(
    (tx) =>
      makeSender(
        tx,
        admin,
        senderInput.parse({
          ...{ organisation: 'Fennel Row Books', email: 'rights@fennelrow.example.com' },
          ...{ kinds: ['copyright', 'illegal_content'], perHour: '100', ...fields },
        }),
      ),
    database.db,
  )
beforeEach(async () => {
  token = (await make()).token
})

const notice = () => ({
  kind: 'copyright',
  dataset: world.slug,
  targets: ['https://a.example.org/1', 'USERNAME/REPO'],
  work: 'A cookery book in twelve chapters, 2011',
  relation: 'owner',
  name: 'Fennel Row Books',
  email: 'somebody-else@example.org',
  postal: '1 Invented Lane, Harbourton',
  attest_good_faith: true,
  attest_authority: true,
})
let keys = 0
const call = (
  body: object,
  { as = token, key = `key-number-${keys++}` }: { as?: string; key?: string | null } = {},
) =>
  receiveCall({ authorization: `Bearer ${as}`, key, body: { ...body }, network: 'e'.repeat(64) }, database.db)
const requests = async () =>
  (await database.admin.sql<{ n: number }[]>`select count(*)::int as n from takedown_request`)[0]?.n

it('takes a request from a sender it knows at once, and says what was understood of it', async () => {
  const { answer, fresh } = await call(notice())
  expect(fresh).toBe(true)
  expect(answer).toMatchObject({
    reference: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
    tracking: expect.stringContaining('/takedowns/track/'),
    understood: 1,
    not_understood: [{ line: 2, text: 'USERNAME/REPO', why: 'placeholder' }],
  })
  const [row] = await database.admin.sql<{ status: string }[]>`
    select status from takedown_request where reference = ${answer.reference}`
  expect(row?.status).toBe('received')
  await runJobs(database)
  const receipt = await lastLetter(database, 'takedown-receipt')
  expect(receipt.to, 'the address that was checked, not the one in the call').toBe(
    'rights@fennelrow.example.com',
  )
})

it('says which lines of what is to be looked for cannot be', async () => {
  const all = (await make({ kinds: ['privacy'] })).token
  const { answer } = await call(
    {
      ...{ kind: 'privacy', dataset: world.slug, right: 'erasure', relation: 'self', name: 'Bo Li' },
      ...{ identifiers: 'Bo Li\nbo.li@mail.example', targets: ['USERNAME/REPO'], attest_subject: true },
    },
    { as: all },
  )
  expect(answer).toMatchObject({
    understood: 1,
    not_understood: [
      { line: 1, text: 'USERNAME/REPO', why: 'placeholder' },
      { field: 'identifiers', line: 1, text: 'Bo Li', why: 'too_short' },
    ],
  })
})

it('answers the same call the same way, however often it comes, and two at once make one request', async () => {
  const before = (await requests()) ?? 0
  const body = notice()
  const answers = await Promise.all([1, 2, 3].map(() => call(body, { key: 'the-same-key' })))
  expect(new Set(answers.map(({ answer }) => answer.reference)).size).toBe(1)
  expect(answers.filter(({ fresh }) => fresh)).toHaveLength(1)
  expect(await requests()).toBe(before + 1)
  await expect(
    call({ ...body, work: 'Another book altogether, 2012' }, { key: 'the-same-key' }),
  ).rejects.toMatchObject({
    code: 'conflict',
  })
})

it('keeps the keys of one sender apart from those of another', async () => {
  const first = await call(notice(), { key: 'shared-key' })
  const other = (await make({ organisation: 'Another House' })).token
  const second = await call(notice(), { key: 'shared-key', as: other })
  expect(second.answer.reference).not.toBe(first.answer.reference)
})

it('takes only what the token is for, about the dataset it is for', async () => {
  const before = await requests()
  await expect(
    call({ ...notice(), kind: 'privacy', right: 'erasure', relation: 'self', attest_subject: true }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  const elsewhere = await takedownWorld(database.db, [{ id: 'x', text: 'Something else entirely.' }])
  const bound = (await make({ dataset: elsewhere.slug })).token
  await expect(call(notice(), { as: bound })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await requests()).toBe(before)
})

it('takes no report of restricted material, and keeps nothing of it', async () => {
  const before = await requests()
  await expect(
    call({
      ...{ kind: 'illegal_content', dataset: world.slug, targets: 'row 0', concern: 'child_safety' },
      ...{ statement: 'It is what it says it is, and nothing more.', name: 'N. N.', attest_good_faith: true },
    }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  expect(await requests()).toBe(before)
})

it('asks a program for everything the form asks a person, each at its field', async () => {
  const { attest_authority: _, postal: __, ...body } = notice()
  await expect(call(body)).rejects.toMatchObject({
    issues: expect.arrayContaining([
      expect.objectContaining({ path: ['postal'] }),
      expect.objectContaining({ path: ['attest_authority'] }),
    ]),
  })
  await expect(call(notice(), { key: null })).rejects.toMatchObject({ code: 'invalid' })
  await expect(call(notice(), { key: 'short' })).rejects.toMatchObject({ code: 'invalid' })
})

it('knows no token that was never made, is revoked or has run out, and answers all three alike', async () => {
  const [newest] = await listSenders(admin)
  const id = newest?.id ?? ''
  await transact((tx) => revokeSender(tx, admin, { sender: id }), database.db)
  const late = (await make()).token
  await database.admin
    .sql`update sender set expires_at = now() - interval '1 second' where revoked_at is null`
  for (const as of [token, late, 'a'.repeat(43), '', 'x y'])
    await expect(call(notice(), { as })).rejects.toMatchObject({ code: 'unauthenticated' })
})

it('stops a sender at its limit', async () => {
  const slow = (await make({ perHour: '2' })).token
  await call(notice(), { as: slow })
  await call(notice(), { as: slow })
  await expect(call(notice(), { as: slow })).rejects.toMatchObject({ code: 'rate_limited' })
})

it('lets nobody but an admin make, see or revoke a token, and keeps none of them', async () => {
  for (const who of [world.lead, world.maintainer, world.officer]) {
    const input = senderInput.parse({
      organisation: 'X Y',
      email: 'x@example.org',
      kinds: ['copyright'],
      perHour: 1,
    })
    await expect(transact((tx) => makeSender(tx, who, input), database.db)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(listSenders(who)).rejects.toMatchObject({ code: 'forbidden' })
  }
  await expectNowhereInClear(database, token, 'rights@fennelrow.example.com')
})
