import { beforeAll, expect, it } from 'vitest'
import { countAttempt } from '@/lib/http/rate-limit'
import { MAX_TARGETS } from '@/lib/takedowns/parse-targets'
import { requestView } from '@/lib/takedowns/queries'
import { ADDRESS_LIMIT } from '@/lib/takedowns/letter-limits'
import { SUBMIT_LIMIT } from '@/lib/takedowns/receive'
import { testDatabase } from '@/tests/support/database'
import { askWithRoom } from './takedown-room'
import {
  agreeToAll,
  askFor,
  casesOfRequest,
  letters,
  OPT_OUT,
  PRIVACY,
  requestOf,
  runJobs,
  submit,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

beforeAll(async () => {
  world = await takedownWorld(
    database.db,
    Array.from({ length: 300 }, (_, n) => ({
      id: `r${n}`,
      text: `Row ${n} says \u202enothing\u0000 of interest.`,
      url: `https://pages.example/${n}`,
    })),
  )
})

const counts = async () => {
  const [row] = await database.admin.sql<{ requests: number; letters: number }[]>`
    select (select count(*)::int from takedown_request) as requests, (select count(*)::int from mail_message) as letters`
  return row ?? { requests: 0, letters: 0 }
}

it('fills nobody’s mailbox: an address gets five letters a day, and the answer does not say so', async () => {
  const email = 'victim@people.example'
  const before = await counts()
  const answers = []
  for (let n = 0; n < ADDRESS_LIMIT.max + 3; n++) {
    answers.push(
      await submit(world, { ...PRIVACY, targets: 'row 1', email: n % 2 ? email : email.toUpperCase() }),
    )
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"received":true}']))
  const after = await counts()
  expect(after.requests - before.requests).toBe(ADDRESS_LIMIT.max + 3)
  expect(after.letters - before.letters).toBe(ADDRESS_LIMIT.max)
})

it('refuses a network that sends too many, and no other', async () => {
  const [here, there] = ['a'.repeat(64), 'b'.repeat(64)]
  for (let n = 0; n < SUBMIT_LIMIT.max; n++) await countAttempt(SUBMIT_LIMIT, here)
  await expect(countAttempt(SUBMIT_LIMIT, here)).rejects.toMatchObject({ code: 'rate_limited' })
  await countAttempt(SUBMIT_LIMIT, there)
})

it('answers a dataset it does not know like a wrong answer, and writes nothing', async () => {
  const before = await counts()
  await expect(
    submit(world, { ...PRIVACY, dataset: 'no-such-dataset', targets: 'row 1' }),
  ).rejects.toMatchObject({
    code: 'invalid',
    fields: { dataset: [expect.any(String)] },
  })
  expect(await counts()).toEqual(before)
})

it('answers the same for what is in the dataset and what is not', async () => {
  const there = await submit(world, { ...PRIVACY, email: 'a1@people.example', targets: '"Row 7 says"' })
  const not = await submit(world, { ...PRIVACY, email: 'a2@people.example', targets: '"Row 7777 says"' })
  expect(there).toEqual(not)
})

it('takes ten thousand lines, keeps what one request can hold, and looks them up in one go', async () => {
  const targets = Array.from({ length: 10_000 }, (_, n) => `https://pages.example/${n}`)
    .join('\n')
    .slice(0, 200_000)
  await askFor(database, world, { ...OPT_OUT, email: 'many@people.example', targets })
  await agreeToAll(database, world)
  const { id } = await requestOf(database, world)
  const [kept] = await database.admin
    .sql`select count(*)::int as targets from takedown_target where request_id = ${id}`
  expect(kept).toEqual({ targets: MAX_TARGETS })
  expect(await casesOfRequest(database, id)).toHaveLength(300)
})

it('finds words with NUL and direction marks in them, and is not harmed by targets of nothing else', async () => {
  await askFor(database, world, {
    ...PRIVACY,
    email: 'odd@people.example',
    targets:
      '"Row 5 says \u202enothing\u0000 of interest."\nid: \u0000\u0000\u0000\n"\ud800\udfff\ud800 lone halves"\n%00%ff\n\u202e\u202e\u202e\u202e\u202e\u202e\u202e\u202e',
  })
  const { id, status } = await requestOf(database, world)
  expect(status).toBe('under_review')
  const [found] = await database.admin
    .sql`select count(*)::int as cases from takedown_match where request_id = ${id}`
  expect(found).toEqual({ cases: 1 })
})

it('puts nothing from outside into the head of a letter', async () => {
  const name = 'Ada\r\nBcc: all@people.example\r\n\r\nYou have won'
  await submit(world, { ...PRIVACY, email: 'head@people.example', name, targets: 'row 1' })
  await runJobs(database)
  const letter = (await letters(database)).at(-1)?.letter
  expect(letter?.to).toBe('head@people.example')
  expect(letter?.subject).toMatch(/^Please confirm your request [0-9A-Z]{4}-[0-9A-Z]{4}$/)
  expect(letter?.text).not.toMatch(/Bcc|won|Ada/)
})

it('opens no flood of cases for a passage that stands everywhere, and says so instead of "not found"', async () => {
  const targets = '"of interest"\n"Row 299 says"'
  const limits = { quote: 100 }
  await askWithRoom(database, world, { ...PRIVACY, email: 'flood@people.example', targets }, limits)
  const { id } = await requestOf(database, world)
  expect(await casesOfRequest(database, id), 'before two people have said that it is meant').toEqual([])
  await agreeToAll(database, world)
  expect(await casesOfRequest(database, id)).toHaveLength(limits.quote + 1)
  const [everywhere, once] = (await requestView(world.lead, id)).targets
  expect(everywhere).toMatchObject({ state: 'matched', broad: true })
  expect(once).toMatchObject({ state: 'matched', broad: false })
})
