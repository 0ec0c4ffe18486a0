/* One file: every test needs the same rows and people, and what they ask is answered by the same few steps. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { Answered } from '@/app/(public)/takedowns/track/[token]/answered'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { prepareBatch } from '@/lib/exports/dsa'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { Spoken } from '@/lib/i18n/client'
import { raiseFlags } from '@/lib/flags/raise-flags'
import { answerInput, correctionInput, recallInput } from '@/lib/takedowns/answer-input'
import { agreeToAnswer, answerAccess } from '@/lib/takedowns/answer-right'
import { answerRows } from '@/lib/takedowns/answer-rows'
import { contest } from '@/lib/takedowns/appeal'
import { applyCorrection, correct } from '@/lib/takedowns/correct'
import { erasePersonalData } from '@/lib/takedowns/erase'
import { agree } from '@/lib/takedowns/four-eyes'
import { openCopy, openedCopy, savedCopy, sendCopyCode } from '@/lib/takedowns/open-copy'
import { recallCopy } from '@/lib/takedowns/recall-copy'
import { toldAnswer } from '@/lib/takedowns/answers'
import { wordsOf } from '@/lib/takedowns/said'
import { statementsOf } from '@/lib/takedowns/statement'
import { trackingView } from '@/lib/takedowns/tracking'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import { proposedIn, seenByLetter } from './rights-world'
import { lastEventOf, statusOf } from './takedown-facts'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  lastLetter,
  lettersOf,
  logged,
  PRIVACY,
  requestOf,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
let second: Member
let admin: Member

const STATEMENT = 'The person named here tunes organs, and never built one.'
const NOTE = 'The second row was looked at twice.'

beforeAll(async () => {
  world = await takedownWorld(database.db, [
    { id: 'organ', text: 'Mira Vale builds organs in the old mill.', url: 'https://organs.example/1' },
    { id: 'mill', text: 'The old mill was sold to a choir by Mira Vale.', url: 'https://mills.example/2' },
    { id: 'choir', text: 'A choir of forty rehearses on Tuesdays.', url: 'https://choirs.example/3' },
    { id: 'bells', text: 'Ada Quill casts bells in a barn.', url: 'https://bells.example/5' },
    { id: 'bees', text: 'Ivo Marsh keeps bees behind the station.', url: 'https://bees.example/6' },
    { id: 'nets', text: 'Una Reed mends nets on the pier.', url: 'https://nets.example/7' },
    { id: 'pears', text: 'Olga Pike sells pears on Fridays.', url: 'https://pears.example/8' },
    { id: 'tram', text: 'Pia Lamb drives the last tram.', url: 'https://trams.example/9' },
    { id: 'ferry', text: 'The ferry of Tom Lund leaves at nine.', url: 'https://ferries.example/4' },
  ])
  second = await newMember(database.db, [['lead', world.datasetId]])
  admin = await newMember(database.db, [], ['admin'])
})

const rowsOf = async (requestId: string) =>
  (await answerRows(world.db, { id: requestId, datasetId: world.datasetId })).rows

async function ask(right: 'access' | 'rectification' | 'erasure', targets: string, email?: string) {
  const correction = 'I do not build organs.'
  const tracking = await askFor(database, world, {
    ...PRIVACY,
    ...{ right, targets },
    ...(right === 'rectification' && { correction }),
    ...(email !== undefined && { email }),
  })
  return { tracking, id: (await requestOf(database, world)).id }
}

async function judged(requestId: string, verdict: string, passages = '') {
  const fields: Record<string, string> = { requestId }
  for (const { digest } of await rowsOf(requestId)) {
    fields[`verdict.${digest}`] = verdict
    fields[`passages.${digest}`] = passages
  }
  return fields
}

async function correction(
  requestId: string,
  verdict: string,
  {
    by = world.lead,
    passages = '',
    ...fields
  }: { by?: Member; passages?: string } & Record<string, unknown> = {},
) {
  const input = {
    ...(await judged(requestId, verdict, passages)),
    reasonCode: 'pii.wrong',
    keepReason: 'pii.right',
  }
  return as(world, correct, by, correctionInput.parse({ ...input, ...fields }))
}

/** They agree to the statement that they were offered, and a lead applies it. */
async function agreedTo(requestId: string) {
  const answerId = await proposedIn(world, requestId)
  await database.admin.sql`update takedown_answer set accepted_at = now() where id = ${answerId}`
  return as(world, applyCorrection, world.lead, { requestId, answerId })
}

async function stated(requestId: string, statement: string) {
  await seenByLetter(world, requestId)
  await correction(requestId, 'statement', { statement })
  await agreedTo(requestId)
}

const referenceOf = async (requestId: string) => {
  const [row] = await database.admin.sql<{ reference: string }[]>`
    select reference from takedown_request where id = ${requestId}`
  return { reference: row?.reference ?? '' }
}

const labelsOf = (sourceOf: string) => database.admin.sql<{ action: string; label: string | null }[]>`
  select distinct d.action::text as action, d.label from takedown_match m
  join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
  join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id where m.request_id = ${sourceOf}`

describe('who asks from the address of an account here', () => {
  it('neither proposes what they are told nor agrees to it', async () => {
    const [row] = await database.sql<{ email: string }[]>`select email from person where id = ${second.id}`
    const { id } = await ask('access', '"builds organs"', row?.email.toUpperCase())
    await seenByLetter(world, id)
    const give = answerInput.parse(await judged(id, 'give'))
    await expect(as(world, answerAccess, second, give)).rejects.toThrow(/is yours/)
    await as(world, answerAccess, world.lead, give)
    const answer = { requestId: id, answerId: await proposedIn(world, id) }
    await expect(as(world, agreeToAnswer, second, answer)).rejects.toThrow(/is yours/)
    await as(world, agreeToAnswer, admin, answer)
    expect(await statusOf(database, id)).toBe('answered')
  })
})

describe('a copy', () => {
  async function given() {
    const { id, tracking } = await ask('access', '"builds organs"')
    await seenByLetter(world, id)
    await answered(id, world.lead)
    return { id, tracking }
  }
  async function answered(id: string, by: Member, agreedBy = admin) {
    await as(world, answerAccess, by, answerInput.parse(await judged(id, 'give')))
    await as(world, agreeToAnswer, agreedBy, { requestId: id, answerId: await proposedIn(world, id) })
  }
  const toldOf = async (id: string) => (await toldAnswer(world.db, id))?.id ?? ''
  async function codeTo(token: string) {
    await as(world, sendCopyCode, visitor, { token })
    return /^\d{6}$/m.exec((await lastLetter(database, 'takedown-copy-code')).text)?.[0] ?? ''
  }
  async function opened(token: string) {
    const result = await as(world, openCopy, visitor, { token, code: await codeTo(token) })
    if (result.answer !== 'opened') throw new Error(result.answer)
    return result.secret
  }

  it('says what was found in its rows, and nothing of who else asked or reported', async () => {
    await askFor(database, world, { ...PRIVACY, right: 'erasure', targets: '"forty rehearses"' })
    const { id, tracking } = await ask('access', '"forty rehearses"')
    await seenByLetter(world, id)
    await answered(id, world.lead)
    const [row] = await rowsOf(id)
    const noted = (source: 'detector' | 'report') => ({
      ...{
        source,
        detector: `noted-by-${source}`,
        type: `a-${source}`,
        category: 'pii',
        score: 1,
        spans: [],
      },
      ...{ severity: 2 as const, digest: Buffer.from(row?.digest ?? '', 'hex') },
    })
    await transact((tx) => raiseFlags(tx, world.datasetId, [noted('detector'), noted('report')]), world.db)
    const copy = await openedCopy({ token: tracking, secret: await opened(tracking) })
    expect(copy.rows.map(({ marked }) => marked)).toEqual([
      [{ category: 'pii', kind: 'a-detector', by: 'detector' }],
    ])
  })

  it('says nothing of a decision that waits for a second person', async () => {
    await askFor(database, world, {
      ...{ kind: 'copyright', work: 'Ferries of the coast, a book of timetables', relation: 'owner' },
      ...{ name: 'Runa Bracken', postal: '1 Invented Lane', targets: '"ferry of Tom Lund"' },
      ...{ attest_good_faith: 'on', attest_authority: 'on' },
    })
    const notice = await requestOf(database, world)
    for (const { id: caseId } of await casesOfRequest(database, notice.id))
      await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'copyright.owner' })
    const { id, tracking } = await ask('access', '"ferry of Tom Lund"')
    await seenByLetter(world, id)
    await answered(id, world.lead)
    const secret = await opened(tracking)
    const decided = async () =>
      (await openedCopy({ token: tracking, secret })).rows.map((row) =>
        row.decided.map(({ category, action }) => `${category}: ${action}`),
      )
    expect(await decided(), 'nobody has agreed to it').toEqual([[]])
    const { id: eventId } = await lastEventOf(database, notice.id, 'outcome_ready')
    await as(world, agree, second, { requestId: notice.id, eventId })
    expect(await decided()).toEqual([['copyright: remove']])
  })

  it('has what was answered in the words of the form, in the language in which it was sent', async () => {
    const german = { ...PRIVACY, right: 'access', targets: '"builds organs"', attestation: 'privacy-1.de' }
    const tracking = await askFor(database, world, german)
    const { id } = await requestOf(database, world)
    await seenByLetter(world, id)
    await answered(id, world.lead)
    const { your_request: own } = await openedCopy({ token: tracking, secret: await opened(tracking) })
    const { right, relation } = CATALOGUES.de.takedowns.forms.privacy
    expect(own?.answers).toEqual([
      { asked: right.label, answered: right.access },
      { asked: relation.label, answered: relation.self },
    ])
  })

  it('given wrongly is called back: it closes under who reads it, no code opens it, and their page says so', async () => {
    const { id, tracking } = await given()
    const secret = await opened(tracking)
    await openedCopy({ token: tracking, secret })
    const code = await codeTo(tracking)
    const reason = 'others' as const
    const of = { requestId: id, answerId: await toldOf(id), reason, note: 'It was the row of a namesake.' }
    await expect(as(world, recallCopy, world.stranger, of)).rejects.toThrow(/./)
    await expect(as(world, recallCopy, world.lead, { ...of, answerId: id })).rejects.toThrow(/no copy/)
    await as(world, recallCopy, world.lead, of)
    await expect(savedCopy({ token: tracking, secret })).rejects.toThrow()
    await expect(as(world, openCopy, visitor, { token: tracking, code })).rejects.toThrow(/no copy/)
    await expect(codeTo(tracking)).rejects.toThrow(/no copy/)
    await expect(as(world, recallCopy, world.lead, of), 'once').rejects.toThrow(/no copy/)
    expect(await trackingView(tracking)).toMatchObject({
      mayContest: true,
      answered: { told: { kind: 'copy', canBeOpened: false, recalled: { reason, words: of.note } } },
      events: expect.arrayContaining([expect.objectContaining({ type: 'copy_recalled' })]),
    })
    expect((await logged(database, world)).at(-1)).toBe('takedown:message')
  })

  it('called back is told by letter as it is on their page: why, what it means, and what they can do', async () => {
    const { id, tracking } = await given()
    const before = (await lettersOf(database, 'takedown-recalled')).length
    await expect(
      as(world, recallCopy, world.lead, { requestId: id, answerId: id, reason: 'others', note: undefined }),
    ).rejects.toThrow(/no copy/)
    expect(await lettersOf(database, 'takedown-recalled'), 'nothing was called back').toHaveLength(before)
    const form = { requestId: id, answerId: await toldOf(id), note: 'A namesake is in the second row.' }
    expect(recallInput.safeParse(form).error?.issues[0]?.message).toBe('Say why it is called back')
    await as(world, recallCopy, world.lead, recallInput.parse({ ...form, reason: 'not_theirs' }))
    const { subject, text } = await lastLetter(database, 'takedown-recalled')
    const { reference } = await requestOf(database, world)
    const said = text.replace(/\n(> )?/g, ' ')
    expect(subject).toBe(`We called back the copy we gave you: request ${reference}`)
    const { why, means, next } = CATALOGUES['en-GB'].rights.recalled
    for (const sentence of [why.not_theirs, form.note, means, next, 'GDPR Art. 77', tracking])
      expect(said).toContain(sentence)
    expect(said).toContain('say so on the page of your request')
    expect(said, 'no word of a row').not.toContain('Mira Vale')

    await as(world, contest, visitor, { token: tracking, grounds: 'I want it all the same.' })
    expect((await trackingView(tracking))?.answered?.told, 'not while it is answered anew').toBeNull()
  })

  it('is closed by the answer that takes its place', async () => {
    const { id, tracking } = await given()
    const secret = await opened(tracking)
    await openedCopy({ token: tracking, secret })
    await as(world, contest, visitor, { token: tracking, grounds: 'There is more of it.' })
    const other = await newMember(database.db, [], ['admin'])
    await answered(id, second, other)
    await expect(openedCopy({ token: tracking, secret })).rejects.toThrow()
    expect((await trackingView(tracking))?.answered?.told).toMatchObject({
      canBeOpened: true,
      recalled: null,
    })
  })
})

describe('a statement that stands beside a row', () => {
  it('is neither ended nor masked away by the correction of somebody else', async () => {
    const first = await ask('rectification', '"builds organs"')
    await stated(first.id, STATEMENT)
    const published = [{ action: 'label', label: `statement: ${STATEMENT}` }]
    expect(await labelsOf(first.id)).toEqual(published)

    const masks = await ask('rectification', '"builds organs"')
    await expect(correction(masks.id, 'mask', { passages: 'organs' })).rejects.toThrow(/somebody else/)
    const other = await ask('rectification', '"builds organs"')
    await seenByLetter(world, other.id)
    await correction(other.id, 'statement', { statement: 'The person named here mends bells.' })
    await expect(agreedTo(other.id)).rejects.toThrow(/somebody else/)
    const keeps = await ask('rectification', '"builds organs"')
    await correction(keeps.id, 'keep')
    expect(await labelsOf(first.id)).toEqual(published)
  })
})

describe('a statement of one’s own', () => {
  const EMAIL = 'ada.quill@people.example'
  const erase = (id: string) =>
    transact(
      (tx) =>
        erasePersonalData(
          tx,
          system('takedown'),
          { id, datasetId: world.datasetId, restricted: false },
          'retention_over',
        ),
      world.db,
    )

  it('gives way to what the same person asks later from the same mailbox, and to nobody else', async () => {
    const first = await ask('rectification', '"Ada Quill casts"', EMAIL)
    await stated(first.id, 'The person named here casts chimes.')
    const later = await ask('rectification', '"Ada Quill casts"', EMAIL.toUpperCase())
    await stated(later.id, 'The person named here retired.')
    expect(await labelsOf(later.id)).toEqual([
      { action: 'label', label: 'statement: The person named here retired.' },
    ])
    const stranger = await ask('rectification', '"Ada Quill casts"')
    await expect(correction(stranger.id, 'mask', { passages: 'bells' })).rejects.toThrow(
      /from the address from which they agreed/,
    )
    expect(await labelsOf(later.id)).toMatchObject([{ action: 'label' }])
  })

  it('gives way, once nobody knows any more whose it is, to who has shown that the row is theirs', async () => {
    const first = await ask('rectification', '"Ivo Marsh keeps"', EMAIL)
    await stated(first.id, 'The person named here kept none.')
    await erase(first.id)
    const later = await ask('rectification', '"Ivo Marsh keeps"')
    await expect(correction(later.id, 'mask', { passages: 'bees' })).rejects.toThrow(/has been erased/)
    await seenByLetter(world, later.id)
    await correction(later.id, 'mask', { passages: 'bees' })
    expect(await labelsOf(later.id)).toEqual([{ action: 'redact', label: null }])
  })
})

describe('an answer to who asks for a correction', () => {
  it('has what the person who looked at it writes, in the letter and with what happened', async () => {
    const { id } = await ask('rectification', '"sold to a choir"')
    await correction(id, 'mask', { passages: 'a choir', note: NOTE })
    expect(await statusOf(database, id)).toBe('actioned')
    expect((await lastLetter(database, 'takedown-outcome')).text).toContain(NOTE)
    expect([...(await wordsOf(world.db, id)).values()]).toEqual([NOTE])
  })

  it('says that nothing is about them without saying that anything was found', async () => {
    const { id, tracking } = await ask('rectification', '"rehearses on Tuesdays"')
    await correction(id, 'not_them')
    expect(await statusOf(database, id)).toBe('answered')
    const view = await trackingView(tracking)
    expect(view?.targets.map(({ results }) => results)).toEqual([[]])
    const { subject, text } = await lastLetter(database, 'takedown-answered')
    expect(subject).toContain('nothing about you to correct')
    expect(text).toContain('be corrected')
    expect(text).not.toContain('You asked what the dataset')
  })

  it('has a page that is headed by that: nothing was found to correct, and what was looked for', async () => {
    const { id, tracking } = await ask('rectification', '"rehearses on Tuesdays"')
    await correction(id, 'not_them')
    const view = await trackingView(tracking)
    if (!view) throw new Error('no page')
    for (const locale of ['en-GB', 'de'] as const) {
      const messages = CATALOGUES[locale]
      const html = renderToStaticMarkup(
        createElement(
          Spoken,
          { value: { locale, messages } },
          createElement(Answered, { token: tracking, view, named: undefined }),
        ),
      )
      const { noneToCorrect, noneCorrected, title } = messages.rights.track
      expect(html).toContain(`>${noneToCorrect}</h2>`)
      expect(html).toContain(noneCorrected)
      expect(html).toContain('rehearses on Tuesdays')
      expect(html).not.toContain(title)
    }
    expect(view.events.at(-1)).toMatchObject({ type: 'answered', data: { answer: 'none' } })
  })

  it('is given anew, once contested, by people who had no part in it, though no statement was in it', async () => {
    const { id, tracking } = await ask('rectification', '"leaves at nine"')
    await correction(id, 'keep')
    expect(await statusOf(database, id)).toBe('no_action')
    await as(world, contest, visitor, { token: tracking, grounds: 'It has left at ten for years.' })
    await expect(correction(id, 'mask', { passages: 'at nine' })).rejects.toThrow(/part in the answer/)
    await correction(id, 'mask', { by: second, passages: 'at nine' })
    expect(await statusOf(database, id)).toBe('actioned')
  })
})

describe('a correction, in what is stated about decisions', () => {
  const recordOf = async (requestId: string) => {
    const rows = await database.admin.sql<{ record: { category_specification: string[] } }[]>`
      select s.record from takedown_match m
      join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
      join dsa_statement s on s.dataset_id = c.dataset_id and s.decision_id = c.decision_id
      where m.request_id = ${requestId}`
    return rows.map(({ record }) => record.category_specification)
  }

  it('is a restriction where passages are masked, though nobody asked to be forgotten, and none where a statement stands', async () => {
    const masks = await ask('rectification', '"Una Reed mends nets"')
    await correction(masks.id, 'mask', { passages: 'nets' })
    const states = await ask('rectification', '"Olga Pike sells"')
    await stated(states.id, 'The person named here gives them away.')
    const forgets = await ask('erasure', '"Pia Lamb drives"')
    for (const { id: caseId } of await casesOfRequest(database, forgets.id))
      await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'pii.contact' })

    for (const { id } of [masks, states, forgets]) expect(await statusOf(database, id)).toBe('actioned')
    const reasonsOf = async (id: string) =>
      (await statementsOf(id, world.db)).map(({ facts }) => facts.restrictions)
    expect(await reasonsOf(masks.id)).toEqual([[{ action: 'redact', items: 1, territories: null }]])
    expect(await reasonsOf(forgets.id)).toEqual([[{ action: 'remove', items: 1, territories: null }]])
    expect(await reasonsOf(states.id), 'it restricts nothing').toEqual([])
    const told = (await lettersOf(database, 'takedown-statement')).map(({ letter }) => letter?.text ?? '')
    const { reference } = await referenceOf(states.id)
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter((text) => text.includes(reference))).toEqual([])

    const { left } = await transact((tx) => prepareBatch(tx, world.lead, { dataset: world.slug }), world.db)
    expect(left).toBe(0)
    expect(await recordOf(masks.id)).toEqual([['KEYWORD_MISSING_PROCESSING_GROUND']])
    expect(await recordOf(forgets.id)).toEqual([['KEYWORD_RIGHT_TO_BE_FORGOTTEN']])
    expect(await recordOf(states.id)).toEqual([])
  })
})
