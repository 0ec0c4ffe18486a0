/* Longer than most: what somebody is told of themselves is one story, in which each step needs the proofs and answers before it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { say } from '@/lib/i18n/say'
import { prepareRequests } from '@/lib/request-bulk/prepare'
import { locateItem, overrideByDigest } from '@/lib/review/override-by-digest'
import { answerInput, correctionInput } from '@/lib/takedowns/answer-input'
import { copyOf } from '@/lib/takedowns/answer-copy'
import { agreeToAnswer, answerAccess, dropAnswer } from '@/lib/takedowns/answer-right'
import { answerRows } from '@/lib/takedowns/answer-rows'
import { proposedAnswer } from '@/lib/takedowns/answers'
import { contest } from '@/lib/takedowns/appeal'
import { askProof, openProof } from '@/lib/takedowns/ask-proof'
import { erasePersonalData } from '@/lib/takedowns/erase'
import { LEFT_OUT } from '@/lib/takedowns/given-rows'
import { acceptStatement } from '@/lib/takedowns/accept-statement'
import { applyCorrection, correct } from '@/lib/takedowns/correct'
import { lookAtPlace } from '@/lib/takedowns/look-at-place'
import { openCopy, openedCopy, savedCopy, sendCopyCode } from '@/lib/takedowns/open-copy'
import { addressesInRows } from '@/lib/takedowns/proof-options'
import { enterCode, sendCode } from '@/lib/takedowns/prove'
import { reject } from '@/lib/takedowns/reject'
import { lockRequest } from '@/lib/takedowns/request-row'
import { trackingView } from '@/lib/takedowns/tracking'
import { system } from '@/lib/auth/load-actor'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import { proposedIn, seenByLetter } from './rights-world'
import { statusOf } from './takedown-facts'
import {
  as,
  askFor,
  expectNowhereInClear,
  lastLetter,
  letters,
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

const ADA = 'ada.quill@lettershed.example'
const BERT = 'bert.rowan@lettershed.example'
const PHONE = '+49 30 5550 17 23'
const ROWS = [
  { id: 'own', text: `Ada Quill answers at ${ADA} and repairs clocks.`, url: 'https://clocks.example/ada' },
  { id: 'both', text: `Ask ${ADA} or ${BERT} about the boat.`, url: 'https://boats.example/7' },
  { id: 'bert', text: `Bert keeps bees; call ${PHONE} in the evening.`, url: 'https://bees.example/bert' },
  { id: 'none', text: 'A song about rain that nobody remembers.', url: 'https://songs.example/1' },
]

const CROWD = Array.from({ length: 250 }, (_, n) => `signer${n}@crowd.example`)
const CORA = 'cora.finch@hedges.example'
const DAVE = 'dave.marsh@kites.example'
const MORE = [
  {
    id: 'cora',
    text: `The hedge is cut in May, asks ${CORA}.`,
    url: 'https://www.green.example/u/cora/posts/1',
  },
  { id: 'dave', text: `The shop of ${DAVE} sells string.`, url: 'https://green.example/u/dave/posts/2' },
  { id: 'petition-of-signer0', text: `Signed by ${CROWD.join(', ')}.`, url: 'https://crowd.example/signer0' },
]

const ACCESS = { ...PRIVACY, right: 'access', email: 'ada@home.example' }
const asked = {
  ...{ address: '', domain: '', page: '', other_page: '' },
  ...{ sole: undefined, doubt: undefined, note: undefined },
}

beforeAll(async () => {
  world = await takedownWorld(database.db, [...ROWS, ...MORE])
  second = await newMember(database.db, [['lead', world.datasetId]])
  admin = await newMember(database.db, [], ['admin'])
})

/** The rows that were found, in the order of their ids. */
async function found(requestId: string) {
  const { rows } = await answerRows(world.db, { id: requestId, datasetId: world.datasetId })
  return rows.sort((a, b) => String(a.sourceId).localeCompare(String(b.sourceId)))
}

async function answer(
  requestId: string,
  verdicts: Record<string, string>,
  { by = world.lead, hide = {} as Record<string, string>, unsaid = [] as string[] } = {},
) {
  const fields: Record<string, string> = { requestId }
  for (const { digest, sourceId } of await found(requestId)) {
    const verdict = verdicts[sourceId ?? '']
    if (verdict) fields[`verdict.${digest}`] = verdict
    fields[`passages.${digest}`] = hide[sourceId ?? ''] ?? ''
    if (unsaid.includes(sourceId ?? '')) fields[`whereabouts.${digest}`] = 'on'
  }
  return as(world, answerAccess, by, answerInput.parse(fields))
}

/** Something is found in a row that only safety officers may see. */
async function restricted(digest = '') {
  const bytes = Buffer.from(digest, 'hex')
  await database.admin.sql`
    insert into item (dataset_id, digest) select ${world.datasetId}, ${bytes} on conflict do nothing`
  await database.admin.sql`
    insert into flag (dataset_id, digest, source, detector, category, type, score, severity, spans, revision_id)
    select ${world.datasetId}, ${bytes}, 'import', 'test', 'ncii', 'reported', 1, 4, '[]', id
    from revision where dataset_id = ${world.datasetId} limit 1`
}

const codeIn = async (template: string) =>
  /^\d{6}$/m.exec((await lastLetter(database, template)).text)?.[0] ?? ''

async function proveAddress(requestId: string, tracking: string, address: string) {
  const options = await addressesInRows(world.db, { id: requestId, datasetId: world.datasetId })
  const of = options.find((one) => one.address === address)?.of ?? ''
  await as(world, askProof, world.lead, { ...asked, requestId, method: 'row_address' as const, address: of })
  await as(world, sendCode, visitor, { token: tracking })
  await as(world, enterCode, visitor, { token: tracking, code: await codeIn('takedown-code') })
}

async function opened(tracking: string): Promise<string> {
  await as(world, sendCopyCode, visitor, { token: tracking })
  const result = await as(world, openCopy, visitor, {
    token: tracking,
    code: await codeIn('takedown-copy-code'),
  })
  if (result.answer !== 'opened') throw new Error(result.answer)
  return result.secret
}

const count = async (table: string, requestId: string) => {
  const [row] = await database.admin.sql<{ n: number }[]>`
    select count(*)::int as n from ${database.admin.sql(table)} where request_id = ${requestId}`
  return row?.n
}

describe('who asks what there is about them', () => {
  let tracking: string
  let id: string

  it('opens no case, makes no rule and takes nothing out', async () => {
    tracking = await askFor(database, world, { ...ACCESS, identifiers: `${ADA}\n${PHONE}` })
    ;({ id } = await requestOf(database, world))
    expect(await statusOf(database, id)).toBe('under_review')
    expect((await found(id)).map(({ sourceId }) => sourceId)).toEqual(['bert', 'both', 'own'])
    expect(await count('takedown_match', id)).toBe(0)
    const rules = await database.admin
      .sql`select 1 from suppression_rule where dataset_id = ${world.datasetId}`
    expect(rules).toHaveLength(0)
    const flags = await database.admin
      .sql`select 1 from flag where dataset_id = ${world.datasetId} and source = 'takedown'`
    expect(flags).toHaveLength(0)
    await expect(
      database.admin.sql`update takedown_request set status = 'actioned' where id = ${id}`,
      'not by hand either',
    ).rejects.toThrow(/asks for access/)
  })

  it('is told nothing by the private page before somebody has answered, nor how much was found', async () => {
    const view = await trackingView(tracking)
    expect(view).toMatchObject({ status: 'under_review', answered: { told: null, statement: null } })
    expect(view?.targets.flatMap(({ results }) => results)).toEqual([])
  })

  it('is given nothing before they have shown who they are', async () => {
    const give = { own: 'give', both: 'give', bert: 'give' }
    await expect(answer(id, give)).rejects.toThrow(/Nothing shows that this row is theirs/)
    await expect(
      answer(id, { own: 'unproven', both: 'unproven', bert: 'unproven' }),
      'that there is something is a fact about somebody, too',
    ).rejects.toThrow(/Nothing shows who they are/)
    // A code to the mailbox they wrote from says nothing of the rows.
    await as(world, askProof, world.lead, { ...asked, requestId: id, method: 'contact' as const })
    await as(world, sendCode, visitor, { token: tracking })
    await as(world, enterCode, visitor, { token: tracking, code: await codeIn('takedown-code') })
    expect((await found(id)).map(({ proof }) => proof)).toEqual([null, null, null])
    await expect(answer(id, { own: 'unproven', both: 'unproven', bert: 'unproven' })).rejects.toThrow(
      /Nothing shows who they are/,
    )
  })

  it('shows with an address the rows in which it stands, and nobody else’s that they name besides', async () => {
    await proveAddress(id, tracking, ADA)
    expect((await found(id)).map(({ sourceId, proof }) => [sourceId, proof?.how ?? null])).toEqual([
      ['bert', null],
      ['both', 'row'],
      ['own', 'row'],
    ])
    await expect(answer(id, { own: 'give', both: 'give', bert: 'give' })).rejects.toMatchObject({
      message: expect.stringMatching(/Nothing shows that this row is theirs/),
    })
    await expect(answer(id, { own: 'give', both: 'give' }), 'every row is judged').rejects.toThrow(
      /every row/,
    )
  })

  it('has what is about others suggested to be left out, also what they typed themselves', async () => {
    const [bert, both] = await found(id)
    expect(both?.others).toEqual([BERT])
    expect(bert?.others.join(' ')).toContain('5550')
  })

  it('is answered by two people, neither of whom is the other', async () => {
    await answer(id, { own: 'give', both: 'give', bert: 'unproven' }, { hide: { both: BERT } })
    const answerId = await proposedIn(world, id)
    await expect(as(world, agreeToAnswer, world.lead, { requestId: id, answerId })).rejects.toThrow(
      /You proposed/,
    )
    await expect(as(world, agreeToAnswer, world.stranger, { requestId: id, answerId })).rejects.toThrow(/./)
    await expect(as(world, agreeToAnswer, world.maintainer, { requestId: id, answerId })).rejects.toThrow(/./)
    await expect(
      database.admin
        .sql`update takedown_answer set state = 'told', told_at = now(), expires_at = now(), agreed_by = proposed_by where id = ${answerId}`,
    ).rejects.toThrow(/two_people/)
    await as(world, agreeToAnswer, admin, { requestId: id, answerId })
    expect(await statusOf(database, id)).toBe('answered')
    expect(await logged(database, world)).toContain('takedown:outcome')
    const [clock] = await database.admin.sql`
      select e.type, e.reason from takedown_clock_event e join takedown_clock c on c.id = e.clock_id
      where e.request_id = ${id} and c.law = 'gdpr' order by e.ordinal desc limit 1`
    expect(clock).toEqual({ type: 'satisfied', reason: 'answered' })
  })

  it('has a letter and a page that hold no row, and a copy only behind a code to the mailbox they wrote from', async () => {
    const letter = await lastLetter(database, 'takedown-answered')
    expect(letter.to).toBe('ada@home.example')
    expect(letter.text).toContain('2 rows')
    for (const secret of [ADA, BERT, PHONE, 'repairs clocks']) expect(letter.text).not.toContain(secret)
    const view = JSON.stringify((await trackingView(tracking))?.answered)
    expect(JSON.parse(view)).toMatchObject({ told: { kind: 'copy', rows: 2, others: 0, canBeOpened: true } })
    await expect(openedCopy({ token: tracking, secret: tracking })).rejects.toThrow()

    await as(world, sendCopyCode, visitor, { token: tracking })
    expect((await lastLetter(database, 'takedown-copy-code')).to).toBe('ada@home.example')
    const code = await codeIn('takedown-copy-code')
    const wrong = code === '000000' ? '000001' : '000000'
    expect(await as(world, openCopy, visitor, { token: tracking, code: wrong })).toEqual({ answer: 'wrong' })
    await as(world, openCopy, visitor, { token: tracking, code: wrong })
    expect(await as(world, openCopy, visitor, { token: tracking, code: wrong })).toEqual({ answer: 'over' })
    expect(await as(world, openCopy, visitor, { token: tracking, code }), 'three attempts').toEqual({
      answer: 'over',
    })
  })

  it('reads a copy with what is theirs, what others must not lose, and all that the law wants said', async () => {
    const secret = await opened(tracking)
    const copy = await openedCopy({ token: tracking, secret })
    expect(copy.rows.map(({ id: of, fields, left_out }) => [of, fields.text, left_out])).toEqual([
      ['own', `Ada Quill answers at ${ADA} and repairs clocks.`, 0],
      ['both', `Ask ${ADA} or █████ about the boat.`, 1],
    ])
    // What they typed themselves is read back to them; of the row it is in, nothing is.
    const given = JSON.stringify({ ...copy, looked_for: [], your_request: null })
    for (const others of [BERT, PHONE, 'bees']) expect(given).not.toContain(others)
    expect(copy.information.map(({ article }) => article)).toEqual([
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => `GDPR Art. 15(1)(${letter})`),
      'GDPR Art. 15(2)',
    ])
    expect(copy.your_request).toMatchObject({ name: 'Ada Example', email: 'ada@home.example' })
    expect(copy.your_request?.answers).toEqual(
      expect.arrayContaining([{ asked: 'What do you ask for?', answered: 'Tell me what is there' }]),
    )
    expect(copy.rows[0]).toMatchObject({ file: 'train.jsonl', address: expect.stringContaining('example') })
    await savedCopy({ token: tracking, secret })
    const views = await database.admin
      .sql`select how from takedown_answer_view where request_id = ${id} order by created_at`
    expect(views.map(({ how }) => how)).toEqual(['page', 'file'])
    expect(await logged(database, world)).toContain('takedown:message')
  })

  it('can open it for half an hour, for thirty days, and by the link of no other request', async () => {
    const secret = await opened(tracking)
    const other = await askFor(database, world, {
      ...ACCESS,
      email: 'else@home.example',
      identifiers: 'nobody-of-this-name',
    })
    await expect(openedCopy({ token: other, secret })).rejects.toThrow()
    await database.admin.sql`update takedown_answer set opened_until = now() where request_id = ${id}`
    await expect(openedCopy({ token: tracking, secret })).rejects.toThrow()
    await database.admin
      .sql`update takedown_answer set opened_until = now() + interval '1 hour', expires_at = now() where request_id = ${id}`
    await expect(openedCopy({ token: tracking, secret })).rejects.toThrow()
    await expect(as(world, sendCopyCode, visitor, { token: tracking })).rejects.toThrow(/no copy/)
    await database.admin
      .sql`update takedown_answer set expires_at = now() + interval '1 day' where request_id = ${id}`
    expect((await openedCopy({ token: tracking, secret })).rows).toHaveLength(2)
  })

  it('can contest it once, and then is answered by people who had no part in it', async () => {
    await as(world, contest, visitor, { token: tracking, grounds: 'The row about the bees is mine as well.' })
    expect(await statusOf(database, id)).toBe('under_review')
    await expect(answer(id, { own: 'give', both: 'give', bert: 'unproven' })).rejects.toThrow(
      /part in the answer/,
    )
    await expect(
      as(world, reject, world.lead, { requestId: id, reason: 'unfounded' as const, note: undefined }),
    ).rejects.toThrow(/part in the answer/)
    await answer(id, { own: 'give', both: 'give', bert: 'unproven' }, { by: second, hide: { both: BERT } })
    const answerId = await proposedIn(world, id)
    await expect(as(world, agreeToAnswer, admin, { requestId: id, answerId })).rejects.toThrow(
      /part in the answer/,
    )
    await as(world, dropAnswer, second, { requestId: id, answerId })
    expect(await proposedIn(world, id)).toBe('')
  })

  it('keeps no text of a row, and nothing but numbers once the request is erased', async () => {
    await expectNowhereInClear(database, BERT, 'repairs clocks')
    await database.admin
      .sql`update takedown_answer set expires_at = now() + interval '1 day' where request_id = ${id} and state = 'told'`
    await world.db.transaction(async (tx) => {
      const request = await lockRequest(tx, id)
      await erasePersonalData(tx, system('test'), request, 'retention_over')
    })
    expect(await count('takedown_answer_row', id)).toBe(0)
    const [left] = await database.admin
      .sql`select sealed, code_hash, opened_hash from takedown_answer where request_id = ${id}`
    expect(left).toEqual({ sealed: null, code_hash: null, opened_hash: null })
    await expect(as(world, sendCopyCode, visitor, { token: tracking })).rejects.toThrow(/./)
  })
})

describe('who is told that there is nothing', () => {
  it('is told by a person, with what was looked for, and can contest it', async () => {
    const tracking = await askFor(database, world, { ...ACCESS, identifiers: 'nobody-of-this-name-here' })
    const { id } = await requestOf(database, world)
    expect(await statusOf(database, id), 'a program tells nobody that').toBe('under_review')
    expect((await letters(database)).some(({ template }) => template === 'takedown-not-found')).toBe(false)
    await answer(id, {})
    expect(await statusOf(database, id)).toBe('answered')
    const { subject, text } = await lastLetter(database, 'takedown-answered')
    expect(subject).toContain('nothing about you')
    expect(text).toContain('nobody-of-this-name-here')
    expect(text).toContain('GDPR Art. 77')
    expect(await trackingView(tracking)).toMatchObject({
      mayContest: true,
      answered: { told: { kind: 'none', canBeOpened: false } },
    })
    await expect(as(world, sendCopyCode, visitor, { token: tracking })).rejects.toThrow(/no copy/)
  })

  it('is told the same when all that was found is about somebody else', async () => {
    await askFor(database, world, { ...ACCESS, identifiers: PHONE })
    const { id } = await requestOf(database, world)
    await answer(id, { bert: 'not_them' })
    expect(await statusOf(database, id)).toBe('answered')
    expect((await lastLetter(database, 'takedown-answered')).text).not.toContain('bees')
  })
})

describe('a copy by what a person has seen', () => {
  it('is judged row by row, and never holds what only safety officers may see', async () => {
    await askFor(database, world, { ...ACCESS, targets: '"Bert keeps bees"' })
    const { id } = await requestOf(database, world)
    await seenByLetter(world, id)
    expect((await found(id)).map(({ proof }) => proof?.how)).toEqual(['seen'])
    const [row] = await found(id)
    await restricted(row?.digest)
    expect(await found(id), 'not even that it is there').toEqual([])
    await answer(id, {})
    expect(await statusOf(database, id)).toBe('answered')
  })

  it('holds nothing of what safety officers hide by a decision alone', async () => {
    await askFor(database, world, {
      ...ACCESS,
      email: 'songs@lettershed.example',
      targets: '"A song about rain"',
    })
    const { id } = await requestOf(database, world)
    await seenByLetter(world, id)
    const [row] = await found(id)
    const digest = row?.digest ?? ''
    const officer = await newMember(database.app.db, [], ['safety_officer'])
    const decide = async (action: 'keep' | 'remove', reasonCode: string) => {
      const located = await locateItem(world.slug, digest)
      return transact(
        (tx) =>
          overrideByDigest(tx, officer, {
            ...located,
            ...{ dataset: world.slug, digest, spans: [] },
            ...{ action, reasonCode, policyVersionId: undefined, label: undefined, note: undefined },
          }),
        database.app.db,
      )
    }
    await decide('remove', 'ncii.restricted')
    expect(await found(id)).toEqual([])
    await decide('keep', 'ncii.cleared')
    expect(await found(id)).toEqual([row])
  })
})

describe('whose rows they are', () => {
  const ask = async (fields: Record<string, string>) => {
    const tracking = await askFor(database, world, { ...PRIVACY, right: 'access', ...fields })
    const { id: requestId } = await requestOf(database, world)
    return { tracking, requestId }
  }
  /** The page or the domain that was asked for shows the token. */
  const placed = async (requestId: string) => {
    const proof = await openProof(world.db, requestId)
    await lookAtPlace(proof?.id ?? '', {
      read: (address) => Promise.resolve({ url: address, text: proof?.place.token ?? '' }),
      txt: () => Promise.reject(new Error('no record is looked at')),
    })
  }
  const proofs = async (requestId: string) =>
    (await found(requestId)).map(({ sourceId, proof }) => [
      sourceId,
      proof && { method: proof.method, how: proof.how },
    ])
  const BOTH = 'https://www.green.example/u/cora/posts/1\nhttps://green.example/u/dave/posts/2'

  it('is judged by a person for the rows of a domain, however it is written: others may write there too', async () => {
    const { requestId } = await ask({ targets: BOTH })
    const domain = 'www.green.example'
    await as(world, askProof, world.lead, { ...asked, requestId, method: 'well_known' as const, domain })
    await placed(requestId)
    const judged = { method: 'well_known', how: 'seen' }
    expect(await proofs(requestId)).toEqual([
      ['cora', judged],
      ['dave', judged],
    ])
  })

  it('is judged for the rows below the page of an account, and for those of no other account', async () => {
    const { requestId } = await ask({ targets: BOTH })
    await as(world, askProof, world.lead, {
      ...asked,
      ...{ requestId, method: 'page' as const, sole: 'on' as const },
      other_page: 'https://green.example/u/cora',
    })
    await placed(requestId)
    expect(await proofs(requestId)).toEqual([
      ['cora', { method: 'page', how: 'seen' }],
      ['dave', null],
    ])
  })

  it('is not said by quoting them: what a quotation has of others is suggested to be left out', async () => {
    const { requestId } = await ask({ targets: `"The shop of ${DAVE} sells string"`, identifiers: DAVE })
    await seenByLetter(world, requestId)
    expect(
      (await found(requestId)).map(({ sourceId, proof, others }) => [sourceId, proof?.how, others]),
    ).toEqual([['dave', 'seen', [DAVE]]])
  })

  it('names who has a copy of the dataset to nobody of whom nothing is shown to be in it', async () => {
    const { requestId } = await ask({ targets: BOTH })
    await seenByLetter(world, requestId)
    const recipients = async () => {
      const answer = await proposedAnswer(world.db, requestId)
      return answer && (await copyOf(world.db, answer)).recipients
    }
    await answer(requestId, { cora: 'unproven', dave: 'not_them' })
    expect(await recipients()).toBeNull()
    await answer(requestId, { cora: 'give', dave: 'not_them' })
    expect(await recipients()).toEqual({ releases: 0, holders: [] })
  })

  it('leaves out every passage about others, however many, and the address and number of a row where they name somebody', async () => {
    const { tracking, requestId } = await ask({ targets: 'https://crowd.example/signer0' })
    await seenByLetter(world, requestId)
    const [row] = await found(requestId)
    expect(row?.others).toHaveLength(CROWD.length)
    const all = { 'petition-of-signer0': 'give' }
    const hide = { 'petition-of-signer0': CROWD.toReversed().join('\n') }
    await answer(requestId, all, { hide, unsaid: ['petition-of-signer0'] })
    await as(world, agreeToAnswer, admin, { requestId, answerId: await proposedIn(world, requestId) })
    const secret = await opened(tracking)
    const { rows, gone } = await openedCopy({ token: tracking, secret })
    expect(rows).toMatchObject([{ id: LEFT_OUT, address: LEFT_OUT, left_out: CROWD.length }])
    expect(JSON.stringify(rows)).not.toContain('signer')
    expect(gone).toBe(0)

    await restricted(row?.digest)
    expect(await openedCopy({ token: tracking, secret })).toMatchObject({ rows: [], gone: 1 })
    expect(say('rights.copy.gone', { n: 1 }), 'it is not said why').toBe('One row is not available any more.')
  })
})

describe('who asks that something be corrected', () => {
  const WRONG = { ...PRIVACY, right: 'rectification', correction: 'I do not repair clocks, I mend pianos.' }
  const STATEMENT = 'The person named here mends pianos, and never repaired clocks.'

  async function correction(
    requestId: string,
    verdicts: Record<string, string>,
    fields: Record<string, string>,
  ) {
    const input: Record<string, string> = {
      requestId,
      reasonCode: 'pii.wrong',
      keepReason: 'pii.right',
      ...fields,
    }
    for (const { digest, sourceId } of await found(requestId)) {
      input[`verdict.${digest}`] = verdicts[sourceId ?? ''] ?? ''
      input[`passages.${digest}`] = fields[`passages.${sourceId ?? ''}`] ?? ''
    }
    return as(world, correct, world.lead, correctionInput.parse(input))
  }
  const decisions = (requestId: string) => database.admin.sql<
    { action: string; label: string | null; spans: unknown[] }[]
  >`
    select d.action::text as action, d.label, d.spans from takedown_match m
    join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
    join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id where m.request_id = ${requestId}`

  it('opens no case by what a program found, and is answered by masks at once, by the reasons of the policy', async () => {
    await askFor(database, world, { ...WRONG, targets: '"about the boat"' })
    const { id } = await requestOf(database, world)
    expect(await statusOf(database, id)).toBe('under_review')
    expect(await count('takedown_match', id)).toBe(0)
    await expect(correction(id, { both: 'mask' }, {})).rejects.toThrow(/Write which passage/)
    await expect(correction(id, { both: 'mask' }, { 'passages.both': 'the ship' })).rejects.toThrow(
      /does not stand/,
    )
    await expect(
      correction(id, { both: 'mask' }, { 'passages.both': 'the boat', reasonCode: 'pii.public' }),
    ).rejects.toThrow(/./)
    await correction(id, { both: 'mask' }, { 'passages.both': 'the boat' })
    expect(await statusOf(database, id)).toBe('actioned')
    expect(await decisions(id)).toEqual([
      { action: 'redact', label: null, spans: [expect.objectContaining({ field: 'text' })] },
    ])
    expect(await logged(database, world)).toContain('decision')
  })

  it('publishes a statement only of who has shown that the row is theirs, and only when they agree to its words', async () => {
    const tracking = await askFor(database, world, {
      ...WRONG,
      email: 'ada@home.example',
      targets: '"repairs clocks"',
    })
    const { id } = await requestOf(database, world)
    await expect(correction(id, { own: 'statement' }, { statement: STATEMENT })).rejects.toThrow(/proof/)
    await proveAddress(id, tracking, ADA)
    await expect(correction(id, { own: 'statement' }, {})).rejects.toThrow(/Write the statement/)
    await expect(
      correction(id, { own: 'statement' }, { statement: `Call ${BERT} instead of me.` }),
      'it is no way to publish an address',
    ).rejects.toThrow(/must not be published/)
    await correction(id, { own: 'statement' }, { statement: STATEMENT })
    expect(await decisions(id), 'nothing before they agree').toEqual([])
    const answerId = await proposedIn(world, id)
    await expect(as(world, applyCorrection, world.lead, { requestId: id, answerId })).rejects.toThrow(
      /not agreed/,
    )
    expect((await lastLetter(database, 'takedown-statement-offered')).text).toContain('mends pianos')
    expect((await trackingView(tracking))?.answered?.statement).toEqual({ answerId, words: STATEMENT })
    const accepted = { token: tracking, answerId, sure: 'on' as const }
    await as(world, acceptStatement, visitor, accepted)
    await expect(as(world, acceptStatement, visitor, accepted)).rejects.toThrow(/no statement/)
    await expect(as(world, applyCorrection, world.maintainer, { requestId: id, answerId })).rejects.toThrow(
      /lead/,
    )
    await as(world, applyCorrection, world.lead, { requestId: id, answerId })
    expect(await decisions(id)).toEqual([{ action: 'label', label: `statement: ${STATEMENT}`, spans: [] }])
    expect(await statusOf(database, id), 'a statement is what Art. 16 gives them').toBe('actioned')
    expect((await lastLetter(database, 'takedown-outcome')).text).toContain('with a label')
  })

  it('agrees to the words they read, and not to others that took their place since', async () => {
    const tracking = await askFor(database, world, {
      ...WRONG,
      email: 'cora@home.example',
      targets: '"cut in May"',
    })
    const { id } = await requestOf(database, world)
    await proveAddress(id, tracking, CORA)
    await correction(id, { cora: 'statement' }, { statement: 'The hedge is cut in June.' })
    const read = (await trackingView(tracking))?.answered?.statement
    await correction(id, { cora: 'statement' }, { statement: 'The hedge is never cut.' })
    const accept = (answerId = '') =>
      as(world, acceptStatement, visitor, { token: tracking, answerId, sure: 'on' as const })
    await expect(accept(read?.answerId)).rejects.toThrow(/no statement/)
    const answerId = await proposedIn(world, id)
    await expect(as(world, applyCorrection, world.lead, { requestId: id, answerId })).rejects.toThrow(
      /not agreed/,
    )
    await accept((await trackingView(tracking))?.answered?.statement?.answerId)
    await as(world, applyCorrection, world.lead, { requestId: id, answerId })
    expect(await decisions(id)).toMatchObject([{ label: 'statement: The hedge is never cut.' }])
  })

  it('has no row decided that nobody has judged', async () => {
    await askFor(database, world, { ...WRONG, targets: '"A song about rain"' })
    const { id: requestId } = await requestOf(database, world)
    const [row] = await found(requestId)
    const fields = { requestId, keepReason: 'pii.right', [`passages.${row?.digest ?? ''}`]: '' }
    await expect(as(world, correct, world.lead, correctionInput.parse(fields))).rejects.toThrow(/every row/)
    expect(await proposedIn(world, requestId)).toBe('')
    expect(await statusOf(database, requestId)).toBe('under_review')
  })

  it('is told when nothing of it is about them', async () => {
    await askFor(database, world, { ...WRONG, targets: '"A song about rain"' })
    const { id } = await requestOf(database, world)
    await correction(id, { none: 'not_them' }, {})
    expect(await statusOf(database, id)).toBe('answered')
    expect(await count('takedown_match', id)).toBe(0)
  })

  it('is decided otherwise by nobody who decides many requests at once', async () => {
    await askFor(database, world, { ...WRONG, targets: '"A song about rain"' })
    await askFor(database, world, { ...ACCESS, email: 'ada@abroad.example', identifiers: ADA })
    const prepared = as(world, prepareRequests, world.lead, {
      ...{ datasetId: world.datasetId, kind: 'privacy' as const, exact: false, proven: false },
      ...{ action: 'remove' as const, reasonCode: 'pii.profile', policyVersionId: world.policyId },
    })
    await expect(prepared, 'neither of the two is among them').rejects.toThrow(say('requestBulk.errors.none'))
  })
})
