import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { appendEntries, sealedIf } from '@/lib/log/append'
import type { LogEvent } from '@/lib/log/entries'
import { findEntry, listEntries, openingsOf } from '@/lib/log/queries'
import { drainPending } from '@/lib/log/sequencer'
import { opensEntry } from '@/lib/log/commitments'
import { testDatabase } from '../support/database'
import { aDecision, lead } from './log-fixtures'

testDatabase()

const role: LogEvent = {
  type: 'role',
  public: { dataset: null },
  private: { change: 'granted', person: crypto.randomUUID(), role: 'admin' },
}
const ids: string[] = []

beforeAll(async () => {
  const events = [
    aDecision('tea'),
    aDecision('coffee'),
    sealedIf(true, aDecision('tea')),
    role,
    ...Array.from({ length: 6 }, () => aDecision('tea')),
  ]
  ids.push(...(await transact((tx) => appendEntries(tx, lead, events))).map(({ entryId }) => entryId))
  expect(await findEntry(ids[0] ?? '')).toBeNull()
  await drainPending()
})

const indices = async (filter: Parameters<typeof listEntries>[0]) =>
  (await listEntries(filter)).entries.map(({ index }) => index)

describe('the page of entries', () => {
  it('shows the newest first, by what happened and where', async () => {
    expect(await indices({})).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    expect(await indices({ type: 'role' })).toEqual([3])
    expect(await indices({ dataset: 'coffee' })).toEqual([1])
    expect(await indices({ type: 'decision', dataset: 'tea' })).toEqual([9, 8, 7, 6, 5, 4, 0])
    expect(await indices({ type: 'release' })).toEqual([])
  })

  it('does not find a sealed entry by the dataset it hides', async () => {
    expect(await indices({ type: 'sealed' })).toEqual([2])
    expect(await indices({ type: 'sealed', dataset: 'tea' })).toEqual([])
  })

  it('goes on where the last page ended, without a gap and without an end that is not one', async () => {
    const seen: number[] = []
    for (let before: number | undefined; ;) {
      const page = await listEntries({ type: 'decision', before, limit: 3 })
      seen.push(...page.entries.map(({ index }) => index))
      if (page.next === null) break
      before = page.next
    }
    expect(seen).toEqual([9, 8, 7, 6, 5, 4, 1, 0])
    expect((await listEntries({ limit: 10 })).next).toBeNull()
  })

  it('finds an entry and its opening by id, once it has an index', async () => {
    const [first = '', second = ''] = ids
    const found = await findEntry(first)
    expect(found).toMatchObject({ index: 0, entry: { id: first, dataset: 'tea' } })
    const openings = await openingsOf([first, second, crypto.randomUUID()])
    expect([...openings.keys()].sort()).toEqual([first, second].sort())
    const opening = openings.get(first)
    expect(opening && found && opensEntry(found.entry, opening)).toBe(true)
  })
})
