import { describe, expect, it, vi } from 'vitest'
import { pendingResponse } from '@/lib/pending/serve'
import { openPending, type PendingList } from '@/lib/release-format/pending'
import { testDatabase } from '@/tests/support/database'
import { decided, decideRoutine, publishNow, runReleaseJobs } from './fulfilment-world'
import { takedownWorld } from './takedown-world'
import { CHILD, reportUrgently } from './urgent-world'

/*
 * The adversary reads the public list after every decision. Worlds are the same but for why rows go: whose right it is that somebody
 * asked by, and which category somebody decided under whom nobody asked. Whatever differs between the lists of two worlds would tell
 * them apart; only the digest of the release, which rests on random salts, may.
 */
vi.setConfig({ testTimeout: 60_000 })

const WORLDS = [
  { name: 'privacy and personal data', kind: 'privacy', category: 'pii' },
  { name: 'privacy and child safety', kind: 'privacy', category: 'child_safety' },
  { name: 'privacy and intimate images', kind: 'privacy', category: 'ncii' },
  { name: 'unlawful content and secrets', kind: 'illegal_content', category: 'secrets' },
  // Somebody asked about that row too, under a clock of hours.
  { name: 'privacy, and intimate images that somebody reported', kind: 'privacy', category: 'asked' },
  // Hidden at once, and nobody has decided yet.
  { name: 'privacy, and a child that somebody reported', kind: 'privacy', category: 'reported' },
] as const

const TEXT = (i: number) => `Row ${i}: write to someone.${i}@mail.example.org`
const ROWS = Array.from({ length: 30 }, (_, i) => ({ id: `r${i}`, text: TEXT(i) }))

const lists = new Map<string, PendingList[]>()
const holders = new Map<string, number[]>()

describe.each(WORLDS)('a world: $name', ({ name, kind, category }) => {
  const database = testDatabase()

  it('publishes a list behind each decision', async () => {
    const world = await takedownWorld(database.db, ROWS)
    await publishNow(database, world)
    const seen: PendingList[] = []
    const look = async (audience: 'public' | 'holders' = 'public') => {
      // A release would have the list begin anew.
      await runReleaseJobs(database, { byItself: false })
      const response = await pendingResponse(new Request('http://winnow.test/list'), world.slug, audience)
      const text = await response.text()
      for (const word of [TEXT(3), 'r3', category, kind, 'remove', 'mail.example'])
        expect(Buffer.from(JSON.parse(text).payload, 'base64').toString()).not.toContain(`"${word}"`)
      return openPending(Buffer.from(text), null)
    }
    await decided(database, world, { kind, targets: `“${TEXT(3)}”` })
    seen.push(await look())
    if (category === 'asked') await decided(database, world, { kind: 'ncii', targets: `“${TEXT(5)}”` })
    else if (category === 'reported') await reportUrgently(database, world, { ...CHILD, targets: 'row 5' })
    else await decideRoutine(database, world, TEXT(5), category)
    seen.push(await look())
    await decided(database, world, { kind, targets: `“${TEXT(9)}”` })
    seen.push(await look())
    lists.set(name, seen)
    holders.set(name, (await look('holders')).files[0]?.rows.map(([row]) => row) ?? [])
  })
})

describe('to the adversary', () => {
  it('the lists of all worlds are the same', () => {
    const shown = [...lists.values()].map((seen) =>
      seen.map(({ release: { version }, dataset: _, ...list }) => ({ version, ...list })),
    )
    expect(shown).toHaveLength(WORLDS.length)
    for (const other of shown) expect(other).toEqual(shown[0])
  })

  it('a row that was taken out for a reason nobody may know is on none of them, like any that nobody asked about', () => {
    for (const seen of lists.values())
      expect(seen.map(({ files }) => files.map(({ rows }) => rows))).toEqual([
        [[[3, 1]]],
        [[[3, 1]]],
        [
          [
            [3, 1],
            [9, 1],
          ],
        ],
      ])
  })
})

describe('a registered holder of a copy', () => {
  it('is told of the row that somebody reported as restricted, and nobody else is', () => {
    expect([...holders]).toEqual(
      WORLDS.map(({ name, category }) => [name, category === 'asked' ? [3, 5, 9] : [3, 9]]),
    )
  })
})
