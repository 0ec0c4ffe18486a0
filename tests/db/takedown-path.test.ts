import { beforeAll, describe, expect, it } from 'vitest'
import { loadMember } from '@/lib/auth/load-actor'
import { addNote } from '@/lib/notes/add-note'
import { listRequests, requestsOfCase, requestView } from '@/lib/takedowns/queries'
import { requestsFilter } from '@/lib/takedowns/input'
import { StepAlreadyTaken, StepRefused } from '@/lib/takedowns/status'
import { confirmationState, trackingView } from '@/lib/takedowns/tracking'
import { wayOf } from '@/lib/takedowns/router'
import { withdraw } from '@/lib/takedowns/withdraw'
import { transact } from '@/db/client'
import { env } from '@/lib/runtime/env'
import { testDatabase } from '@/tests/support/database'
import { contestedNoMore } from './takedown-facts'
import {
  askFor,
  casesOfRequest,
  decideCase,
  expectNowhereInClear,
  importRows,
  lastLetter,
  letters,
  linkIn,
  logged,
  PRIVACY,
  press,
  requestOf,
  runJobs,
  submit,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const ROWS = [
  { id: 'p1', text: 'Wilma Flint lives at 3 Quarry Lane, in the yellow house.' },
  { id: 'p2', text: 'The weather was fine and nobody complained.' },
  { id: 'p3', text: 'Call Wilma Flint in the\nevening, she said.' },
  { id: 'p4', text: 'A recipe for soup.' },
]
const EMAIL = 'ada@people.example'
const TARGETS =
  '"Wilma Flint lives at 3 Quarry Lane"\n"Wilma Flint in the evening"\n"nobody wrote this anywhere"'

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})

describe('a request', () => {
  let confirmToken: string
  let tracking: string

  it('waits unseen until its address is confirmed', async () => {
    expect(await submit(world, { ...PRIVACY, email: EMAIL, targets: TARGETS })).toEqual({ received: true })
    await runJobs(database)
    const confirmation = (await letters(database)).at(-1)
    expect(confirmation).toMatchObject({
      template: 'takedown-confirm',
      state: 'held',
      letter: { to: EMAIL },
    })
    expect(confirmation?.letter?.text).not.toContain('Wilma')
    expect(confirmation?.letter?.text).not.toContain('Ada')
    confirmToken = linkIn(confirmation?.letter?.text ?? '', 'confirm')
    expect(await requestOf(database, world)).toMatchObject({ status: 'email_unverified' })
    expect((await listRequests(world.lead, requestsFilter.parse({ state: 'all' }))).rows).toEqual([])
  })

  it('is not confirmed by looking at the link', async () => {
    for (let look = 0; look < 3; look++) expect(await confirmationState(confirmToken)).toBe('ready')
    expect(await requestOf(database, world)).toMatchObject({ status: 'email_unverified' })
  })

  it('is confirmed once, whoever presses at the same moment', async () => {
    const presses = await Promise.allSettled([
      press(world, confirmToken),
      press(world, confirmToken),
      press(world, confirmToken),
    ])
    const done = presses.filter((pressed) => pressed.status === 'fulfilled')
    expect(done).toHaveLength(1)
    for (const pressed of presses)
      if (pressed.status === 'rejected') expect(pressed.reason).toBeInstanceOf(StepAlreadyTaken)
    tracking = done[0]?.value.tracking ?? ''
    const receipt = (await lastLetter(database, 'takedown-receipt')).text
    expect(linkIn(receipt, 'track')).toBe(tracking)
    expect(receipt, 'where a link that is lost is sent again').toContain(
      `${env().url}/takedowns?what=asked&then=follow\n`,
    )
    expect(wayOf('asked', 'follow')).toEqual({ to: 'told', what: 'follow' })
    expect(await confirmationState(confirmToken)).toBe('used')
  })

  it('opens a case for each item it finds, also where nothing was flagged and where the lines break elsewhere', async () => {
    await runJobs(database)
    const request = await requestOf(database, world)
    expect(request.status).toBe('under_review')
    const cases = await casesOfRequest(database, request.id)
    expect(cases.map(({ text }) => text)).toEqual([ROWS[2]?.text, ROWS[0]?.text])
    for (const found of cases) expect(found).toMatchObject({ category: 'pii', status: 'open', takedowns: 1 })
    const [flag] = await database.admin
      .sql`select spans, source from flag where takedown_id = ${request.id} and jsonb_array_length(spans) > 0`
    expect(flag).toEqual({ source: 'takedown', spans: [{ field: 'text', start: 0, end: 34 }] })
    expect(
      await requestsOfCase(world.reviewer, { datasetId: world.datasetId, id: cases[0]?.id ?? '' }),
    ).toMatchObject([{ reference: request.reference, kind: 'privacy' }])
  })

  it('says nothing about what was found before it is decided', async () => {
    const view = await trackingView(tracking)
    expect(view?.targets.map(({ results }) => results)).toEqual([[], [], []])
    expect(view?.mayWithdraw).toBe(true)
    expect(JSON.stringify(view)).not.toContain(EMAIL)
    expect(JSON.stringify(view)).not.toContain(PRIVACY.name)
  })

  it('waits for its last case, and then is answered with a reason for each thing it named', async () => {
    const request = await requestOf(database, world)
    const [second, first] = await casesOfRequest(database, request.id)
    await decideCase(database, world, {
      caseId: first?.id ?? '',
      action: 'remove',
      reasonCode: 'pii.profile',
    })
    expect(await requestOf(database, world)).toMatchObject({ status: 'under_review' })
    const at = { datasetId: world.datasetId, caseId: second?.id ?? '' }
    const say = (audience: 'team' | 'public', text: string) =>
      transact((tx) => addNote(tx, world.lead, { ...at, audience, text }), world.db)
    await say('team', 'A strange one.')
    await say('public', 'The evening is nobody’s.')
    expect(JSON.stringify(await trackingView(tracking)), 'not before the outcome').not.toContain('nobody’s')
    await decideCase(database, world, { caseId: at.caseId, action: 'keep', reasonCode: 'pii.not' })
    expect(await requestOf(database, world)).toMatchObject({ status: 'partially_actioned' })

    const outcome = (await lastLetter(database, 'takedown-outcome')).text.replace(/\s+/g, ' ')
    expect(outcome).toContain(
      'The item will be left out: The row is about a private person (policy version 1).',
    )
    expect(outcome).toContain('The item stays: Not personal data (policy version 1).')
    expect(outcome).toContain('Those who decided add: “The evening is nobody’s.”')
    expect(outcome).not.toContain('strange one')
    expect(outcome).toContain('This was not found in the latest revision.')
    expect(outcome).toContain('data protection authority')
    const view = await trackingView(tracking)
    expect(view?.events.map(({ type }) => type)).toEqual([
      'submitted',
      'confirmed',
      'matched',
      'case_decided',
      'case_decided',
      'outcome',
    ])
    expect(view?.targets.map(({ results }) => results[0])).toEqual([
      'The item will be left out: The row is about a private person (policy version 1).',
      'The item stays: Not personal data (policy version 1).',
      'This was not found in the latest revision.',
    ])
  })

  it('is in the log step by step', async () => {
    const steps = (await logged(database, world)).filter((entry) => /^(takedown|decision)/.test(entry))
    expect(steps).toEqual([
      'takedown:submitted',
      'takedown:confirmed',
      'takedown:matched',
      'decision',
      'takedown:case_decided',
      'decision',
      'takedown:case_decided',
      'takedown:outcome',
    ])
  })

  it('leaves nothing of its requester, its targets or its links in clear in any table', async () => {
    await expectNowhereInClear(
      database,
      EMAIL,
      PRIVACY.name ?? '',
      'nobody wrote this anywhere',
      tracking,
      confirmToken,
    )
    // The search can find: what is public stands in clear.
    await expect(expectNowhereInClear(database, world.slug)).rejects.toThrow('stands in')
  })

  it('is seen by leads and maintainers of its dataset, and by nobody else', async () => {
    const { id, reference } = await requestOf(database, world)
    expect(await requestView(world.lead, id)).toMatchObject({
      reference,
      contact: { email: EMAIL, name: PRIVACY.name },
    })
    expect(await requestView(world.maintainer, id), 'who asks is not for the other side').toMatchObject({
      reference,
      contact: null,
    })
    for (const member of [world.reviewer, world.stranger, world.officer]) {
      await expect(requestView(member, id)).rejects.toMatchObject({ code: 'not_found' })
      expect((await listRequests(member, requestsFilter.parse({ state: 'all' }))).rows).toEqual([])
    }
    const afterwards = await loadMember(database.db, world.lead.id)
    expect(
      afterwards && (await listRequests(afterwards, requestsFilter.parse({ state: 'closed' }))).rows,
    ).toHaveLength(1)
  })
})

describe('a link', () => {
  it('that never was one is the same 404 everywhere', async () => {
    for (const token of ['', 'x', 'A'.repeat(43), 'A'.repeat(5_000), '../../etc/passwd', '\u0000']) {
      expect(await confirmationState(token)).toBe('unknown')
      expect(await trackingView(token)).toBeNull()
      await expect(press(world, token)).rejects.toMatchObject({
        code: 'not_found',
        message: 'This link was not found.',
      })
    }
  })

  it('to confirm does not track, and the reference opens nothing', async () => {
    await submit(world, { ...PRIVACY, targets: 'row 1' })
    const token = linkIn((await lastLetter(database, 'takedown-confirm')).text, 'confirm')
    expect(await trackingView(token)).toBeNull()
    expect(await trackingView((await requestOf(database, world)).reference)).toBeNull()
  })

  it('that has run out confirms nothing, and what was sent with it is erased', async () => {
    await submit(world, { ...PRIVACY, targets: '"a passage that is nowhere"' })
    const token = linkIn((await lastLetter(database, 'takedown-confirm')).text, 'confirm')
    const { id } = await requestOf(database, world)
    await database.admin
      .sql`update takedown_confirmation set expires_at = now() - interval '1 second' where request_id = ${id}`
    await expect(press(world, token)).rejects.toThrow(StepRefused)
    expect(await confirmationState(token)).toBe('over')

    await dueNow(id)
    await runJobs(database)
    expect(await requestOf(database, world)).toMatchObject({ status: 'expired' })
    const [left] = await database.admin.sql`
      select (select count(*)::int from takedown_contact where request_id = ${id}) as contacts,
             (select count(*)::int from takedown_target where request_id = ${id}) as targets`
    expect(left).toEqual({ contacts: 0, targets: 0 })
    expect((await letters(database)).at(-1)?.letter).toBeNull()
    await expect(press(world, token)).rejects.toThrow(StepRefused)
  })
})

it('a confirmed request outlives the time of its link', async () => {
  const tracking = await askFor(database, world, { ...PRIVACY, targets: '"A recipe for soup."' })
  const { id } = await requestOf(database, world)
  await dueNow(id)
  await runJobs(database)
  expect(await trackingView(tracking)).toMatchObject({ status: 'under_review' })
})

it('a request that names nothing we have is closed with an explanation', async () => {
  const tracking = await askFor(database, world, {
    ...PRIVACY,
    targets: '"words that stand nowhere"\nid: unknown-7',
  })
  expect(await trackingView(tracking)).toMatchObject({ status: 'no_match', mayWithdraw: false })
  expect((await lastLetter(database, 'takedown-not-found')).text).toContain('> words that stand nowhere')
})

it('a withdrawn request is worked on no more, and can be withdrawn by its tracking link only', async () => {
  const tracking = await askFor(database, world, { ...PRIVACY, targets: 'row 1' })
  const { id } = await requestOf(database, world)
  const take = (token: string) => transact((tx) => withdraw(tx, visitor, { token, sure: 'on' }))
  await expect(take('A'.repeat(43))).rejects.toMatchObject({ code: 'not_found' })
  expect(await take(tracking)).toEqual({ withdrawn: true })
  await expect(take(tracking)).rejects.toThrow(StepAlreadyTaken)
  const [found] = await casesOfRequest(database, id)
  await decideCase(database, world, { caseId: found?.id ?? '', action: 'remove', reasonCode: 'pii.profile' })
  expect(await trackingView(tracking)).toMatchObject({ status: 'withdrawn' })
})

it('an item that was removed before answers the next request about it at once', async () => {
  const tracking = await askFor(database, world, {
    ...PRIVACY,
    targets: '"Wilma Flint lives at 3 Quarry Lane"',
  })
  expect(await trackingView(tracking)).toMatchObject({ status: 'actioned' })
})

it('a report of restricted material is for safety officers only, and leaves only sealed entries in the log', async () => {
  const before = await logged(database, world)
  await askFor(database, world, {
    ...PRIVACY,
    kind: 'illegal_content',
    concern: 'child_safety',
    statement: 'It should not be in any dataset.',
    attest_good_faith: 'on',
    targets: 'row 3',
  })
  const { id } = await requestOf(database, world)
  expect(await requestView(world.officer, id)).toMatchObject({
    restricted: true,
    targets: [{ state: 'matched' }],
  })
  await expect(requestView(world.lead, id)).rejects.toMatchObject({ code: 'not_found' })
  const [found] = await casesOfRequest(database, id)
  expect(found?.category).toBe('child_safety')
  expect(await logged(database, world)).toEqual(before)
})

it('who asked and what they named is erased after a year, when the answer cannot be contested any more, and what was decided stays', async () => {
  const tracking = await askFor(database, world, { ...PRIVACY, targets: '"words that stand nowhere else"' })
  const { id } = await requestOf(database, world)
  await dueNow(id)
  await runJobs(database)
  expect(await requestView(world.lead, id)).toMatchObject({ contact: { name: 'Ada Example' } })
  await contestedNoMore(database, id)
  await dueNow(id)
  await runJobs(database)
  expect(await trackingView(tracking)).toMatchObject({ status: 'no_match', targets: [] })
  expect(await requestView(world.lead, id)).toMatchObject({ contact: null, targets: [] })
  expect((await letters(database)).at(-1)?.letter).toBeNull()
})

it('an open request keeps its requester, however long it takes', async () => {
  await askFor(database, world, { ...PRIVACY, targets: '"A recipe for soup."' })
  const { id } = await requestOf(database, world)
  await dueNow(id)
  await runJobs(database)
  expect(await requestView(world.lead, id)).toMatchObject({
    status: 'under_review',
    contact: { name: 'Ada Example' },
  })
})

/** Lets the time pass that the jobs of a request wait for. */
const dueNow = (requestId: string) => database.admin.sql`
  update graphile_worker._private_jobs set run_at = now() where payload ->> 'requestId' = ${requestId}`

it('an item that the newest revision has lost is still found by the address of its case', async () => {
  const own = await takedownWorld(database.db, [
    { id: 'old', text: 'Write to wilma.flint@mail.example about the yellow house.' },
    { id: 'kept', text: 'Nothing of note.' },
  ])
  await importRows(own, [{ id: 'kept', text: 'Nothing of note.' }])
  const [flagged] = await database.admin.sql<{ id: string; digest: Buffer }[]>`
    select id, digest from review_case where dataset_id = ${own.datasetId}`
  const link = `${env().url}/triage/${own.slug}/${flagged?.id}`
  await askFor(database, own, { ...PRIVACY, targets: `${link}\n${flagged?.digest.toString('hex')}` })
  const { id, status } = await requestOf(database, own)
  expect(status).toBe('under_review')
  expect(await casesOfRequest(database, id)).toMatchObject([{ category: 'pii', takedowns: 1 }])
})

describe('a link to a row', () => {
  const TEXTS = [
    'The ferry was late on Monday.',
    'Write to pia.sand@mail.example about the ferry.',
    'The third row.',
  ]
  const at = ({ slug }: { slug: string }, revision: number, row: number) =>
    `${env().url}/datasets/${slug}/revisions/${revision}?file=train.jsonl&row=${row}`
  const rowsOf = (texts: readonly string[]) => texts.map((text, i) => ({ id: `r${i}`, text }))
  let own: TakedownWorld
  let other: TakedownWorld

  beforeAll(async () => {
    own = await takedownWorld(database.db, rowsOf(TEXTS))
    other = await takedownWorld(database.db, rowsOf(['Somebody else’s first row.', 'Their second one.']))
    // One row more in front: whoever linked to a row of the first revision means what stands one further down now.
    await importRows(own, rowsOf(['A row that came later.', ...TEXTS]))
  })

  const foundBy = async (targets: string, there = own) => {
    await askFor(database, own, { ...PRIVACY, targets })
    const { id } = await requestOf(database, there)
    return (await casesOfRequest(database, id)).map(({ text }) => text)
  }

  it('of the newest revision finds that row', async () => {
    expect(await foundBy(at(own, 2, 1))).toEqual([TEXTS[0]])
  })

  it('of an earlier revision finds what stood there, whether or not anybody has seen it, and nobody’s who stands there now', async () => {
    expect(await foundBy(at(own, 1, 1))).toEqual([TEXTS[1]])
    expect(await foundBy(at(own, 1, 2))).toEqual([TEXTS[2]])
  })

  it('of another dataset finds its row there, although a file of that name is here', async () => {
    expect(await foundBy(at(other, 1, 0), other)).toEqual(['Somebody else’s first row.'])
  })

  it('of no revision or no row finds nothing', async () => {
    expect(await foundBy(at(other, 2, 1), other)).toEqual([])
    for (const link of [at(own, 9, 1), at(own, 1, 99)]) expect(await foundBy(link), link).toEqual([])
  })
})
