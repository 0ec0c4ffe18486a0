import 'server-only'
import { availableParallelism } from 'node:os'
import { and, desc, eq } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { importChunk, revisionFile } from '@/db/schema'
import { blobPath } from '@/lib/blobs/store'
import { unavailable } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { failpoint } from '@/lib/runtime/failpoint'
import type { RevisionFile } from './begin-revision'
import { applyRules } from './apply-rules'
import { commitChunk, type RaiseFlags, type SourceRules } from './commit-chunk'
import { completeFile } from './complete-revision'
import { progressMeter, type ImportProgress } from './import-progress'
import type { Run } from './import-run'
import { writeSegment } from './index-segment'
import { START, type Position } from './read/blocks'
import { contentFields, type FieldPlan } from './read/fields'
import type { ScannedBlock } from './scan/scan-block'
import { openScanPool, type ScanPool } from './scan/scan-pool'
import { scanTasks } from './scan/tasks'

export type FilesToImport = {
  datasetId: string
  revisionId: string
  plan: FieldPlan
  files: readonly RevisionFile[]
  raise: RaiseFlags
  rules?: SourceRules
  run: Run
  onProgress?: (progress: ImportProgress) => void
  signal?: AbortSignal
  threads?: number
  chunkRows?: number
}

/** Below this the workers would start for longer than they work. */
const SMALL_BYTES = 4 * 1024 * 1024
const CHUNK_ROWS = 50_000
/** UTF-16 units of flagged text that wait for their chunk: bounds memory where rows are long. */
const CHUNK_TEXT = 32 * 1024 * 1024

/** Reads every file of a revision from where its last committed chunk ends. */
export async function importFiles(job: FilesToImport): Promise<void> {
  const places = await Promise.all(job.files.map((file) => placeOf(job, file)))
  const meter = new Meter(job, places)
  const small = meter.bytesTotal < SMALL_BYTES
  await using pool = openScanPool(job.plan, job.threads ?? (small ? 0 : availableParallelism()))
  for (const place of places) if (!place.done) await importFile(job, place, { pool, meter })
}

type Place = { file: RevisionFile; chunk: number; from: Position; done: boolean }

/** Where a file is to be gone on with: behind its last committed chunk. */
async function placeOf({ datasetId, revisionId }: FilesToImport, file: RevisionFile): Promise<Place> {
  const [state] = await db()
    .select({ state: revisionFile.state })
    .from(revisionFile)
    .where(
      and(
        eq(revisionFile.datasetId, datasetId),
        eq(revisionFile.revisionId, revisionId),
        eq(revisionFile.ordinal, file.ordinal),
      ),
    )
  const [last] = await db()
    .select()
    .from(importChunk)
    .where(
      and(
        eq(importChunk.datasetId, datasetId),
        eq(importChunk.revisionId, revisionId),
        eq(importChunk.ordinal, file.ordinal),
      ),
    )
    .orderBy(desc(importChunk.chunk))
    .limit(1)
  const done = state?.state === 'complete'
  if (!last) return { file, chunk: 0, from: START, done }
  const from = { offset: last.nextOffset ?? 0, line: last.nextLine ?? 1, row: last.firstRow + last.rowsRead }
  return { file, chunk: last.chunk + 1, from, done }
}

type Tools = { pool: ScanPool; meter: Meter }

async function importFile(
  job: FilesToImport,
  { file, chunk, from }: Place,
  { pool, meter }: Tools,
): Promise<void> {
  const writer = new ChunkWriter(job, file, chunk)
  const read = (bytes: number) => meter.reading(file, bytes)
  const tasks = scanTasks(blobPath(file.digest), file.format, job.plan, from, read)
  let rows = from.row
  for await (const block of pool.scan(tasks)) {
    if (job.signal?.aborted) throw unavailable(say('importing.interrupted'))
    rows += block.to.row - block.from.row
    await writer.add(block)
    await meter.report(rows)
  }
  await writer.finish()
  failpoint('import.before-file-complete')
  await transact((tx) => completeFile(tx, { ...job, ordinal: file.ordinal, rows }))
  await meter.finished(file, rows)
}

/** Gathers blocks into chunks. One chunk is written while the next is read; never more, so that memory stays bounded. */
class ChunkWriter {
  private blocks: ScannedBlock[] = []
  private rows = 0
  private text = 0
  private writing: Promise<void> = Promise.resolve()

  constructor(
    private readonly job: FilesToImport,
    private readonly file: RevisionFile,
    private chunk: number,
  ) {}

  async add(block: ScannedBlock): Promise<void> {
    const rows = block.to.row - block.from.row
    // A header or blank lines: nothing to record, and a resume reads them again.
    if (rows === 0) return
    this.blocks.push(block)
    this.rows += rows
    for (const { values } of block.flagged) for (const value of values) this.text += value.length
    if (this.rows >= (this.job.chunkRows ?? CHUNK_ROWS) || this.text >= CHUNK_TEXT) await this.flush()
  }

  async finish(): Promise<void> {
    if (this.rows > 0) await this.flush()
    await this.writing
  }

  private async flush(): Promise<void> {
    await this.writing
    const { blocks, chunk } = this
    this.blocks = []
    this.rows = this.text = 0
    this.chunk++
    this.writing = this.write(blocks, chunk)
    // Awaited before the next chunk and at the end; until then a failure must not count as unhandled.
    this.writing.catch(() => undefined)
  }

  private async write(blocks: readonly ScannedBlock[], chunk: number): Promise<void> {
    const { job, file } = this
    if (job.rules) await applyRules(blocks, job.rules, file, job.plan)
    const { digest: segment } = await writeSegment(file.ordinal, blocks)
    failpoint('import.after-segment')
    const fields = contentFields(job.plan)
    await transact(async (tx) => {
      await commitChunk(tx, { ...job, ordinal: file.ordinal, chunk, segment, blocks, fields }, job.raise)
      failpoint('import.before-commit')
    })
    failpoint('import.after-commit')
  }
}

/** Adds up what was read of all files, for bars and pages. */
class Meter {
  readonly bytesTotal: number
  private readonly progress = progressMeter()
  private finishedBytes: number
  private finishedRows: number
  private current = 0

  constructor(
    private readonly job: FilesToImport,
    places: readonly Place[],
  ) {
    const done = places.filter((place) => place.done)
    this.bytesTotal = job.files.reduce((sum, { bytes }) => sum + bytes, 0)
    this.finishedBytes = done.reduce((sum, { file }) => sum + file.bytes, 0)
    this.finishedRows = done.reduce((sum, { from }) => sum + from.row, 0)
  }

  reading(file: RevisionFile, bytes: number): void {
    this.current = Math.min(bytes, file.bytes)
  }

  /** @param rows read of the current file */
  async report(rows: number): Promise<void> {
    const bytes = this.finishedBytes + this.current
    const progress = this.progress('importing', bytes, this.bytesTotal, this.finishedRows + rows)
    this.job.onProgress?.(progress)
    await this.job.run.report(progress)
  }

  async finished(file: RevisionFile, rows: number): Promise<void> {
    this.finishedBytes += file.bytes
    this.finishedRows += rows
    this.current = 0
    await this.report(0)
  }
}
