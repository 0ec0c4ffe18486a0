import 'server-only'
import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { db, transact, type Tx } from '@/db/client'
import { dataset, erasure, revisionFile } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { loadMember, system } from '@/lib/auth/load-actor'
import { storeBlob } from '@/lib/blobs/store'
import { byteaArray } from '@/lib/datasets/arrays'
import { storedSha256 } from '@/lib/datasets/stored-file'
import { AppError, conflict } from '@/lib/errors'
import { keeping } from '@/lib/i18n/kept'
import { say } from '@/lib/i18n/say'
import { appendEntry, sealedIf } from '@/lib/log/append'
import { failpoint } from '@/lib/runtime/failpoint'
import { refuseUnderWay } from './begin'
import { BASIS_CODES, type Basis } from './labels'
import { erasureFolder, list } from './list'
import { type Places, placesOf } from './places'
import { rewriteSegment } from './rewrite-segment'
import { rewriteShard } from './rewrite-shard'
import { sweepBlobs } from './sweep'

export type FinishOptions = {
  onProgress?: (step: string) => void
  signal?: AbortSignal
}

type Row = typeof erasure.$inferSelect

/**
 * Takes what waits in a dataset out of its stored files, all of it in one pass over each: new files first, then the rows that
 * name them in one transaction, then the old files go. Killed anywhere, the same call goes on; done twice, the second finds
 * nothing.
 */
export const finishErasures = (datasetId: string, options: FinishOptions = {}): Promise<void> =>
  keeping((keep) => finishKeeping(datasetId, options, keep))

/** How what is said of an erasure is stored. */
type Keep = (sentence: string) => string

async function finishKeeping(datasetId: string, options: FinishOptions, keep: Keep): Promise<void> {
  try {
    for (let waiting; (waiting = await inState(datasetId, 'files', 'replay')).length > 0;)
      await rewriteFiles(datasetId, waiting, options)
    const swept = await inState(datasetId, 'sweep')
    if (swept.length > 0) await finish(swept, options, keep)
  } catch (error) {
    if (error instanceof AppError)
      await db()
        .update(erasure)
        .set({ error: keep(error.message) })
        .where(and(eq(erasure.datasetId, datasetId), ne(erasure.state, 'done')))
    throw error
  }
}

const inState = (datasetId: string, ...states: ('files' | 'replay' | 'sweep')[]): Promise<Row[]> =>
  db()
    .select()
    .from(erasure)
    .where(and(eq(erasure.datasetId, datasetId), inArray(erasure.state, states)))

type Swap = { old: Buffer; new: Buffer }
type Rewritten = { files: (Swap & { rows: number })[]; segments: Swap[]; abandoned: Swap[]; places: Places }

async function rewriteFiles(
  datasetId: string,
  waiting: readonly Row[],
  options: FinishOptions,
): Promise<void> {
  const digests = waiting.flatMap(({ digest }) => digest?.toString('hex') ?? [])
  const rewritten = await rewrite(datasetId, digests, options)
  failpoint('erasure.after-rewrite')
  await transact((tx) => swap(tx, datasetId, waiting, rewritten))
  failpoint('erasure.after-swap')
}

async function rewrite(
  datasetId: string,
  digests: readonly string[],
  { onProgress = () => undefined, signal }: FinishOptions,
): Promise<Rewritten> {
  const places = await placesOf(datasetId, digests)
  const rewritten: Rewritten = { files: [], segments: [], abandoned: [], places }
  for (const { shard, rows } of places.shards) {
    signal?.throwIfAborted()
    onProgress(`Rewriting ${shard.path}`)
    const made = await rewriteShard(shard, rows)
    if (made) rewritten.files.push({ old: shard.blob, new: made.digest, rows: made.rows })
    failpoint('erasure.after-file')
  }
  for (const segment of places.segments) {
    signal?.throwIfAborted()
    rewritten.segments.push({ old: segment, new: await rewriteSegment(segment, digests) })
  }
  if (digests.length > 0 && places.abandoned.length > 0) {
    const { digest: nothing } = await storeBlob(empty())
    for (const old of places.abandoned)
      if (!old.equals(nothing)) rewritten.abandoned.push({ old, new: nothing })
  }
  return rewritten
}

async function* empty(): AsyncGenerator<Uint8Array> {}

/** From here on every reader takes the new files. */
async function swap(
  tx: Tx,
  datasetId: string,
  waiting: readonly Row[],
  { files, segments, abandoned, places }: Rewritten,
): Promise<void> {
  const [locked] = await tx
    .select({ slug: dataset.slug })
    .from(dataset)
    .where(eq(dataset.id, datasetId))
    .for('update')
  if (!locked) throw new Error(`there is no dataset ${datasetId}`)
  // After a restore nothing is under way, whatever the backup says: it is not served yet.
  if (waiting.some(({ state }) => state === 'files')) await refuseUnderWay(tx, datasetId)
  const still = await tx
    .select()
    .from(erasure)
    .where(
      and(
        inArray(erasure.state, ['files', 'replay']),
        inArray(
          erasure.id,
          waiting.map(({ id }) => id),
        ),
      ),
    )
    .for('update')
  // Somebody else was quicker with some of them; the files made here know only what both do.
  if (still.length !== waiting.length) return
  await refuseUnread(tx, datasetId, places)
  for (const { old, new: now } of [...files, ...abandoned])
    await tx
      .update(revisionFile)
      .set({ storedSha256: now })
      .where(and(eq(revisionFile.datasetId, datasetId), eq(storedSha256, old)))
  for (const { old, new: now } of segments)
    await tx.execute(sql`
      update import_chunk set segment = ${now} where dataset_id = ${datasetId} and segment = ${old}`)
  await refuseStale(tx, datasetId, [...files, ...segments, ...abandoned])
  const doomed = [...files, ...segments, ...abandoned].map(({ old }) => old.toString('hex'))
  for (const row of still) {
    const entryId =
      row.state === 'replay' || row.digest === null ? row.entryId : await logRevisions(tx, row, places)
    const counts = row.digest ? { ...row.counts, files: files.length, segments: segments.length } : row.counts
    await tx
      .update(erasure)
      .set({ state: 'sweep', doomed, counts, entryId, error: null })
      .where(eq(erasure.id, row.id))
  }
}

/** A revision that was imported since has an index of its own, which names the sources again. */
async function refuseUnread(tx: Tx, datasetId: string, { chunks }: Places): Promise<void> {
  const [now] = await tx.execute<{ chunks: number }>(
    sql`select count(*)::int as chunks from import_chunk where dataset_id = ${datasetId}`,
  )
  if (now?.chunks !== chunks) throw conflict(say('erasures.errors.imported'))
}

/** An import or another erasure that came between would have put a new reader on an old file. */
async function refuseStale(tx: Tx, datasetId: string, swaps: readonly Swap[]): Promise<void> {
  if (swaps.length === 0) return
  const [left] = await tx.execute(sql`
    select 1 from unnest(${byteaArray(swaps.map(({ old }) => old))}) as old (digest)
    where exists (select from revision_file where dataset_id = ${datasetId} and coalesce(stored_sha256, sha256) = old.digest)
      or exists (select from import_chunk where dataset_id = ${datasetId} and segment = old.digest)
    limit 1`)
  if (left) throw new Error('a file that was replaced is still read')
}

/**
 * Says of every revision the text was in that it can be rebuilt only by those who hold the base. Answers the entry that a
 * release names when it leaves the text out.
 */
async function logRevisions(tx: Tx, row: Row, { revisions }: Places): Promise<string | null> {
  const actor = await actorOf(row)
  let first = row.entryId
  for (const { entryId: of } of revisions) {
    if (of === null) continue
    const { entryId } = await appendEntry(
      tx,
      actor,
      sealedIf(row.restricted === 1, { type: 'erasure', public: { of }, private: { basis: basisOf(row) } }),
    )
    first ??= entryId
  }
  return first
}

const basisOf = ({ basis }: Row): Basis => BASIS_CODES.find((code) => code === basis) ?? unknownBasis(basis)
const unknownBasis = (basis: string): never => {
  throw new Error(`an erasure on an unknown basis ${basis}`)
}

async function actorOf({ actor }: Row): Promise<Actor> {
  const [kind, name = ''] = actor.split(':')
  const member = kind === 'member' ? await loadMember(db(), name) : null
  return member ?? system('erasure')
}

/** The list first: whoever restores a backup from now on does this erasure again. */
async function finish(
  rows: readonly Row[],
  { onProgress = () => undefined }: FinishOptions,
  keep: Keep,
): Promise<void> {
  for (const row of rows) await list(erasureFolder(), listedOf(row))
  failpoint('erasure.after-list')
  onProgress('Removing the files that were replaced')
  const { shared } = await sweepBlobs([...new Set(rows.flatMap(({ doomed }) => doomed))])
  failpoint('erasure.after-sweep')
  const elsewhere = shared.length > 0 ? keep(say('erasures.errors.elsewhere', { n: shared.length })) : null
  await db()
    .update(erasure)
    .set({ state: 'done', finishedAt: new Date(), error: elsewhere })
    .where(
      inArray(
        erasure.id,
        rows.map(({ id }) => id),
      ),
    )
}

const listedOf = (row: Row) => ({
  id: row.id,
  datasetId: row.datasetId,
  digest: row.digest?.toString('hex') ?? null,
  requestId: row.requestId,
  basis: row.basis,
  actor: row.actor,
  restricted: row.restricted === 1,
  entryId: row.entryId,
  at: row.createdAt.toISOString(),
})
