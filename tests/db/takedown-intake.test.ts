import { beforeEach, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { contactOf } from '@/lib/takedowns/contact'
import { draft } from '@/lib/takedowns/draft'
import { declaredWords } from '@/lib/takedowns/form-version'
import { draftInput } from '@/lib/takedowns/input'
import { LIST_FILE } from '@/lib/takedowns/locator-file'
import { testDatabase } from '@/tests/support/database'
import {
  askFor,
  casesOfRequest,
  decideCase,
  expectNowhereInClear,
  lastLetter,
  lettersOf,
  linkIn,
  OPT_OUT,
  press,
  PRIVACY,
  submit,
  takedownWorld,
  type TakedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
let posts = 0
/** A dataset of its own: the requests of a test are those about it. Of a text of its own: what is restricted is so in every dataset. */
const clear = async () => {
  const text = `A post by somebody who has a name and a street, number ${posts++}.`
  world = await takedownWorld(database.db, [{ id: 'post-1', text, url: 'https://a.example.org/1' }])
}
beforeEach(clear)

type Filed = {
  id: string
  kind: string
  status: string
  submittedAt: string
  dueAt: string | null
  form: string | null
}

/** The requests that came of one press of the button, first the one that was sent. */
const filed = () => database.admin.sql<Filed[]>`
  select id, kind, status, submitted_at as "submittedAt", due_at as "dueAt", form from takedown_request
  where dataset_id = ${world.datasetId} order by form is null, submitted_at`

const targetsOf = async (requestId: string) =>
  (
    await database.admin.sql<{ kind: string }[]>`
    select kind from takedown_target where request_id = ${requestId} order by ordinal`
  ).map(({ kind }) => kind)

it('files a demand under data protection law that stands in an opt-out as a request of its own, with its own clock', async () => {
  await submit(world, {
    ...OPT_OUT,
    targets: 'https://a.example.org/1',
    statement: 'I wrote this. Also, please erase my personal data under Art. 17 GDPR.',
  })
  expect(await filed(), 'nothing of it before the address is confirmed').toHaveLength(1)

  const { text } = await lastLetter(database, 'takedown-confirm')
  await press(world, linkIn(text, 'confirm'))
  const [sent, beside, ...more] = await filed()
  expect(more).toEqual([])
  expect(sent).toMatchObject({ kind: 'opt_out', status: 'received', form: 'opt_out-2' })
  expect(beside).toMatchObject({ kind: 'privacy', status: 'received', submittedAt: sent?.submittedAt })
  expect(beside?.dueAt, 'its own clock runs').not.toBeNull()
  expect(await targetsOf(beside?.id ?? '')).toEqual(['url'])
  expect(await contactOf(database.db, beside?.id ?? '')).toMatchObject({
    name: 'Ada Example',
    answers: { right: 'erasure', statement: expect.stringContaining('Art. 17 GDPR') },
  })
  const receipts = await lettersOf(database, 'takedown-receipt')
  const pages = receipts.map(({ letter }) => linkIn(letter?.text ?? '', 'track'))
  expect(new Set(pages).size, 'each has a private page').toBe(2)
})

it('files nothing beside a request that says no such thing, or one that only safety officers may see', async () => {
  const sent: Record<string, string>[] = [
    { ...OPT_OUT, statement: 'I wrote this and have a page on the GDPR.' },
    {
      ...{ kind: 'illegal_content', concern: 'ncii', name: 'Ada Example', attest_good_faith: 'on' },
      statement: 'It is a picture of me. Delete my personal data, Art. 17 GDPR.',
    },
  ]
  for (const fields of sent) {
    await clear()
    await submit(world, { targets: 'https://a.example.org/1', ...fields })
    await press(world, linkIn((await lastLetter(database, 'takedown-confirm')).text, 'confirm'))
    expect((await filed()).map(({ kind }) => kind)).toEqual([fields.kind])
  }
})

it('makes a request of its own of each right that is asked for at once, all confirmed by one press', async () => {
  await submit(world, {
    ...{ ...PRIVACY, right: 'access,erasure,rectification', targets: 'https://a.example.org/1' },
    ...{ correction: 'I live in Elm Lane now.', statement: 'I moved last year.' },
  })
  const [waiting, ...early] = await filed()
  expect(early, 'nothing of the others before the address is confirmed').toEqual([])
  expect((await contactOf(database.db, waiting?.id ?? ''))?.answers.right).toBe('erasure')

  await press(world, linkIn((await lastLetter(database, 'takedown-confirm')).text, 'confirm'))
  const all = await Promise.all(
    (await filed()).map(async (row) => ({ ...row, contact: await contactOf(database.db, row.id) })),
  )
  const corrections = all.map(({ contact }) => [contact?.answers.right, contact?.answers.correction])
  expect(Object.fromEntries(corrections), 'what was sent stays whole').toEqual({
    ...{ erasure: 'I live in Elm Lane now.', rectification: 'I live in Elm Lane now.' },
    access: '',
  })
  expect(all).toHaveLength(3)
  for (const { id, kind, status, form, submittedAt, dueAt, contact } of all) {
    expect({ kind, status, form }).toEqual({ kind: 'privacy', status: 'received', form: 'privacy-3' })
    expect(submittedAt).toEqual(waiting?.submittedAt)
    expect(dueAt, 'its own clock runs').not.toBeNull()
    expect(await targetsOf(id)).toEqual(['url'])
    expect(contact).toMatchObject({ name: 'Ada Example', answers: { statement: 'I moved last year.' } })
    const clocks = await database.admin.sql`
      select asked_right as "right" from takedown_clock where request_id = ${id} and law = 'gdpr'`
    expect(clocks.map(({ right }) => String(right))).toEqual([contact?.answers.right])
  }
  const receipts = (await lettersOf(database, 'takedown-receipt')).slice(-3)
  expect(new Set(receipts.map(({ letter }) => linkIn(letter?.text ?? '', 'track'))).size).toBe(3)
})

it('looks for what somebody asks about themselves when they do not know where it is', async () => {
  await submit(world, {
    ...PRIVACY,
    right: 'access',
    identifiers: 'ada.example@mail.example.org\n+49 30 5550123',
  })
  const [request] = await filed()
  expect(await targetsOf(request?.id ?? '')).toEqual(['quote', 'quote'])
  await expectNowhereInClear(database, 'ada.example@mail.example.org', '5550123')
})

it('takes back a whole request without a list, and a part of it only with one', async () => {
  const retraction = {
    ...{ kind: 'retraction', reference: '7QK4-M2XD', name: 'Ada Example', attest_authority: 'on' },
  }
  await submit(world, { ...retraction, extent: 'whole' })
  const [request] = await filed()
  expect(await targetsOf(request?.id ?? '')).toEqual([])
  expect(() => submit(world, { ...retraction, extent: 'part' })).toThrow(/Say where it is/)
})

it('answers a removal without a list, and not with one of which nothing is understood', async () => {
  const counter = {
    ...{ kind: 'counter_notice', reference: '7QK4-M2XD', relation: 'owner', name: 'Ada Example' },
    ...{
      statement: 'I wrote this myself, it was removed by mistake.',
      address: '5 Orchard Lane',
      phone: '+1 217 555 0100',
    },
    ...{ attest_mistake: 'on', attest_jurisdiction: 'on', attest_service: 'on' },
  }
  await submit(world, counter)
  const [request] = await filed()
  expect(await targetsOf(request?.id ?? '')).toEqual([])
  await expect(submit(world, { ...counter, targets: 'USERNAME/REPO' })).rejects.toMatchObject({
    fields: { targets: [expect.any(String)] },
  })
})

it('keeps questions and declarations in the words in which they were read, sealed, with their version in clear', async () => {
  await submit(world, { ...PRIVACY, targets: 'row 0', attestation: 'privacy-1.de' })
  const [request] = await filed()
  expect(request?.form).toBe('privacy-3.de')
  expect((await contactOf(database.db, request?.id ?? ''))?.asked).toMatchObject({
    right: 'Was verlangen Sie?',
    attest_subject: declaredWords('privacy-1.de')['attest_subject'],
  })
  expect(declaredWords('privacy-1.de')['attest_subject']).toMatch(/^Die Daten/)
  await expectNowhereInClear(database, 'Was verlangen Sie?')
})

it('reads 20,000 addresses from a file, carries them through the page to check, and keeps each as a target', async () => {
  const list = `url\n${Array.from({ length: 20_000 }, (_, n) => `https://a.example.org/${n}`).join('\n')}`
  const fields = { ...OPT_OUT, dataset: world.slug, email: 'list@people.example', intent: 'check' }
  const checked = await transact(
    (tx) => draft(tx, visitor, draftInput.parse({ ...fields, [LIST_FILE]: new File([list], 'list.txt') })),
    database.db,
  )
  expect(checked.page).toBe('check')
  await submit(world, checked.values)
  const [request] = await filed()
  expect(await targetsOf(request?.id ?? '')).toHaveLength(20_000)
})

it('reads a text file of plain words as the words to look for, and one of addresses as a list', async () => {
  const read = async (text: string) => {
    const fields = { ...OPT_OUT, dataset: world.slug, email: 'text@people.example', intent: 'check' }
    const file = new File([text], 'chapter.txt', { type: 'text/plain' })
    const { values } = await transact(
      (tx) => draft(tx, visitor, draftInput.parse({ ...fields, [LIST_FILE]: file })),
      database.db,
    )
    await submit(world, values)
    const [request] = await filed()
    return targetsOf(request?.id ?? '')
  }
  const lines = Array.from(
    { length: 300 },
    (_, n) => `It was the ${n}th evening, and nobody came to the gate.`,
  )
  expect(await read(`${lines.slice(0, 40).join('\n')}\n17\n`), 'a page number changes nothing').toEqual([
    'quote',
  ])
  await clear()
  expect(await read(lines.join('\n')), 'a long one, and what is nearly it').toEqual(['near'])
  await clear()
  expect(await read('https://a.example.org/1\nhttps://a.example.org/2\nmine')).toEqual(['url', 'url'])
})

it('refuses a file that is no list, at its field', async () => {
  const fields = { ...OPT_OUT, dataset: world.slug, email: 'list@people.example', intent: 'check' }
  for (const [bytes, why] of [
    ['PK\u0003\u0004\u0000', 'This file is not text'],
    ['<svg/>', 'This file is no list'],
  ] as const) {
    const input = draftInput.parse({
      ...fields,
      [LIST_FILE]: new File([bytes], 'list.csv', { type: 'text/csv' }),
    })
    await expect(transact((tx) => draft(tx, visitor, input), database.db)).rejects.toMatchObject({
      fields: { [LIST_FILE]: [expect.stringContaining(why)] },
    })
  }
})

it.each([
  { later: 'yes', rules: ['domain', 'source_id'], follows: /A standing rule also keeps/ },
  { later: 'no', rules: [], follows: /The next release shows the change\. Copies/ },
])(
  'keeps what comes from the same source out of later revisions, as its sender asked: $later',
  async (asked) => {
    const named = { targets: 'a.example.org', include_future: asked.later }
    await askFor(database, world, { ...OPT_OUT, ...named })
    const [request] = await filed()
    for (const { id: caseId } of await casesOfRequest(database, request?.id ?? ''))
      await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'optout.own' })
    const rules = await database.admin.sql<{ kind: string }[]>`
    select kind from suppression_rule where dataset_id = ${world.datasetId} and ended_at is null order by kind::text`
    expect(rules.map(({ kind }) => kind)).toEqual(asked.rules)
    expect((await lastLetter(database, 'takedown-outcome')).text).toMatch(asked.follows)
  },
)
