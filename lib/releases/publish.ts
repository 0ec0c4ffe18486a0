import 'server-only'
import { and, eq, sql as drizzleSql } from 'drizzle-orm'
import { database, db, transact } from '@/db/client'
import { importChunk, release } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { system } from '@/lib/auth/load-actor'
import { blobPath } from '@/lib/blobs/store'
import { unavailable } from '@/lib/errors'
import { waitUntilSequenced } from '@/lib/log/queries'
import type { RowCounts } from '@/lib/release-format/counts'
import { failpoint } from '@/lib/runtime/failpoint'
import { isNoRoom } from '@/lib/runtime/no-room'
import { buildRelease, type Built, type ReleaseFile } from './build'
import { commitRelease, headless, moveHead } from './commit'
import { EffectiveSet, withheldDigests } from './effective-set'
import { buildDiff, diffSide } from './diff'
import { loadFrozen, type Frozen } from './frozen'
import type { PublishInput } from './input'
import { logPosition } from './log-position'
import { matchRules } from './match-rules'
import { statementSigners } from './statement-signers'
import { nameOf, WORLD } from '@/lib/release-format/profile'
import { stageRelease } from './stage'

export type PublishOptions = {
  onProgress?: (step: string) => void
  /** Moves pending log entries on, where no worker does it: the command line. */
  sequence?: () => Promise<unknown>
  signal?: AbortSignal
}

export type PublishView = {
  releaseId: string
  version: string
  profile: string
  rows: RowCounts
  /** SHA-256 of release.json. */
  digest: string
  /** A release that an earlier run had begun was finished instead of a new one begun. */
  resumed: boolean
}

/**
 * Publishes: freezes what is in force, makes the files, commits them with their log entry, moves the head. Killed anywhere, the same
 * call goes on with the release that was begun.
 */
export async function publish(
  actor: Member,
  input: PublishInput,
  options: PublishOptions = {},
): Promise<PublishView> {
  authorize(actor, 'release.publish', { datasetId: input.datasetId })
  const begun = await unfinished(input.datasetId, input.profile ?? WORLD)
  const releaseId = begun ?? (await transact((tx) => stageRelease(tx, actor, input))).releaseId
  failpoint('publish.after-stage')
  const view = await continueRelease({ datasetId: input.datasetId, releaseId }, options)
  return { ...view, resumed: begun !== null }
}

/** Makes a staged release and publishes it: the body of the job. Every step can be done twice, by two processes at once even. */
export async function continueRelease(
  { datasetId, releaseId }: { datasetId: string; releaseId: string },
  options: PublishOptions = {},
): Promise<Omit<PublishView, 'resumed'>> {
  const frozen = await loadFrozen(db(), datasetId, releaseId)
  if (frozen.state === 'staged')
    await make(frozen, options).catch((error: unknown) => {
      throw isNoRoom(error) ? noRoomFor(frozen) : error
    })
  await transact((tx) => moveHead(tx, frozen))
  failpoint('publish.after-head')
  return viewOf(frozen)
}

/** What was frozen stays so: the release that is made later is the one that was begun. */
const noRoomFor = (frozen: Frozen) =>
  unavailable(
    `There is no room left on the disk for release ${nameOf(frozen)} of ${frozen.slug}. Nothing of it is published; free some and publish again: it goes on with the same release.`,
  )

async function make(
  frozen: Frozen,
  { onProgress = () => undefined, sequence, signal }: PublishOptions,
): Promise<void> {
  const { sql } = database()
  const { datasetId, releaseId } = frozen
  const segments = await segmentsByFile(datasetId, frozen.revisionId)
  onProgress('Looking for rows of people who opted out')
  await matchRules(sql, frozen, [...segments.values()].flat())
  failpoint('publish.after-rules')
  const effects = await EffectiveSet.load(sql, datasetId, releaseId)
  onProgress('Waiting for the log to take in every decision')
  await sequence?.()
  await waitUntilSequenced([...effects.entryIds], { signal })
  const log = await logPosition(frozen)
  onProgress('Writing the files')
  const withheldBefore = await withheldDigests(sql, datasetId, frozen.previous?.id)
  const built = await buildRelease({
    frozen,
    log,
    signers: statementSigners(),
    effects,
    withheldBefore,
    segments,
    sql,
  })
  const diff = await diffWithPrevious(frozen, built)
  failpoint('publish.before-commit')
  onProgress('Publishing')
  const commit = {
    frozen,
    built: { ...built, files: [...built.files, ...diff] },
    effectiveSet: effects.digest,
    logSize: log.size,
  }
  await transact((tx) => commitRelease(tx, system('publish'), commit))
  failpoint('publish.after-commit')
}

/** None for the first release, nor after one whose files are gone. */
async function diffWithPrevious({ datasetId, previous }: Frozen, built: Built): Promise<ReleaseFile[]> {
  if (!previous) return []
  const after = new Map(built.files.map(({ path, sha256 }) => [path, sha256]))
  const before = await diffSide(datasetId, previous.id)
  return before ? [await buildDiff(before, after)] : []
}

async function unfinished(datasetId: string, profile: string): Promise<string | null> {
  const [staged] = await db()
    .select({ id: release.id })
    .from(release)
    .where(and(eq(release.datasetId, datasetId), eq(release.profile, profile), eq(release.state, 'staged')))
  return staged?.id ?? transact((tx) => headless(tx, datasetId, profile))
}

async function segmentsByFile(datasetId: string, revisionId: string): Promise<Map<number, string[]>> {
  const chunks = await db()
    .select({ ordinal: importChunk.ordinal, segment: importChunk.segment })
    .from(importChunk)
    .where(and(eq(importChunk.datasetId, datasetId), eq(importChunk.revisionId, revisionId)))
    .orderBy(importChunk.ordinal, importChunk.chunk)
  const segments = new Map<number, string[]>()
  for (const { ordinal, segment } of chunks) {
    const known = segments.get(ordinal)
    if (known) known.push(blobPath(segment))
    else segments.set(ordinal, [blobPath(segment)])
  }
  return segments
}

async function viewOf({
  datasetId,
  releaseId,
  version,
  profile,
}: Frozen): Promise<Omit<PublishView, 'resumed'>> {
  const [row] = await db()
    .select({ rows: drizzleSql<RowCounts>`${release.counts} -> 'rows'`, digest: release.digest })
    .from(release)
    .where(and(eq(release.datasetId, datasetId), eq(release.id, releaseId)))
  if (!row?.digest) throw new Error('a release was published without its digest')
  return { releaseId, version, profile, rows: row.rows, digest: row.digest.toString('hex') }
}
