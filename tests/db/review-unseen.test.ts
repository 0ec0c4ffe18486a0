import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { decision, flag } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { decideInShift, voteInShift } from '@/lib/golden/shift'
import { caseView } from '@/lib/review/case-view'
import { castHeld } from '@/lib/review/held-vote'
import { findingKey } from '@/lib/review/findings'
import { decideInput } from '@/lib/review/input'
import { beginEditing, sentJudged, sentSpans } from '@/lib/review/passages'
import { reveal } from '@/lib/review/reveal'
import { testDatabase } from '../support/database'
import { type Claim, flaggedItem, oneCase, reviewWorld, voteOn, type World } from './review-world'

const database = testDatabase()
let world: World
beforeAll(async () => {
  world = await reviewWorld(database.db)
})

let made = 0
/** An item with two addresses that are masked, and what its reviewer's form sends for it. */
async function masked(first = 'anna@example.org', second = 'bo@example.org', claim: Claim = {}) {
  const text = `Number ${1_000 + ++made}: write to ${first} today, not to ${second} any more.`
  const span = (part: string) => {
    const start = text.indexOf(part)
    return { field: 'text', start, end: start + part.length }
  }
  const spans = [span(first), span(second)] as const
  const { digest } = await flaggedItem(world, text, [{ ...claim, spans: [...spans] }])
  const found = await oneCase(world, digest)
  const [raised] = await world.db.select({ id: flag.id }).from(flag).where(eq(flag.digest, digest))
  const vote = { ...(await voteOn(world, digest, found)), action: 'redact', reasonCode: 'pii.contact' }
  return { digest, found, spans, vote, flagId: raised?.id ?? '', text }
}
type Given = Awaited<ReturnType<typeof masked>>

const at = ({ found }: Given) => ({ datasetId: world.datasetId, caseId: found.id })
const send = ({ vote }: Given, form: object, who: Member = world.reviewer) =>
  transact((tx) => decideInShift(tx, who, decideInput.parse({ ...vote, ...form })), world.db)
const uncover = (given: Given, who: Member = world.reviewer) =>
  transact((tx) => reveal(tx, who, { ...at(given), queue: '' }), world.db)
const shown = ({ found }: Given) => caseView(world.reviewer, world.slug, found.id)
const decided = async ({ digest }: Given) => {
  const of = { spans: decision.spans, judged: decision.judged }
  const [row] = await world.db.select(of).from(decision).where(eq(decision.digest, digest))
  return row
}

describe('the page of a text that its reader has not uncovered', () => {
  it('is the same however long what is masked is, and wherever it stands', async () => {
    const pages = await Promise.all(
      [await masked(), await masked('anna.maria.lindqvist@mail.example.org', 'b@example.org')].map(shown),
    )
    const [one, other] = pages.map(({ fields, passages }) => ({
      text: fields?.map((field) => ({ ...field, text: field.text.replace(/\d+/, '') })),
      passages: passages.map((passage) => ({ ...passage, flagId: '', names: passage.names?.length })),
    }))
    expect(one).toEqual(other)
    expect(one?.passages).toEqual([expect.objectContaining({ names: 2, at: [22, 30, 45, 53] })])
    expect(pages[0]?.fields?.[0]?.text.slice(22, 30)).toBe('▇'.repeat(8))
    expect(new Set(pages.flatMap(({ passages }) => passages.flatMap(({ names }) => names))).size).toBe(4)
  })

  it('has no place at all where nothing of it is shown', async () => {
    const given = await masked(undefined, undefined, { category: 'hate', type: 'slur', detector: 'lexicon' })
    expect(await shown(given)).toMatchObject({ protection: 'covered', passages: [{ at: [0, 0, 0, 0] }] })
  })

  it('names what was found in a way that trying every place does not find', async () => {
    const given = await masked()
    const { findingsVersion, passages } = await shown(given)
    const tried = given.spans.map(({ start, end }) => ({ field: 'text', start, end }))
    const digests = [
      findingKey({ type: 'email', spans: tried }),
      ...tried.map((span) => JSON.stringify(span)),
    ]
      .map((text) => createHash('sha256').update(text).digest())
      .flatMap((digest) => [digest.toString('hex').slice(0, 16), digest.toString('base64url').slice(0, 16)])
    for (const name of [findingsVersion, ...passages.flatMap(({ names }) => names ?? [])]) {
      expect(name).toMatch(/^[\w-]{16}$/)
      expect(digests).not.toContain(name)
    }
  })

  it('has the places as soon as it is uncovered', async () => {
    const given = await masked()
    await uncover(given)
    const { passages } = await shown(given)
    const places = given.spans.flatMap(({ start, end }) => [start, end])
    expect(passages).toEqual([expect.objectContaining({ flagId: given.flagId, at: places })])
    expect(passages[0]).not.toHaveProperty('names')
  })
})

describe('a vote on it', () => {
  const formOf = async (given: Given) => {
    const { passages } = beginEditing((await shown(given)).passages)
    const rejected = passages.map(
      (passage, i) => ({ ...passage, state: i === 0 ? 'accepted' : 'rejected' }) as const,
    )
    return { spans: [sentSpans(rejected)], judged: [sentJudged(rejected)] }
  }
  const wanted = ({ spans: [first, second], flagId }: Given) => ({
    spans: [first],
    judged: [{ verdict: 'wrong', flagId, ...second }],
  })

  it('takes and rejects passages by name, and is recorded with their places', async () => {
    const given = await masked()
    const form = await formOf(given)
    expect(JSON.stringify(form), 'nothing in it but names').not.toMatch(/text:|:\d+:/)
    await send(given, form)
    expect(await decided(given)).toEqual(wanted(given))
  })

  it('is held for its seconds by name too', async () => {
    const given = await masked()
    const vote = decideInput.parse({ ...given.vote, ...(await formOf(given)) })
    await transact((tx) => voteInShift(tx, world.reviewer, vote), world.db)
    await database.sql`update held_vote set casts_at = now() - interval '1 second' where case_id = ${given.found.id}`
    await transact((tx) => castHeld(tx, { ...at(given), reviewerId: world.reviewer.id }), world.db)
    expect(await decided(given)).toEqual(wanted(given))
  })

  it('is refused when it names what was not found in this item', async () => {
    const [given, other] = [await masked(), await masked()]
    await expect(send(given, await formOf(other))).rejects.toThrow('has changed')
    const kept = { action: 'keep', reasonCode: 'pii.not', judged: [`wrong:${'x'.repeat(16)}`] }
    await expect(send(given, kept)).rejects.toThrow('has changed')
    expect(await decided(given)).toBeUndefined()
  })

  it('is refused with a place, alike whether it is guessed right, wrong or beyond the end', async () => {
    const given = await masked()
    const { flagId } = given
    const [{ start, end }] = given.spans
    const guesses = [
      { spans: [`text:${start}:${end}`] },
      { spans: ['text:0:100000'] },
      { judged: [`wrong:${flagId}:text:${start}:${end}`] },
      { judged: [`wrong:${flagId}:text:${start}:${end + 1}`] },
      { judged: [`added:name:text:0:100000`] },
    ]
    for (const guess of guesses) await expect(send(given, guess)).rejects.toThrow('Uncover the text before')
    await uncover(given)
    await expect(send(given, { spans: ['text:0:100000'] })).rejects.toThrow('is outside')
    await send(given, { spans: [`text:${start}:${end}`] })
    expect((await decided(given))?.spans).toEqual([given.spans[0]])
  })

  it('finds typed words only where they are shown, so that nobody can be looked for behind a mask', async () => {
    const given = await masked()
    for (const words of ['anna@example.org', 'carla@example.org'])
      await expect(send(given, { passages: [words] })).rejects.toThrow(`“${words}” is not in this item`)
    await send(given, { passages: ['any more'] })
    expect((await decided(given))?.spans).toEqual([
      { field: 'text', start: given.text.indexOf('any more'), end: given.text.length - 1 },
    ])
  })
})
