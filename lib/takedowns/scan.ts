import 'server-only'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db, transact, type Tx } from '@/db/client'
import { takedownCandidate, takedownScan, takedownTarget } from '@/db/schema'
import type { SpanRow } from '@/db/schema/flags'
import type { OccurrenceRow } from '@/lib/datasets/commit-chunk'
import { contentFields } from '@/lib/datasets/read/fields'
import { occurrencesOf } from '@/lib/review/item-fields'
import { failpoint } from '@/lib/runtime/failpoint'
import { type Limits, LIMITS } from './found'
import { type Nearness, nearTo } from './nearness'
import type { Target } from './parse-targets'
import { passage } from './passages'
import { latestRevision, type RevisionRow, rowsOfFile, type SearchedRevision } from './revision-rows'

/** Then the rest is a job of its own: what else waits, waits no longer than this. */
const SECONDS = 15
/** Rows between two times that it is written down how far the reading came: what a kill costs. */
const ROWS_PER_STEP = 20_000

type Words = { id: string; target: Extract<Target, { kind: 'quote' | 'near' }> }

/**
 * Reads the files of the latest revision for the words that a request names, from where the last run left off, and writes down what it
 * finds with how far it came. Outside any transaction but those, and without a lock on anything.
 *
 * @returns whether it came to the end, else it wants to be called again; null where the reading was begun anew meanwhile, by somebody else
 */
export async function continueScan(
  {
    requestId,
    datasetId,
    words,
    limits = LIMITS,
  }: { requestId: string; datasetId: string; words: readonly Words[]; limits?: Limits },
  {
    signal,
    seconds = SECONDS,
    rowsPerStep = ROWS_PER_STEP,
  }: { signal?: AbortSignal; seconds?: number; rowsPerStep?: number } = {},
): Promise<boolean | null> {
  const revision = await latestRevision(db(), datasetId)
  if (!revision || words.length === 0) return true
  const from = await transact((tx) => begin(tx, requestId, revision, words))
  const until = Date.now() + seconds * 1000
  const finders = words.map((one) => finderOf(one, contentFields(revision.plan), limits))
  for (const [i, file] of revision.files.entries()) {
    if (file.ordinal < from.ordinal) continue
    const before = revision.files.slice(0, i).reduce((sum, { rows }) => sum + rows, 0)
    const start = file.ordinal === from.ordinal ? from.row : 0
    const { since } = from
    const step = new Step({
      ...{ requestId, datasetId, revisionId: revision.id, since },
      ...{ ordinal: file.ordinal, before },
    })
    for await (const row of rowsOfFile(revision, file, start)) {
      // Written before the next row is looked at: the cursor is the row that comes next.
      if (row.place.row - Math.max(step.row, start) >= rowsPerStep) {
        if (!(await step.write(row.place.row))) return null
        if (Date.now() > until || signal?.aborted) return false
      }
      for (const finder of finders) step.add(finder, row)
    }
    if (!(await step.write(file.rows))) return null
  }
  return (await transact((tx) => end(tx, requestId, from.since))) ? true : null
}

/** Other words are to be looked for, too: what was read of the files without them is read again. The caller holds the lock of the request. */
export async function readAnew(tx: Tx, requestId: string): Promise<void> {
  await tx
    .delete(takedownScan)
    .where(and(eq(takedownScan.requestId, requestId), isNull(takedownScan.endedAt)))
}

/** How far the reading of files came; null when nothing is or was read. */
export async function scanProgress(requestId: string) {
  const [row] = await db()
    .select({
      rowsRead: takedownScan.rowsRead,
      rowsTotal: takedownScan.rowsTotal,
      endedAt: takedownScan.endedAt,
    })
    .from(takedownScan)
    .where(eq(takedownScan.requestId, requestId))
  return row ?? null
}

/**
 * Begins where there is nothing yet, where another revision came meanwhile, or where the last reading came to its end; else goes on. `since`:
 * when this reading was begun, to the microsecond.
 */
async function begin(
  tx: Tx,
  requestId: string,
  revision: SearchedRevision,
  words: readonly Words[],
): Promise<{ ordinal: number; row: number; since: string }> {
  const [known] = await tx
    .select({
      ordinal: takedownScan.ordinal,
      row: takedownScan.row,
      since: SINCE,
      revisionId: takedownScan.revisionId,
      endedAt: takedownScan.endedAt,
    })
    .from(takedownScan)
    .where(eq(takedownScan.requestId, requestId))
    .for('update')
  if (known && known.revisionId === revision.id && known.endedAt === null) return known
  const ids = words.map(({ id }) => id)
  const rowsTotal = revision.files.reduce((sum, { rows }) => sum + rows, 0)
  const start = { revisionId: revision.id, ordinal: 0, row: 0, rowsRead: 0, rowsTotal, endedAt: null }
  const [begun] = await tx
    .insert(takedownScan)
    .values({ requestId, ...start })
    .onConflictDoUpdate({ target: takedownScan.requestId, set: { ...start, startedAt: sql`now()` } })
    .returning({ since: SINCE })
  if (!begun) throw new Error('a reading was begun and is not there')
  await tx.update(takedownTarget).set({ rows: null }).where(inArray(takedownTarget.id, ids))
  // What a person has said of a candidate stays; its rows are counted from the beginning.
  const own = and(eq(takedownCandidate.requestId, requestId), inArray(takedownCandidate.targetId, ids))
  await tx.delete(takedownCandidate).where(and(own, eq(takedownCandidate.state, 'found')))
  await tx.update(takedownCandidate).set({ rows: 0 }).where(own)
  return { ordinal: 0, row: 0, since: begun.since }
}

const SINCE = sql<string>`${takedownScan.startedAt}::text`

/** The reading that was begun then, and no other that somebody began after it. */
const theReading = ({ requestId, since }: Pick<At, 'requestId' | 'since'>) =>
  and(eq(takedownScan.requestId, requestId), sql`${SINCE} = ${since}`)

async function end(tx: Tx, requestId: string, since: string): Promise<boolean> {
  const ended = await tx
    .update(takedownScan)
    .set({ endedAt: new Date(), rowsRead: sql`${takedownScan.rowsTotal}` })
    .where(theReading({ requestId, since }))
    .returning({ requestId: takedownScan.requestId })
  return ended.length > 0
}

type Hit = { tier: 'exact' | 'fuzzy'; spans: SpanRow[]; nearness: Nearness | null }
type Finder = { id: string; most: number; look: (row: RevisionRow) => Hit | null }

function finderOf({ id, target }: Words, fields: readonly string[], limits: Limits): Finder {
  const { find } = passage(target.value)
  const quoted = (row: RevisionRow): Hit | null =>
    row.values.some(find)
      ? { tier: 'exact', spans: spansOf(fields, row.values, target.value), nearness: null }
      : null
  if (target.kind === 'quote') return { id, most: limits.quote, look: quoted }
  const nearnessOf = nearTo(target.value)
  return {
    id,
    most: limits.near,
    // The same words are not decided by a number either: where they stand is for a person to see.
    look: (row) => {
      const nearness = nearnessOf(row.values.join('\n'))
      return nearness && { tier: 'fuzzy', spans: [], nearness }
    },
  }
}

function spansOf(fields: readonly string[], values: readonly string[], text: string): SpanRow[] {
  const named = Object.fromEntries(fields.map((field, i) => [field, values[i] ?? '']))
  return occurrencesOf(named, text) ?? []
}

type At = {
  requestId: string
  datasetId: string
  revisionId: string
  since: string
  ordinal: number
  before: number
}
type Gathered = { finder: Finder; place: OccurrenceRow; hit: Hit; rows: number }

/** What was found since the last write, and that write. */
class Step {
  row = 0
  private hits = new Map<string, Gathered>()

  constructor(private readonly at: At) {}

  add(finder: Finder, row: RevisionRow): void {
    const hit = finder.look(row)
    if (!hit) return
    const key = `${finder.id}\n${row.place.digest.toString('hex')}`
    const known = this.hits.get(key)
    this.hits.set(
      key,
      known ? { ...known, rows: known.rows + 1 } : { finder, place: row.place, hit, rows: 1 },
    )
  }

  /** Whether it is still the reading that goes on: of one that was begun anew nothing is written down. */
  async write(next: number): Promise<boolean> {
    const found = [...this.hits.values()]
    const { ordinal, before } = this.at
    const goesOn = await transact(async (tx) => {
      const [own] = await tx
        .update(takedownScan)
        .set({ ordinal, row: next, rowsRead: sql`least(${before + next}, ${takedownScan.rowsTotal})` })
        .where(theReading(this.at))
        .returning({ requestId: takedownScan.requestId })
      if (!own) return false
      for (const finder of new Set(found.map((gathered) => gathered.finder)))
        await keep(
          tx,
          this.at,
          finder,
          found.filter((gathered) => gathered.finder === finder),
        )
      failpoint('takedown-scan.before-commit')
      return true
    })
    failpoint('takedown-scan.after-step')
    this.hits = new Map()
    this.row = next
    return goesOn
  }
}

/** More items than the limit are only counted: behind those that were taken or dropped before, the next are kept. */
async function keep(tx: Tx, at: At, finder: Finder, found: readonly Gathered[]): Promise<void> {
  const { requestId, datasetId } = at
  await tx
    .update(takedownTarget)
    .set({
      rows: sql`coalesce(${takedownTarget.rows}, 0) + ${found.reduce((sum, { rows }) => sum + rows, 0)}`,
    })
    .where(eq(takedownTarget.id, finder.id))
  const known = await tx
    .select({ digest: takedownCandidate.digest, state: takedownCandidate.state })
    .from(takedownCandidate)
    .where(
      and(
        eq(takedownCandidate.datasetId, datasetId),
        eq(takedownCandidate.requestId, requestId),
        eq(takedownCandidate.targetId, finder.id),
      ),
    )
  const before = new Set(known.map(({ digest }) => digest.toString('hex')))
  let room = finder.most - known.filter(({ state }) => state === 'found').length
  const kept = found.filter(({ place }) => before.has(place.digest.toString('hex')) || room-- > 0)
  for (let from = 0; from < kept.length; from += AT_ONCE)
    await insertCandidates(tx, at, kept.slice(from, from + AT_ONCE))
}

const AT_ONCE = 1_000

async function insertCandidates(
  tx: Tx,
  { requestId, datasetId, revisionId }: At,
  kept: readonly Gathered[],
): Promise<void> {
  const values = kept.map(({ finder, place, hit: { tier, spans, nearness }, rows }) => ({
    ...{ datasetId, requestId, targetId: finder.id, digest: place.digest, revisionId, tier, spans, rows },
    similarity: nearness?.similarity ?? null,
    contained: nearness?.contained ?? null,
    ...{ ordinal: place.ordinal, row: place.row, offset: place.offset, length: place.length },
    ...{ sourceId: place.sourceId, url: place.url, state: 'found' as const },
  }))
  await tx
    .insert(takedownCandidate)
    .values(values)
    .onConflictDoUpdate({
      target: [
        takedownCandidate.datasetId,
        takedownCandidate.requestId,
        takedownCandidate.targetId,
        takedownCandidate.digest,
      ],
      set: {
        revisionId,
        rows: sql`case when ${takedownCandidate.revisionId} = excluded.revision_id then ${takedownCandidate.rows} else 0 end + excluded.rows`,
      },
    })
}
