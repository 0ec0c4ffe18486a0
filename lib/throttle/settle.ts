import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { transact, type Tx } from '@/db/client'
import { dataset, detectorWatch } from '@/db/schema'
import type { SpanRow } from '@/db/schema/flags'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, notFound } from '@/lib/errors'
import { type NewFlag, raiseFlags } from '@/lib/flags/raise-flags'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { openCases } from '@/lib/review/open-cases'
import { refuseRecused } from '@/lib/review/voters'
import { failpoint } from '@/lib/runtime/failpoint'
import type { VersionInput } from './input'
import type { WatchState } from './labels'

export type Settled = { slug: string; settled: 'known' | 'dropped' }

/** A lead has looked: the flags that were held are raised, their cases open, and this version is not paused again. */
export const letGoOn = (tx: Tx, actor: Member, input: VersionInput): Promise<Settled> =>
  settle(tx, actor, input, 'known', ['paused', 'dropped'])

/** A lead has looked: the flags that were held are deleted, and this version raises none here. */
export const dropDetector = (tx: Tx, actor: Member, input: VersionInput): Promise<Settled> =>
  settle(tx, actor, input, 'dropped', ['paused'])

async function settle(
  tx: Tx,
  actor: Member,
  input: VersionInput,
  to: Settled['settled'],
  from: readonly WatchState[],
): Promise<Settled> {
  authorize(actor, 'detector.settle', { datasetId: input.datasetId })
  await refuseRecused(tx, actor, input.datasetId)
  const [found] = await tx
    .select({ state: detectorWatch.state, slug: dataset.slug })
    .from(detectorWatch)
    .innerJoin(dataset, eq(dataset.id, detectorWatch.datasetId))
    .where(versionIs(input))
    .for('update', { of: detectorWatch })
  if (!found) throw notFound('detector')
  if (!from.includes(found.state)) throw conflict(say('throttle.errors.settled'))
  await tx
    .update(detectorWatch)
    .set({ state: to, settledBy: actor.id, settledAt: sql`now()` })
    .where(versionIs(input))
  await enqueue(tx, 'detector.settle', input)
  return { slug: found.slug, settled: to }
}

const versionIs = ({ datasetId, detector, version }: VersionInput) =>
  and(
    eq(detectorWatch.datasetId, datasetId),
    eq(detectorWatch.detector, detector),
    eq(detectorWatch.version, version),
  )

/** Held flags in one transaction: as many as a chunk of an import brings. */
const FLAGS = 2_000

/** Raises or deletes what was held of a version, as a lead has said. Killed at any point it goes on with what is left. */
export async function settleHeld(version: VersionInput, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    const left = await transact((tx) => settleSome(tx, version))
    failpoint('throttle.after-settle')
    if (!left) return
  }
  await transact((tx) => enqueue(tx, 'detector.settle', version))
}

type Held = {
  digest: string
  category: string
  type: string
  score: number
  severity: 1 | 2 | 3 | 4
  spans: SpanRow[]
  revisionId: string
}

async function settleSome(tx: Tx, version: VersionInput): Promise<boolean> {
  const { datasetId, detector } = version
  const [watch] = await tx
    .select({ state: detectorWatch.state })
    .from(detectorWatch)
    .where(versionIs(version))
  if (watch?.state !== 'known' && watch?.state !== 'dropped') return false
  const rows = await tx.execute<Held>(sql`
    delete from held_flag
    where (dataset_id, detector, version, digest, category, type) in (
      select dataset_id, detector, version, digest, category, type from held_flag
      where dataset_id = ${datasetId} and detector = ${detector} and version = ${version.version}
      order by digest limit ${FLAGS} for update)
    returning encode(digest, 'hex') as digest, category, type, score, severity, spans, revision_id as "revisionId"`)
  if (rows.length === 0) return false
  if (watch.state === 'known') await raise(tx, version, rows)
  return true
}

async function raise(tx: Tx, { datasetId, detector, version }: VersionInput, rows: readonly Held[]) {
  const flags = rows.map((row): NewFlag => ({
    ...row,
    digest: Buffer.from(row.digest, 'hex'),
    source: 'detector',
    detector,
    detectorVersion: version,
  }))
  await raiseFlags(tx, datasetId, flags)
  await openCases(
    tx,
    datasetId,
    flags.map(({ digest }) => digest),
  )
}
