import 'server-only'
import { sql } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { AppError } from '@/lib/errors'
import { keeping } from '@/lib/i18n/kept'
import { say } from '@/lib/i18n/say'
import { failpoint } from '@/lib/runtime/failpoint'
import { beginRevision, type BegunRevision } from './begin-revision'
import type { RaiseFlags, SourceRules } from './commit-chunk'
import { compareRevisions } from './compare-revisions'
import { completeRevision, failRevision } from './complete-revision'
import { importFiles } from './import-files'
import { progressMeter, type ImportProgress } from './import-progress'
import { insertRun, Run } from './import-run'
import { placeKnownItems } from './known-items'
import type { FieldWishes } from './read/fields'
import { stageFiles, type Source, type StagedFile } from './stage-files'

export type ImportInput = {
  datasetId: string
  sources: readonly Source[]
  wishes?: FieldWishes
  label?: string | null
  /** The run that was queued for it; without one, one is made. */
  runId?: string
}

export type ImportOptions = {
  raise: RaiseFlags
  rules?: SourceRules
  onProgress?: (progress: ImportProgress) => void
  /** Stops after the chunk that is under way. */
  signal?: AbortSignal
  /** Worker threads; by default as many as there are cores, none for small files. */
  threads?: number
  /** Rows of a chunk: what a crash may cost in repeated work. */
  chunkRows?: number
}

export type ImportView = {
  revisionId: string
  revision: number
  /** There was a complete revision of exactly these files: nothing was read again. */
  unchanged: boolean
  rows: { good: number; bad: number }
  unscanned: number
  /** Rows in which something was found, and the flags their items have. */
  flagged: number
  flags: number
  /** Against the revision before, by digest; null for the first. */
  rowsNew: number | null
  rowsGone: number | null
  decisionsCarried: number | null
}

/**
 * Imports files as one revision: copies them into the blob store, reads, digests and scans every row, indexes it, and brings what
 * was found into Postgres. Runs in many short transactions; killed at any point, the same call goes on after the last
 * committed chunk and ends as if nothing had happened.
 */
export const importRevision = (
  actor: Actor,
  input: ImportInput,
  options: ImportOptions,
): Promise<ImportView> => keeping((keep) => importKeeping(actor, input, options, keep))

/** How a refusal is stored. */
type Keep = (sentence: string) => string

async function importKeeping(
  actor: Actor,
  input: ImportInput,
  options: ImportOptions,
  keep: Keep,
): Promise<ImportView> {
  const { datasetId } = input
  const run = new Run(datasetId, input.runId ?? (await ownRun(actor, input)))
  try {
    authorize(actor, 'dataset.import', { datasetId })
    await run.start(null)
    const files = await stage(input, options, run)
    failpoint('import.after-stage')
    const begun = await transact((tx) =>
      beginRevision(tx, actor, { ...input, files, wishes: input.wishes ?? {} }),
    )
    await run.start(begun.revisionId)
    failpoint('import.after-begin')
    if (begun.state !== 'complete') await readAndSeal(actor, datasetId, begun, options, run, keep)
    const view = await viewOf(datasetId, begun)
    await run.finish(view.rows.good + view.rows.bad)
    return view
  } catch (error) {
    await run.fail(keep(error instanceof AppError ? error.message : say('importing.fault')))
    throw error
  }
}

async function ownRun(actor: Actor, input: ImportInput): Promise<string> {
  authorize(actor, 'dataset.import', { datasetId: input.datasetId })
  return transact((tx) => insertRun(tx, actor, input.datasetId, requestOf(input)))
}

const requestOf = ({ sources, label }: ImportInput) => ({
  label,
  files: sources.map((source) => ({ name: source.name, ...('url' in source ? { url: source.url } : {}) })),
})

async function stage(
  { sources }: ImportInput,
  { onProgress, signal }: ImportOptions,
  run: Run,
): Promise<StagedFile[]> {
  const progress = progressMeter()
  let bytes = 0
  const files = await stageFiles(
    sources,
    (length) => onProgress?.(progress('staging', (bytes += length), 0, 0)),
    signal,
  )
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0)
  await run.report(progress('staging', 0, bytesTotal, 0))
  return files
}

async function readAndSeal(
  actor: Actor,
  datasetId: string,
  begun: BegunRevision,
  options: ImportOptions,
  run: Run,
  keep: Keep,
): Promise<void> {
  const { revisionId, number, plan, files } = begun
  try {
    await importFiles({ datasetId, revisionId, plan, files, run, ...options })
  } catch (error) {
    // Only what the file is to blame for is final; a fault, a signal or another importer leaves the revision to be continued.
    if (error instanceof AppError && error.code === 'invalid')
      await transact((tx) => failRevision(tx, { datasetId, revisionId, error: keep(error.message) }))
    throw error
  }
  if (number > 1) await placeKnownItems(datasetId, revisionId)
  const comparison = await compareRevisions(datasetId, revisionId, number)
  failpoint('import.before-seal')
  await transact((tx) => completeRevision(tx, actor, { datasetId, revisionId, comparison }))
  failpoint('import.after-seal')
}

async function viewOf(datasetId: string, begun: BegunRevision): Promise<ImportView> {
  const [row] = await db().execute<
    Record<'good' | 'bad' | 'unscanned' | 'flagged' | 'flags', number> &
      Record<'new' | 'gone' | 'carried', number | null>
  >(sql`
    select r.rows_good::float8 as good, r.rows_bad::float8 as bad, r.rows_unscanned::float8 as unscanned,
           r.rows_flagged::float8 as flagged, r.rows_new::float8 as new, r.rows_gone::float8 as gone,
           r.decisions_carried::float8 as carried,
           (select count(*)::float8 from flag f where f.dataset_id = r.dataset_id and exists (
              select 1 from occurrence o
              where o.dataset_id = r.dataset_id and o.digest = f.digest and o.revision_id = r.id)) as flags
    from revision r where r.dataset_id = ${datasetId} and r.id = ${begun.revisionId}`)
  if (!row) throw new Error(`revision ${begun.revisionId} has gone`)
  return {
    revisionId: begun.revisionId,
    revision: begun.number,
    unchanged: begun.state === 'complete',
    rows: { good: row.good, bad: row.bad },
    unscanned: row.unscanned,
    flagged: row.flagged,
    flags: row.flags,
    rowsNew: row.new,
    rowsGone: row.gone,
    decisionsCarried: row.carried,
  }
}
