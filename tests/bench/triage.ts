import { closeDatabase } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { exportCases } from '@/lib/review/export-cases'
import { triageFacets } from '@/lib/review/facets'
import { parseCursor, parseFilters } from '@/lib/review/filters'
import { triagePage } from '@/lib/review/queries'
import { newDataset, newMember } from '@/tests/db/review-world'
import { CASES, withCases } from './cases-world'
import type { BenchResult } from './log'

const ROUNDS = 8

/** What people look at: the table as it opens, each order, each kind of filter, such as many cases answer to and such as few do. */
const VIEWS: Readonly<Record<string, string[]>> = {
  'as it opens, each order': ['', 'sort=-severity', 'sort=opened', 'sort=-opened', 'status=all'],
  'filters that many answer to': [
    'category=hate',
    'severity=3&language=de',
    'type=kind+3',
    'language=fr&sort=opened',
  ],
  'filters that few answer to': [
    'language=sw',
    'language=sw&sort=opened',
    'detector=rare',
    'detector=rare&language=de',
  ],
  'filters that exclude each other': ['type=kind+3&severity=2', 'category=pii'],
}

/**
 * What the triage page asks of the database (a page of cases with their rows, and every facet) at a million open cases, p95 over views of a kind,
 * beside the same of a dataset without cases. Then the deepest page that scrolling reaches in a while, and an export of everything.
 */
export function benchTriage(): Promise<BenchResult[]> {
  return withCases(async ({ app, appUrl, world }) => {
    process.env.DATABASE_URL = appUrl
    const empty = await newDataset(app.db)
    const nobody = await newMember(app.db, [['reviewer', empty.datasetId]])
    try {
      // The first opens the connections.
      await times(nobody, [''])
      const none = p95(await times(nobody, ['']))
      const results = [row('triage: an empty table', none, none, `${ROUNDS} times`)]
      for (const [name, views] of Object.entries(VIEWS)) {
        const taken = await times(world.reviewer, views)
        results.push(row(`triage: ${name}`, p95(taken), none, `median ${ms(median(taken))}`))
      }
      const deep = await walk(world.reviewer, 40)
      results.push(row('triage: the next page, the 40th', p95(deep), none, 'rows without facets'))
      const began = performance.now()
      let bytes = 0
      for await (const piece of await exportCases(world.lead, { queue: '', format: 'csv' }))
        bytes += piece.length
      const seconds = (performance.now() - began) / 1000
      const peak = Math.round(process.memoryUsage().rss / 1024 / 1024)
      const note = `${Math.round(bytes / 1e6)} MB in ${seconds.toFixed(0)} s, process at ${peak} MiB`
      results.push({
        name: 'triage: export as CSV',
        perSecond: CASES / seconds,
        unit: 'cases/s',
        ratio: Number.NaN,
        note,
      })
      return results
    } finally {
      await closeDatabase()
    }
  })
}

async function times(who: Member, views: readonly string[]): Promise<number[]> {
  const taken: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const view of views) {
      const filters = parseFilters(Object.fromEntries(new URLSearchParams(view)))
      const began = performance.now()
      const { scopes } = await triagePage(who, filters)
      await triageFacets(scopes, filters)
      taken.push(performance.now() - began)
    }
  }
  return taken
}

async function walk(who: Member, pages: number): Promise<number[]> {
  const filters = parseFilters({})
  const taken: number[] = []
  for (let cursor, page = 0; page < pages; page++) {
    const began = performance.now()
    const { older } = await triagePage(who, filters, cursor)
    taken.push(performance.now() - began)
    cursor = parseCursor({ after: older ?? '' }, filters.sort)
  }
  return taken.slice(-10)
}

const sorted = (taken: readonly number[]) => [...taken].sort((a, b) => a - b)
const p95 = (taken: readonly number[]) =>
  sorted(taken)[Math.min(Math.floor(taken.length * 0.95), taken.length - 1)] ?? Number.NaN
const median = (taken: readonly number[]) => sorted(taken)[Math.floor(taken.length / 2)] ?? Number.NaN
const ms = (time: number) => `${time.toFixed(0)} ms`

/** Ratio: how many times as long as an empty table. */
const row = (name: string, time: number, none: number, note: string): BenchResult => ({
  name,
  perSecond: 1000 / time,
  unit: 'pages/s',
  ratio: time / none,
  note: `p95 ${ms(time)}, ${note}`,
})
