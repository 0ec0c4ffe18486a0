import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { CorrectionForm } from '@/app/(console)/requests/[id]/answer/correction-form'
import type { Member } from '@/lib/auth/actor'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { Spoken } from '@/lib/i18n/client'
import { acceptStatement } from '@/lib/takedowns/accept-statement'
import { correctionInput } from '@/lib/takedowns/answer-input'
import { dropAnswer } from '@/lib/takedowns/answer-right'
import { answerView } from '@/lib/takedowns/answer-view'
import { applyCorrection, correct } from '@/lib/takedowns/correct'
import { trackingView } from '@/lib/takedowns/tracking'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import { allJudged, askedAndSeen, proposedIn } from './rights-world'
import { statusOf } from './takedown-facts'
import { as, lastLetter, lettersOf, type TakedownWorld, takedownWorld, visitor } from './takedown-world'

/* Each test goes on where the one before it stopped. */

const database = testDatabase()
const ROWS = 205
const ALL = '"of the guest book"'
const STATEMENT = 'The person named here stayed one night, and never thanked the house.'
let world: TakedownWorld
let second: Member
let id: string
let token: string

beforeAll(async () => {
  world = await takedownWorld(
    database.db,
    Array.from({ length: ROWS }, (_, n) => ({
      id: `page-${n}`,
      text: `Page ${n} of the guest book: Ada Quill thanks the house.`,
      url: `https://guests.example/${n}`,
    })),
  )
  second = await newMember(database.db, [['lead', world.datasetId]])
  ;({ id, token } = await asked(ALL))
})

const asked = (targets: string) =>
  askedAndSeen(database, world, { right: 'rectification', correction: 'I never thanked anybody.', targets })

/** Three of them are about who asks: two in the first stretch and one in the last. */
const THEIRS = { 'page-0': 'keep', 'page-10': 'keep', 'page-204': 'mask' }

/** What the page shows, judged: what is theirs, and the others as not about them. */
async function judge(
  by: Member,
  requestId: string,
  fields: Record<string, string> = {},
  theirs: Readonly<Record<string, string>> = THEIRS,
) {
  const { rows } = await answerView(by, requestId)
  const judged = allJudged(rows, 'not_them')
  for (const { digest, sourceId } of rows) {
    const verdict = theirs[sourceId ?? '']
    if (verdict !== undefined) judged[`verdict.${digest}`] = verdict
    if (verdict === 'mask') judged[`passages.${digest}`] = 'thanks the house'
  }
  return as(world, correct, by, correctionInput.parse({ requestId, ...judged, ...fields }))
}

/** The form on the page of the answer, in both languages, with the words of that language. */
async function forms() {
  const view = await answerView(world.lead, id)
  return (['en-GB', 'de'] as const).map((locale) => {
    const value = { locale, messages: CATALOGUES[locale] }
    const html = renderToStaticMarkup(
      createElement(Spoken, { value }, createElement(CorrectionForm, { view })),
    )
    return { html, words: value.messages.rights.staff }
  })
}

const REASONS = { reasonCode: 'pii.wrong', keepReason: 'pii.right' }

/** How many rows of a request were decided, by what was decided. */
async function decided(requestId: string): Promise<Record<string, number>> {
  const rows = await database.admin.sql<{ action: string; n: number }[]>`
    select d.action::text as action, count(*)::int as n from takedown_match m
    join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
    join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    where m.request_id = ${requestId} group by 1`
  return Object.fromEntries(rows.map(({ action, n }) => [action, n]))
}

describe('a correction of more rows than one page has', () => {
  it('is judged a stretch at a time, each row of it, by one person, and decides nothing before the last', async () => {
    const first = await answerView(world.lead, id)
    expect([first.rows.length, first.more]).toEqual([200, true])
    for (const { html, words } of await forms()) {
      expect(html).toContain(words.moreToCorrect)
      expect(html).toContain(words.next)
      expect(html, 'with the last rows').not.toContain(words.keepReason)
    }
    await expect(as(world, correct, world.lead, correctionInput.parse({ requestId: id }))).rejects.toThrow(
      /every row/,
    )
    expect(await judge(world.lead, id, { note: 'The first of it.' })).toEqual({ requestId: id, more: true })
    const next = await answerView(world.lead, id)
    expect(next).toMatchObject({ more: false, proposed: null, begun: { judged: 200, denied: undefined } })
    expect(next.rows.map(({ sourceId }) => sourceId)).toEqual(
      [200, 201, 202, 203, 204].map((n) => `page-${n}`),
    )
    expect(await decided(id)).toEqual({})
    expect(await statusOf(database, id)).toBe('under_review')

    expect((await answerView(second, id)).begun?.denied).toMatch(/begun to judge/)
    await expect(judge(second, id, REASONS)).rejects.toMatchObject({
      ...{ code: 'forbidden', message: expect.stringMatching(/begun to judge/) },
    })
  })

  it('is nobody’s to agree to or to apply while it is begun', async () => {
    const { begun } = await answerView(world.lead, id)
    const answerId = begun?.id ?? ''
    expect(await proposedIn(world, id)).toBe('')
    expect((await trackingView(token))?.answered?.statement).toBeNull()
    await expect(as(world, acceptStatement, visitor, { token, answerId, sure: 'on' })).rejects.toThrow(
      /no statement/,
    )
    await expect(as(world, applyCorrection, world.lead, { requestId: id, answerId })).rejects.toThrow(
      /not proposed any more/,
    )
  })

  it('asks for its reasons with the last rows, and holds what was judged where they are missing', async () => {
    for (const { html, words } of await forms()) {
      for (const shown of [words.reason, words.keepReason, words.statementHint, words.correct])
        expect(html).toContain(shown)
      expect(html).not.toContain(words.moreToCorrect)
    }
    await expect(judge(world.lead, id)).rejects.toThrow()
    expect((await answerView(world.lead, id)).begun).toMatchObject({ judged: 200 })
  })

  it('is decided at once when the last row is judged: every row, and one letter with what was written', async () => {
    const before = (await lettersOf(database, 'takedown-outcome')).length
    expect(await judge(world.lead, id, REASONS)).toEqual({ requestId: id, more: false })
    expect(await decided(id)).toEqual({ keep: 2, redact: 1 })
    expect(await statusOf(database, id)).toBe('partially_actioned')
    expect(await lettersOf(database, 'takedown-outcome')).toHaveLength(before + 1)
    expect((await lastLetter(database, 'takedown-outcome')).text).toContain('The first of it.')
    const [times] = await database.admin.sql<{ n: number }[]>`
      select count(distinct d.created_at)::int as n from takedown_match m
      join decision d on d.dataset_id = m.dataset_id and d.case_id = m.case_id where m.request_id = ${id}`
    expect(times?.n, 'in one transaction').toBe(1)
  })

  it('is refused with its stretch where a row could not be decided like that at the end', async () => {
    const masked = await asked('"Page 3 of the guest book"')
    await judge(world.lead, masked.id, REASONS, { 'page-3': 'mask' })
    expect(await decided(masked.id)).toEqual({ redact: 1 })
    const { id: requestId } = await asked(ALL)
    await expect(judge(world.lead, requestId, {}, { 'page-3': 'statement' })).rejects.toThrow(
      /masked already/,
    )
    expect((await answerView(world.lead, requestId)).begun).toBeNull()
  })

  it('has one statement offered for all of its rows, and beside each of them once they agree', async () => {
    const of = await asked(ALL)
    const theirs = { 'page-20': 'statement', 'page-203': 'statement' }
    expect(await judge(world.lead, of.id, {}, theirs)).toMatchObject({ more: true })
    const before = (await lettersOf(database, 'takedown-statement-offered')).length
    const last = { ...REASONS, statement: STATEMENT }
    expect(await judge(world.lead, of.id, last, theirs)).toMatchObject({ more: false })
    expect(await lettersOf(database, 'takedown-statement-offered')).toHaveLength(before + 1)
    const offered = (await trackingView(of.token))?.answered?.statement
    expect(offered?.words).toBe(STATEMENT)
    const answerId = offered?.answerId ?? ''
    await as(world, acceptStatement, visitor, { token: of.token, answerId, sure: 'on' })
    await as(world, applyCorrection, world.lead, { requestId: of.id, answerId })
    expect(await decided(of.id)).toEqual({ label: 2 })
  })

  it('begins anew when it is dropped, whoever begins then', async () => {
    const { id: requestId } = await asked(ALL)
    await judge(world.lead, requestId)
    const answerId = (await answerView(second, requestId)).begun?.id ?? ''
    await as(world, dropAnswer, second, { requestId, answerId })
    expect(await judge(second, requestId)).toMatchObject({ more: true })
    expect((await answerView(world.lead, requestId)).begun?.denied).toMatch(/begun to judge/)
  })
})
