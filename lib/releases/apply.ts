import 'server-only'
import { availableParallelism, totalmem } from 'node:os'
import path from 'node:path'
import { invalid } from '@/lib/errors'
import { addRows, addsUp, NO_ROWS, type RowCounts } from '@/lib/release-format/counts'
import { ContentJudge, type ContentOptions } from './apply-by-content'
import { PositionJudge } from './apply-by-position'
import { ReceiptJudge } from './apply-by-receipt'
import { applyToParquet } from './apply-to-parquet'
import { applyToText, WAY } from './apply-to-text'
import { atOnce, Turns } from './at-once'
import { earlierCopies } from './earlier-copy'
import { type Hands, openHands } from './hands'
import { type InputFile, localOf, openInputs } from './input-files'
import type { Judge } from './judge'
import { loadRelease, type LoadedRelease } from './load-release'
import { openSource } from './open-source'
import { OutputFolder } from './output-folder'
import { hashFile } from './read-file'
import {
  RECEIPT,
  receiptText,
  type Applied,
  type AppliedPending,
  type Lacking,
  type ReleaseName,
} from './receipt'
import { addPending } from './apply-pending'
import { recognise, TakenForAnother, type Prepared } from './recognise'

export type ApplyOptions = ContentOptions & {
  /** Folder or address of the release. */
  release: string
  /** Files, folders and addresses of files. */
  files: readonly string[]
  /** A list of rows that are decided to go since the release, signed: file or address, and the log's keys, one a line. */
  pending?: { list: string; vkey: string }
  /** Null checks and counts without writing anything. */
  out: string | null
  /** Files under way at once, and threads; if left out, as many as there are cores where that is worth it. The result is the same. */
  jobs?: number
  signal?: AbortSignal
  note?: (line: string) => void
  onProgress?: (progress: ApplyProgress) => void
}

/** Bytes of the files as they lie on the disk. */
export type ApplyProgress = { bytesDone: number; bytesTotal: number }

export type ApplyView = {
  release: ReleaseName
  rows: RowCounts
  lacking: Lacking
  /** The list that was applied on top of the release. */
  pending: AppliedPending | null
  files: Omit<Applied, 'kept' | 'redacted'>[]
  /** Null when nothing was to be written. */
  receipt: string | null
}

/**
 * Writes the filtered copy of files. By position where a file is a base file of the release (its SHA-256 says so), or by the receipt
 * of an earlier run where it is a copy of one: then rows go and redactions are applied. By content otherwise: each row's digest
 * is recomputed and only rows on the list of kept digests stay; redacted rows, whose digest is on no list, go. Everything is accounted for,
 * or nothing is written.
 *
 * @throws FormatError if the release is not valid; AppError `invalid` if a row or file cannot be accounted for, `unavailable` if
 * something cannot be read
 */
export async function apply(options: ApplyOptions): Promise<ApplyView> {
  await using source = await openSource(options.release, options.signal)
  const loaded = await loadRelease(source.folder)
  const pending = options.pending ? await addPending(loaded, options.pending, options.signal) : null
  await using inputs = await openInputs(options.files, options)
  const { files } = inputs
  const { out } = options
  // Also where a killed run lets the next one write over what it left.
  const over = files.find(
    ({ path: from, name }) => out !== null && path.resolve(from) === path.resolve(out, name),
  )
  if (over)
    throw invalid(
      `${over.path} is there already: it is the file to be filtered. Name another folder with --out.`,
    )
  const others = new Set<string>()
  for (;;) {
    try {
      return await applyTo(files, { loaded, pending }, others, options)
    } catch (error) {
      if (!(error instanceof TakenForAnother)) throw error
      others.add(error.file)
    }
  }
}

/** @param others files that are known to be nothing known, whatever their size */
async function applyTo(
  files: readonly InputFile[],
  { loaded, pending }: { loaded: LoadedRelease; pending: AppliedPending | null },
  others: ReadonlySet<string>,
  options: ApplyOptions,
): Promise<ApplyView> {
  const prepared = await recognise(files, loaded, await earlierCopies(localOf(options.files)), others)
  const judges = await judgesOf(prepared, loaded, options)
  const output =
    options.out === null
      ? null
      : await OutputFolder.open(options.out, [...files.map(({ name }) => name), RECEIPT])
  try {
    const applied = await applyToAll(prepared, judges.of, output, options)
    judges.finish()
    const rows = applied.reduce((sum, one) => addRows(sum, one.rows), NO_ROWS)
    const release = nameOf(loaded)
    await output?.write(RECEIPT, receiptText(release, { rows, pending }, applied))
    await output?.commit()
    return {
      release,
      rows,
      lacking: {
        rows: applied.reduce((sum, { lacking }) => sum + lacking.rows, 0),
        masked: applied.reduce((sum, { lacking }) => sum + lacking.masked, 0),
      },
      pending,
      files: applied.map(({ kept: _kept, redacted: _redacted, ...rest }) => rest),
      receipt: output && RECEIPT,
    }
  } catch (error) {
    await output?.discard()
    throw error
  }
}

/** The allow-list serves all files by content together: one listed row answers for one row of the whole copy. */
async function judgesOf(prepared: readonly Prepared[], loaded: LoadedRelease, options: ApplyOptions) {
  const others = prepared.filter(({ known }) => !known)
  const taken = new Set(prepared.flatMap(({ known }) => (known ? [known.plan.base.path] : [])))
  const byContent = others.length > 0 ? await ContentJudge.open(others, taken, loaded, options) : undefined
  const of = ({ file: { name }, known }: Prepared): Judge => {
    if (known)
      return known.earlier
        ? new ReceiptJudge(known.earlier, known.plan, name)
        : new PositionJudge(known.plan, name)
    if (!byContent) throw new Error('no file is applied by content')
    return byContent.forFile(name)
  }
  return { of, finish: () => byContent?.finish() }
}

async function applyToAll(
  prepared: readonly Prepared[],
  judgeOf: (one: Prepared) => Judge,
  output: OutputFolder | null,
  { note, signal, onProgress, jobs }: ApplyOptions,
): Promise<Applied[]> {
  const progress = { bytesDone: 0, bytesTotal: prepared.reduce((sum, { bytes }) => sum + bytes, 0) }
  const onBytes = (bytes: number) => {
    progress.bytesDone += bytes
    onProgress?.(progress)
  }
  const judged = prepared.map((one) => ({ one, judge: judgeOf(one) }))
  const worth = progress.bytesTotal >= WORTH_THREADS
  const threads = jobs ?? (worth ? availableParallelism() : 1)
  const parquet = new Turns(Math.min(threads, Math.max(1, Math.floor(totalmem() / PARQUET_SHARE))))
  await using hands = openHands(threads > 1 ? threads : 0)
  // By content the list is used up in the order of the files. Awaited here: the threads have to last until then.
  return await atOnce(
    judged,
    { jobs: threads, signal, isOrdered: ({ one }) => !one.known },
    ({ one, judge }, stop) => {
      const as = one.known ? `, as ${one.known.plan.base.path} of the base` : ''
      note?.(`${one.file.name}: ${WAY[judge.way]}${as}`)
      const work = () => applyToFile(one, judge, output, { signal: stop, onBytes, hands })
      return one.format.kind === 'parquet' ? parquet.run(work) : work()
    },
  )
}

/** One Parquet file under way takes half a gigabyte or so; all of them together an eighth of what there is, or one. */
const PARQUET_SHARE = 8 * 512 * 1024 * 1024

/** Below this, starting threads costs more than they save. */
const WORTH_THREADS = 32 * 1024 * 1024

async function applyToFile(
  { file, format, bytes, known }: Prepared,
  judge: Judge,
  output: OutputFolder | null,
  watch: { signal: AbortSignal; onBytes: (bytes: number) => void; hands: Hands },
): Promise<Applied> {
  const work = { file, judge, output, ...watch }
  const copied = await (format.kind === 'parquet' ? applyToParquet(work) : applyToText(format, work)).catch(
    async (error: unknown) => {
      // A file that is not what it was taken for fails in any way; what it is comes first.
      if (known && !watch.signal.aborted && (await hashFile(file.path)).sha256 !== known.sha256)
        throw new TakenForAnother(file.name)
      throw error
    },
  )
  if (known && copied.sha256 !== known.sha256) throw new TakenForAnother(file.name)
  const { rows, kept, redacted, way, lacking } = judge
  if (!addsUp(rows) || copied.records !== rows.untouched + rows.redacted)
    throw new Error(
      `${file.name}: ${copied.records} rows were written where ${rows.untouched + rows.redacted} are kept`,
    )
  return {
    way,
    input: { name: file.name, sha256: copied.sha256, bytes },
    output: copied.output && { name: file.name, ...copied.output },
    base: known ? { path: known.plan.base.path, sha256: known.plan.base.sha256 } : null,
    rows,
    lacking,
    kept,
    redacted,
  }
}

function nameOf({ release, digest }: LoadedRelease): ReleaseName {
  const { dataset, version, profile } = release
  return { dataset, version, profile, sha256: digest }
}
