import { beforeAll, expect, it } from 'vitest'
import { makeSender } from '@/lib/senders/make'
import { receiveCall } from '@/lib/senders/call'
import { senderInput } from '@/lib/senders/input'
import { transact } from '@/db/client'
import { itemDigest } from '@/lib/datasets/digest'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { expire } from '@/lib/takedowns/expire'
import { trackingView } from '@/lib/takedowns/tracking'
import { testDatabase } from '@/tests/support/database'
import { COPYRIGHT } from './other-side-world'
import { newDataset, newMember } from './review-world'
import {
  casesOfRequest,
  lastLetter,
  lettersOf,
  linkIn,
  OPT_OUT,
  press,
  PRIVACY,
  runJobs,
  submit,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'
import { CHILD, reportUrgently } from './urgent-world'

/** One text in two datasets would be the same item: each has its own. */
const database = testDatabase()
let world: TakedownWorld
let other: TakedownWorld
const HERE = ['The first row here, of the quay.', 'Write to pia.quay@mail.example.org about the second.']
const THERE = ['Their first row, of the mole.', 'Write to ole.mole@mail.example.org about their second.']
const rowsOf = (texts: readonly string[]) => texts.map((text, i) => ({ id: `r${i}`, text }))

beforeAll(async () => {
  world = await takedownWorld(database.db, rowsOf(HERE))
  other = await takedownWorld(database.db, rowsOf(THERE))
})

const rowAt = ({ slug }: { slug: string }, row: number) =>
  env().url + paths.revisionRow(slug, 1, 'train.jsonl', row)
const requestsIn = ({ datasetId }: TakedownWorld) => database.admin.sql<
  { id: string; reference: string; status: string; due_at: Date | null; named: number }[]
>`
  select id, reference, status, due_at,
    (select count(*)::int from takedown_target t where t.request_id = q.id) as named
  from takedown_request q where dataset_id = ${datasetId} order by submitted_at`
const textsOf = async (requestId = '') => (await casesOfRequest(database, requestId)).map(({ text }) => text)
const latest = async (of: TakedownWorld) => (await requestsIn(of)).at(-1)

it('what links name in another dataset is a request of its own there, confirmed by the same press, with its own time, receipt and page', async () => {
  await submit(world, { ...PRIVACY, targets: `${rowAt(world, 0)}\n${rowAt(other, 0)}\nrow 1` })
  expect((await latest(other))?.status).toBe('email_unverified')
  expect(await lettersOf(database, 'takedown-confirm'), 'one letter to confirm').toHaveLength(1)
  await press(world, linkIn((await lastLetter(database, 'takedown-confirm')).text, 'confirm'))
  await runJobs(database)
  const [own, theirs] = [await latest(world), await latest(other)]
  expect(own).toMatchObject({ status: 'under_review', named: 2 })
  expect(theirs).toMatchObject({ status: 'under_review', named: 1, due_at: own?.due_at })
  expect(await textsOf(own?.id)).toEqual([...HERE])
  expect(await textsOf(theirs?.id)).toEqual([THERE[0]])
  const receipts = (await lettersOf(database, 'takedown-receipt')).map(({ letter }) => letter?.text ?? '')
  const pages = await Promise.all(receipts.map((text) => trackingView(linkIn(text, 'track'))))
  expect(pages.map((view) => view?.reference).sort()).toEqual([own?.reference, theirs?.reference].sort())
})

it('is sent to the one that all links lead into, whatever was chosen, and lapses where nobody confirms it', async () => {
  const before = (await requestsIn(world)).length
  await submit(world, { ...OPT_OUT, targets: rowAt(other, 1) })
  expect(await requestsIn(world)).toHaveLength(before)
  await submit(world, { ...OPT_OUT, targets: `${rowAt(world, 1)}\n${rowAt(other, 1)}` })
  for (const of of [world, other]) {
    const { id = '' } = (await latest(of)) ?? {}
    await transact((tx) => expire(tx, id), database.db)
    expect(await latest(of)).toMatchObject({ status: 'expired', named: 0 })
  }
})

it('stays where it was sent when the link leads into no dataset here, and refuses links into more than ten', async () => {
  const nowhere = { slug: 'no-such-dataset' }
  await submit(world, { ...PRIVACY, targets: `${rowAt(nowhere, 1)}\nrow 0` })
  expect(await latest(world)).toMatchObject({ named: 2 })
  const many = [world]
  for (let n = 0; n < 10; n++) many.push({ ...world, ...(await newDataset(database.db)) })
  await expect(
    submit(world, { ...PRIVACY, targets: many.map((of) => rowAt(of, 0)).join('\n') }),
  ).rejects.toMatchObject({ code: 'invalid' })
})

it('a program is told of each request that its call became, the same however often it asks', async () => {
  const admin = await newMember(database.db, [], ['admin'])
  const make = (fields: object) =>
    transact(
      (tx) =>
        makeSender(
          tx,
          admin,
          senderInput.parse({
            ...{ organisation: 'Fennel Row Books', email: 'rights@fennelrow.example.com' },
            ...{ kinds: ['copyright'], perHour: '100', ...fields },
          }),
        ),
      database.db,
    )
  const { attest_good_faith: _, attest_authority: __, ...notice } = COPYRIGHT
  const body = {
    ...notice,
    dataset: world.slug,
    targets: [rowAt(world, 0), rowAt(other, 0), rowAt(other, 1)],
    ...{ attest_good_faith: true, attest_authority: true },
  }
  const call = (token: string) =>
    receiveCall(
      { authorization: `Bearer ${token}`, key: 'key-of-two-datasets', body, network: 'e'.repeat(64) },
      database.db,
    )
  const { token } = await make({})
  const { answer } = await call(token)
  const [own, theirs] = [await latest(world), await latest(other)]
  expect(answer).toMatchObject({
    ...{ dataset: world.slug, reference: own?.reference, understood: 1 },
    beside: [{ dataset: other.slug, reference: theirs?.reference, understood: 2 }],
  })
  expect(answer.beside[0]?.tracking).toContain('/takedowns/track/')
  expect((await call(token)).answer).toEqual(answer)
  const one = await make({ dataset: world.slug })
  await expect(call(one.token)).rejects.toMatchObject({ code: 'forbidden' })
})

it('what cannot wait is hidden in every dataset that a link of the report names, before any job has run', async () => {
  const hidden = async ({ datasetId }: TakedownWorld, text = '') => {
    const rows = await database.admin.sql`
      select 1 from review_case where dataset_id = ${datasetId} and digest = ${itemDigest([text])} and restricted`
    return rows.length > 0
  }
  expect([await hidden(world, HERE[1]), await hidden(other, THERE[1])]).toEqual([false, false])
  await reportUrgently(database, world, { ...CHILD, targets: `${rowAt(world, 1)}\n${rowAt(other, 1)}` })
  expect([await hidden(world, HERE[1]), await hidden(other, THERE[1])]).toEqual([true, true])
})
