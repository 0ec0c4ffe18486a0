import { beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '@/lib/auth/actor'
import { answerInput } from '@/lib/takedowns/answer-input'
import { agreeToAnswer, answerAccess, dropAnswer } from '@/lib/takedowns/answer-right'
import { answerView } from '@/lib/takedowns/answer-view'
import { copyFile } from '@/lib/takedowns/copy-file'
import type { CopyRow } from '@/lib/takedowns/copy-row'
import { LEFT_OUT } from '@/lib/takedowns/given-rows'
import { openCopy, openedCopy, savedCopy, sendCopyCode } from '@/lib/takedowns/open-copy'
import { requestView } from '@/lib/takedowns/queries'
import { recallCopy } from '@/lib/takedowns/recall-copy'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import { askedAndSeen } from './rights-world'
import { eventsOf, statusOf } from './takedown-facts'
import { as, lastLetter, type TakedownWorld, takedownWorld, visitor } from './takedown-world'

/* Each test goes on where the one before it stopped. */

const database = testDatabase()
const ROWS = 405
const BERT = 'bert.rowan@lettershed.example'
let world: TakedownWorld
let second: Member
let admin: Member
let tracking: string
let id: string

beforeAll(async () => {
  world = await takedownWorld(
    database.db,
    Array.from({ length: ROWS }, (_, n) => ({
      id: `page-${n}`,
      text: `Page ${n} of the guest book: Ada Quill thanks the house, as does ${BERT}.`,
      url: `https://guests.example/${n}`,
    })),
  )
  second = await newMember(database.db, [['lead', world.datasetId]])
  admin = await newMember(database.db, [], ['admin'])
  const targets = Array.from({ length: ROWS }, (_, n) => `https://guests.example/${n}`).join('\n')
  ;({ id, token: tracking } = await askedAndSeen(database, world, { right: 'access', targets }))
})

/** What is not given: the one for others' rights, the other because it is about somebody else. */
const VERDICTS: Record<string, string> = { 'page-7': 'others', 'page-303': 'not_them' }

/** The rows that the page shows, each judged, but those of `forgotten`. */
async function judge(by: Member, { note, forgotten }: { note?: string; forgotten?: string } = {}) {
  const fields: Record<string, string> = { requestId: id, ...(note !== undefined && { note }) }
  for (const { digest, sourceId } of (await answerView(by, id)).rows) {
    if (sourceId === null || sourceId === forgotten) continue
    fields[`verdict.${digest}`] = VERDICTS[sourceId] ?? 'give'
    fields[`passages.${digest}`] = BERT
  }
  return as(world, answerAccess, by, answerInput.parse(fields))
}

async function opened() {
  await as(world, sendCopyCode, visitor, { token: tracking })
  const code = /^\d{6}$/m.exec((await lastLetter(database, 'takedown-copy-code')).text)?.[0] ?? ''
  const result = await as(world, openCopy, visitor, { token: tracking, code })
  if (result.answer !== 'opened') throw new Error(result.answer)
  return { token: tracking, secret: result.secret }
}

const proposals = async () =>
  (await eventsOf(database, id)).filter(({ type }) => type === 'answer_proposed').map(({ data }) => data)

describe('a copy of more rows than one page has', () => {
  it('is judged a stretch at a time, each row of it, by one person', async () => {
    const { rows, more } = await answerView(world.lead, id)
    expect([rows.length, more]).toEqual([200, true])
    await expect(judge(world.lead, { forgotten: 'page-3' })).rejects.toThrow(/every row/)
    expect(await judge(world.lead, { note: 'The first of it.' })).toMatchObject({ more: true })
    const next = await answerView(world.lead, id)
    expect(next.begun).toMatchObject({ judged: 200, denied: undefined })
    expect(next.rows.map(({ row }) => row)).toEqual(Array.from({ length: 200 }, (_, n) => 200 + n))

    expect((await answerView(second, id)).begun?.denied).toMatch(/begun to judge/)
    await expect(judge(second)).rejects.toMatchObject({
      ...{ code: 'forbidden', message: expect.stringMatching(/begun to judge/) },
    })
  })

  it('is nobody’s to agree to before the last row is judged, and shown to no admin', async () => {
    const { begun } = await answerView(world.lead, id)
    const answerId = begun?.id ?? ''
    await expect(as(world, agreeToAnswer, second, { requestId: id, answerId })).rejects.toThrow(
      /not proposed any more/,
    )
    for (const verb of [agreeToAnswer, dropAnswer])
      await expect(as(world, verb, admin, { requestId: id, answerId })).rejects.toMatchObject({
        code: 'not_found',
      })
    await expect(requestView(admin, id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await proposals()).toEqual([])

    expect(await judge(world.lead)).toMatchObject({ more: true })
    expect((await answerView(world.lead, id)).rows).toHaveLength(5)
    expect(await judge(world.lead)).toMatchObject({ more: false })
    expect(await proposals()).toEqual([{ answer: 'copy', rows: 403, others: 1 }])
    expect((await requestView(admin, id)).readsWho).toBe(true)
  })

  it('begins anew when it is dropped, whoever begins then', async () => {
    const { proposed } = await answerView(second, id)
    expect(proposed).toMatchObject({ counts: { rows: 403, others: 1, all: ROWS }, note: 'The first of it.' })
    await as(world, dropAnswer, second, { requestId: id, answerId: proposed?.id ?? '' })
    expect(await judge(second)).toMatchObject({ more: true })
    const { begun } = await answerView(world.lead, id)
    expect(begun?.denied).toMatch(/begun to judge/)
    await as(world, dropAnswer, world.lead, { requestId: id, answerId: begun?.id ?? '' })
    for (const more of [true, true, false]) expect(await judge(world.lead)).toMatchObject({ more })
    expect(await proposals()).toHaveLength(2)
  })

  it('is looked at and read page by page, and nothing about others is on any of them', async () => {
    const { proposed } = await answerView(admin, id, '200')
    expect(proposed?.copy?.pages).toEqual({ from: 200, to: 400, all: 403, earlier: 0, later: 400 })
    await as(world, agreeToAnswer, admin, { requestId: id, answerId: proposed?.id ?? '' })
    expect(await statusOf(database, id)).toBe('answered')

    const where = await opened()
    const read: CopyRow[] = []
    for (let from: number | null = 0; from !== null;) {
      const { rows, gone, pages, not_given } = await openedCopy(where, String(from))
      expect([gone, not_given]).toEqual([0, 1])
      read.push(...rows)
      from = pages.later
    }
    const given = Array.from({ length: ROWS }, (_, n) => n).filter((n) => n !== 7 && n !== 303)
    expect(
      read.map(({ row }) => row),
      'each once, in the order of the dataset',
    ).toEqual(given)
    expect(new Set(read.map(({ left_out }) => left_out))).toEqual(new Set([1]))
    expect(read[0]?.fields.text).toBe(
      `Page 0 of the guest book: Ada Quill thanks the house, as does ${LEFT_OUT}.`,
    )

    const saved: unknown = JSON.parse(await copyFile(await savedCopy(where)).text())
    expect(saved).toMatchObject({ format: 'winnow-access-copy/1', not_given: 1, gone: 0, rows: read })
    for (const copy of [read, saved]) expect(JSON.stringify(copy)).not.toContain('bert.rowan')
  })

  /** The download of a copy, of which some was read when the half hour for which it is open is over. */
  async function begun() {
    const where = await opened()
    const pieces = (await savedCopy(where)).file[Symbol.asyncIterator]()
    let read = ''
    const next = async () => {
      const { done, value } = await pieces.next()
      if (value) read += new TextDecoder().decode(value)
      return done === true
    }
    for (let n = 0; n < 10; n++) expect(await next()).toBe(false)
    await database.admin.sql`update takedown_answer set opened_until = now() where request_id = ${id}`
    return { where, next, read: () => read }
  }

  it('is saved whole by who began in time, and by nobody who begins when its half hour is over', async () => {
    const { where, next, read } = await begun()
    for (const anew of [savedCopy, openedCopy])
      await expect(anew(where)).rejects.toMatchObject({ code: 'not_found' })
    while (!(await next()));
    const saved: unknown = JSON.parse(read())
    expect(saved).toMatchObject({ gone: 0 })
    expect(saved).toHaveProperty('rows.length', 403)
  })

  it('breaks off under who saves it when it is called back, also where they began in time', async () => {
    const { next } = await begun()
    const answerId = (await answerView(world.lead, id)).told?.id ?? ''
    const why = { reason: 'others' as const, note: undefined }
    await as(world, recallCopy, world.lead, { requestId: id, answerId, ...why })
    await expect(next(), 'with the very next row').rejects.toThrow(/closed while it was saved/)
  })
})
