import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { requestSubject } from '@/lib/crypto/subject'
import { appendEntries, appendEntry, sealedIf } from '@/lib/log/append'
import { type Entry, type LogEvent, parseEntry } from '@/lib/log/entries'
import { openingOf } from '@/lib/log/queries'
import { textOf } from '@/lib/tlog/bytes'
import { opensEntry } from '@/lib/log/commitments'
import { testDatabase } from '../support/database'
import { aDecision, lead } from './log-fixtures'

const database = testDatabase()
const REQUEST = '00000000-0000-4000-8000-000000000009'

async function append(event: LogEvent) {
  const { entryId } = await transact((tx) => appendEntry(tx, lead, event))
  const [row] = await database.sql<
    { body: Buffer }[]
  >`select body from log_pending where entry_id = ${entryId}`
  if (!row) throw new Error('nothing is pending')
  return { entryId, entry: parseEntry(row.body), text: textOf(row.body) }
}

const pending = async () => {
  const [row] = await database.sql<{ entries: number; openings: number }[]>`
    select (select count(*)::int from log_pending) as entries, (select count(*)::int from log_opening) as openings`
  return row
}

describe('appending an entry', () => {
  it('says in clear what data-model §4 allows, and commits to the rest', async () => {
    const event = aDecision()
    const { entryId, entry, text } = await append(event)
    expect(Object.keys(entry).sort()).toEqual(['at', 'c', 'dataset', 'id', 'policy', 't', 'v'])
    expect(entry).toMatchObject({ t: 'decision', v: 1, id: entryId, dataset: 'tea-leaves' })
    expect(entry.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:00:00Z$/)
    for (const secret of ['redact', 'pii', 'text', 'test', JSON.stringify(event.private)]) {
      expect(text).not.toContain(secret)
    }
  })

  it('opens with its own opening, and not with that of another entry of the same content', async () => {
    const event = aDecision()
    const [first, second] = [await append(event), await append(event)]
    const [opening, other] = [await openingOf(first.entryId), await openingOf(second.entryId)]
    if (!opening || !other) throw new Error('no opening')
    expect(opening.value).toEqual(event.private)
    expect(first.entry.c).not.toBe(second.entry.c)
    expect(opensEntry(first.entry, opening)).toBe(true)
    expect(opensEntry(first.entry, other)).toBe(false)
    expect(opensEntry(first.entry, { ...opening, value: { ...event.private, action: 'keep' } })).toBe(false)
    expect(opensEntry(first.entry, { ...opening, salt: randomBytes(32) })).toBe(false)
  })

  it('keeps the opening unreadable in the database', async () => {
    const { entryId } = await append(aDecision())
    const [row] = await database.sql<{ sealed: Buffer }[]>`
      select sealed from log_opening where entry_id = ${entryId}`
    expect(row?.sealed.toString('latin1')).not.toContain('redact')
  })

  it('commits to who did it, but for decisions and releases, whose openings are published', async () => {
    const role = await append({
      type: 'role',
      public: { dataset: null },
      private: { change: 'granted', person: crypto.randomUUID(), role: 'admin' },
    })
    const opening = await openingOf(role.entryId)
    expect(opening?.value).toMatchObject({ role: 'admin', actor: 'system:test' })
    expect(opening && opensEntry(role.entry, opening)).toBe(true)
    expect(role.entry).toMatchObject({ dataset: null })

    const decision = await append(aDecision())
    expect(JSON.stringify(await openingOf(decision.entryId))).not.toContain('system:test')
  })

  it('disappears with the transaction it is part of', async () => {
    const before = await pending()
    await expect(
      transact(async (tx) => {
        await appendEntry(tx, lead, aDecision())
        throw new Error('the verb failed')
      }),
    ).rejects.toThrow('the verb failed')
    expect(await pending()).toEqual(before)
  })

  it('writes nothing when an event does not fit, and does not repeat its values in the error', async () => {
    const before = await pending()
    const event = aDecision()
    const { type, public: shown, private: hidden, about } = event
    const note = 'jo@example.org'
    const misfits = [
      () => append({ type, public: { ...shown, dataset: note }, private: hidden, about }),
      // @ts-expect-error -- a field that the entry does not have is not only refused, it does not compile
      () => append({ type, public: { ...shown, note }, private: hidden, about }),
      // @ts-expect-error -- nor does one in the private part
      () => append({ type, public: shown, private: { ...hidden, note }, about }),
      // @ts-expect-error -- nor a sealed event in a sealed event
      () => append({ type: 'sealed', event: { type: 'sealed', event } }),
    ]
    for (const misfit of misfits) {
      await expect(misfit()).rejects.toThrow(
        expect.not.objectContaining({ message: expect.stringContaining(note) }),
      )
    }
    expect(await pending()).toEqual(before)
  })

  it('appends thousands at once, in their order', async () => {
    const events = Array.from({ length: 2_500 }, (_, i) => aDecision(`set-${i}`))
    const appended = await transact((tx) => appendEntries(tx, lead, events))
    const rows = await database.sql<{ entry_id: string; body: Buffer }[]>`
      select entry_id, body from log_pending order by id desc limit 2500`
    const stored = rows.reverse()
    expect(stored.map((row) => row.entry_id)).toEqual(appended.map(({ entryId }) => entryId))
    expect(
      stored.map((row) => parseEntry(row.body)).map((entry) => 'dataset' in entry && entry.dataset),
    ).toEqual(events.map((_, i) => `set-${i}`))
  })
})

describe('a restricted event', () => {
  const restricted: LogEvent[] = [
    sealedIf(true, aDecision('a')),
    sealedIf(true, aDecision('a-dataset-with-a-much-longer-name')),
    sealedIf(true, {
      type: 'takedown',
      public: { dataset: 'a', event: 'outcome' },
      private: { request: REQUEST, kind: 'illegal_content', data: { removed: 3 } },
      about: requestSubject(REQUEST),
    }),
  ]

  it('shows neither type nor dataset, only the day, and is as long as every other', async () => {
    const entries: { entry: Entry; text: string }[] = []
    for (const event of restricted) entries.push(await append(event))
    for (const { entry } of entries) {
      expect(Object.keys(entry).sort()).toEqual(['at', 'c', 'id', 't', 'v'])
      expect(entry.t).toBe('sealed')
      expect(entry.at).toMatch(/T00:00:00Z$/)
    }
    expect(new Set(entries.map(({ text }) => text.length)).size).toBe(1)
  })

  it('opens to the whole event', async () => {
    const [event] = restricted
    if (event?.type !== 'sealed') throw new Error('not sealed')
    const { entryId, entry } = await append(event)
    const opening = await openingOf(entryId)
    expect(opening?.value).toMatchObject({ type: 'decision', public: { dataset: 'a' }, actor: 'system:test' })
    expect(opening && opensEntry(entry, opening)).toBe(true)
  })

  it('is any other event when its category is not restricted', () => {
    expect(sealedIf(false, aDecision('a'))).toMatchObject({ type: 'decision', public: { dataset: 'a' } })
  })
})
