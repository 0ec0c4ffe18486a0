import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { encode } from 'next-auth/jwt'
import { z } from 'zod'
import { closeDatabase, transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { sessionCookie } from '@/lib/auth/cookie'
import { paths } from '@/lib/paths'
import { exportCases } from '@/lib/review/export-cases'
import { casesMatchingText } from '@/lib/review/search-cases'
import { newDataset, newMember } from '@/tests/db/review-world'
import { CASES, type CasesWorld, withCases } from './cases-world'
import type { BenchResult } from './log'
import { withProduct } from './product'

const ROUNDS = 8

/** So many cases have a text, the most urgent first: those that the first pages show and a search looks through. */
const TEXTS = 20_000

/** What people look at: the table as it opens, each order, each kind of filter, such as many cases answer to and such as few do. */
const views = (queues: Queues, search: string): Readonly<Record<string, string[]>> => ({
  'as it opens, each order': ['', 'sort=-severity', 'sort=opened', 'sort=-opened', 'sort=due', 'status=all'],
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
  'a queue that most wait in': [
    `queue=${queues.most}`,
    `queue=${queues.most}&sort=due`,
    `queue=${queues.most}&language=sw&sort=opened`,
  ],
  'a queue that few wait in': [
    `queue=${queues.few}`,
    `queue=${queues.few}&sort=due`,
    `queue=${queues.few}&sort=-severity&language=de`,
  ],
  'what is overdue': [
    'overdue=yes',
    'overdue=yes&sort=due',
    'overdue=yes&category=hate&sort=opened',
    `overdue=yes&queue=${queues.few}`,
  ],
  'what a search found': [`status=all&search=${search}`, `search=${search}&sort=due&language=en`],
})

/** Whose cases are opened, and the next one looked for. */
const opened = (queues: Queues): string[] => [
  '',
  'language=sw&sort=opened',
  `queue=${queues.few}`,
  'overdue=yes&category=hate',
]

/**
 * The triage page of the built product, as a browser gets it over HTTP, at a million open cases: until its last byte, p95 over views of a
 * kind, beside the same page of a dataset without cases. Then a case that is opened from the table, with the next one behind it; the deepest
 * rows that scrolling reaches in a while; and an export of everything, in this process, whose memory is told.
 */
export const benchTriage = (): Promise<BenchResult[]> => withCases(measure)

async function measure(cases: CasesWorld): Promise<BenchResult[]> {
  const { app, appUrl, ownerUrl, owner, world, key } = cases
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-bench-triage-'))
  const secret = randomBytes(48).toString('base64')
  process.env.DATABASE_URL = appUrl
  const empty = await newDataset(app.db)
  const nobody = await newMember(app.db, [['lead', empty.datasetId]])
  await writeTexts(cases)
  const queues = await queuesOf(cases)
  const found = await transact(
    (tx) => casesMatchingText(tx, world.lead, { datasetId: world.datasetId, text: 'lighthouse' }),
    app.db,
  )
  await owner`vacuum analyze`
  try {
    const env = {
      WINNOW_DATA: path.join(folder, 'data'),
      DATABASE_URL: ownerUrl,
      WINNOW_KEY: key,
      NEXTAUTH_SECRET: secret,
    }
    const results = await withProduct(
      async (address) => {
        const asNobody = await signedIn(address, nobody, secret)
        const asLead = await signedIn(address, world.lead, secret)
        // The first opens the connections, and has the page compiled.
        await times(asNobody, [''])
        const none = p95(await times(asNobody, ['']))
        const rows = [row('triage: an empty table', none, none, `${ROUNDS} times`)]
        for (const [name, some] of Object.entries(views(queues, found.searchId))) {
          const taken = await times(asLead, some)
          rows.push(row(`triage: ${name}`, p95(taken), none, `median ${ms(median(taken))}`))
        }
        const cases = await openings(asLead, world.slug, opened(queues))
        rows.push(
          row('triage: a case that is opened from it', p95(cases), none, `median ${ms(median(cases))}`),
        )
        const deep = await walk(asLead, 40)
        rows.push(row('triage: the next rows, the 40th time', p95(deep), none, 'without the page'))
        return rows
      },
      { env },
    )
    return [...results, await exporting(world.lead)]
  } finally {
    await closeDatabase()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Texts under the rows of the first pages, a tenth of them with a word to search for. */
async function writeTexts({ owner, world }: CasesWorld): Promise<void> {
  await owner`
    insert into item_content (dataset_id, digest, body)
    select dataset_id, digest, convert_to(json_build_object('text', repeat('A sentence of some length about nothing. ', 10)
      || case when n % 10 = 0 then 'The lighthouse is shut. ' else '' end || n)::text, 'UTF8')
    from (
      select dataset_id, digest, row_number() over () as n from review_case where dataset_id = ${world.datasetId}
      order by priority desc, id desc limit ${TEXTS}) c`
}

type Queues = { most: string; few: string }

async function queuesOf({ owner, world }: CasesWorld): Promise<Queues> {
  const rows = await owner<{ id: string }[]>`
    select queue_id as id from review_case where dataset_id = ${world.datasetId} group by 1 order by count(*) desc`
  const [most, few] = [rows.at(0)?.id, rows.at(-1)?.id]
  if (!most || !few || most === few) throw new Error('the cases wait in no two queues')
  return { most, few }
}

type Get = (path: string) => Promise<string>

/** Gets pages as this person, whole. Throws where the answer is another page than was asked for. */
async function signedIn(address: string, who: Member, secret: string): Promise<Get> {
  const { name, maxAge } = sessionCookie(address)
  const token = await encode({ token: { sub: who.id, sv: 1 }, secret, maxAge })
  return async (path) => {
    const answer = await fetch(`${address}${path}`, {
      headers: { cookie: `${name}=${token}` },
      redirect: 'manual',
    })
    const body = await answer.text()
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    return body
  }
}

async function times(get: Get, views: readonly string[]): Promise<number[]> {
  const taken: number[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const view of views) taken.push(await timed(() => get(paths.triageQueue(view || 'view=all'))))
  return taken
}

const rowsPage = z.object({ rows: z.array(z.object({ id: z.string() })), older: z.string().nullable() })

const rowsOf = async (get: Get, query: string) =>
  rowsPage.parse(JSON.parse(await get(paths.triageRows(Object.fromEntries(new URLSearchParams(query))))))

/** The first cases of each view, one after the other, each a page that nobody had opened before. */
async function openings(get: Get, slug: string, views: readonly string[]): Promise<number[]> {
  const taken: number[] = []
  for (const view of views) {
    const { rows } = await rowsOf(get, view)
    for (const { id } of rows.slice(0, ROUNDS))
      taken.push(await timed(() => get(paths.reviewCase(slug, id, view))))
  }
  return taken
}

async function walk(get: Get, pages: number): Promise<number[]> {
  const taken: number[] = []
  for (let after = '', page = 0; page < pages; page++) {
    const began = performance.now()
    const { older } = await rowsOf(get, new URLSearchParams({ after }).toString())
    taken.push(performance.now() - began)
    after = older ?? ''
  }
  return taken.slice(-10)
}

async function exporting(lead: Member): Promise<BenchResult> {
  const began = performance.now()
  let bytes = 0
  for await (const piece of await exportCases(lead, { queue: '', format: 'csv' })) bytes += piece.length
  const seconds = (performance.now() - began) / 1000
  const peak = Math.round(process.memoryUsage().rss / 1024 / 1024)
  return {
    name: 'triage: export as CSV',
    perSecond: CASES / seconds,
    unit: 'cases/s',
    ratio: Number.NaN,
    note: `${Math.round(bytes / 1e6)} MB in ${seconds.toFixed(0)} s, process at ${peak} MiB`,
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
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
