import 'server-only'
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { invalid } from '@/lib/errors'
import { addRows, addsUp, NO_ROWS, type RowCounts } from '@/lib/release-format/counts'
import type { TextFormat } from '@/lib/datasets/read/format'
import { sniff } from '@/lib/datasets/read/sniff'
import { openBytes } from '@/lib/datasets/read/source'
import { ContentJudge, type ContentOptions } from './apply-by-content'
import { PositionJudge } from './apply-by-position'
import type { FilePlan } from './file-plan'
import { inputFiles, type InputFile } from './input-files'
import { loadRelease, type LoadedRelease } from './load-release'
import { openSource } from './open-source'
import { OutputFolder } from './output-folder'
import { hashing, inspectCopy } from './inspect-copy'
import { hashFile } from './read-file'
import { RECEIPT, receiptText, type Applied, type ReleaseName } from './receipt'
import type { Judge } from './judge'
import { splice } from './splice'

export type ApplyOptions = ContentOptions & {
  /** Folder or address of the release. */
  release: string
  /** Files or folders. */
  files: readonly string[]
  out: string
  signal?: AbortSignal
  note?: (line: string) => void
}

export type ApplyView = {
  release: ReleaseName
  rows: RowCounts
  files: Omit<Applied, 'kept'>[]
  receipt: string
}

type Prepared = {
  file: InputFile
  format: TextFormat
  bytes: number
  /** The base file it is, or is taken for: then its hash, computed by the way, has to show it. */
  plan: FilePlan | undefined
}

/** A file has the size of a base file and is another. */
class NotTheBase extends Error {
  override readonly name = 'NotTheBase'
  constructor(readonly file: string) {
    super(`${file} is not the base file it was taken for`)
  }
}

/**
 * Writes the filtered copy of files. By position where a file is a base file of the release (its SHA-256 says so): then rows go
 * and redactions are applied. By content otherwise: each row's digest is recomputed and only rows on the list of kept digests stay;
 * redacted rows, whose digest is on no list, go. Everything is accounted for, or nothing is written.
 *
 * @throws FormatError if the release is not valid; AppError `invalid` if a row or file cannot be accounted for, `unavailable` if
 * something cannot be read
 */
export async function apply(options: ApplyOptions): Promise<ApplyView> {
  await using source = await openSource(options.release, options.signal)
  const loaded = await loadRelease(source.folder)
  const files = await inputFiles(options.files)
  // Also where a killed run lets the next one write over what it left.
  const over = files.find(({ path: from, name }) => path.resolve(from) === path.resolve(options.out, name))
  if (over)
    throw invalid(
      `${over.path} is there already: it is the file to be filtered. Name another folder with --out.`,
    )
  const others = new Set<string>()
  for (;;) {
    try {
      return await applyTo(files, loaded, others, options)
    } catch (error) {
      if (!(error instanceof NotTheBase)) throw error
      others.add(error.file)
    }
  }
}

/** @param others files that are known to be no base files, whatever their size */
async function applyTo(
  files: readonly InputFile[],
  loaded: LoadedRelease,
  others: ReadonlySet<string>,
  options: ApplyOptions,
): Promise<ApplyView> {
  const { note = () => undefined, signal } = options
  const prepared = await prepare(files, loaded, others)
  const byContent = await contentJudge(prepared, loaded, options)
  const output = await OutputFolder.open(options.out, [...files.map(({ name }) => name), RECEIPT])
  try {
    const applied: Applied[] = []
    for (const one of prepared) {
      signal?.throwIfAborted()
      const judge = one.plan ? new PositionJudge(one.plan, one.format, one.file.name) : byContent(one)
      note(
        `${one.file.name}: ${one.plan ? `by position, as ${one.plan.base.path} of the base` : 'by content'}`,
      )
      applied.push(await applyToFile(one, judge, output, signal))
    }
    byContent.finish()
    const rows = applied.reduce((sum, { rows }) => addRows(sum, rows), NO_ROWS)
    const release = nameOf(loaded)
    await output.write(RECEIPT, receiptText(release, rows, applied))
    await output.commit()
    return { release, rows, files: applied.map(({ kept: _, ...rest }) => rest), receipt: RECEIPT }
  } catch (error) {
    await output.discard()
    throw error
  }
}

/** Finds out what each file is: a base file, if it can be one by its size, and how it is read. */
async function prepare(
  files: readonly InputFile[],
  { plans }: LoadedRelease,
  others: ReadonlySet<string>,
): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  for (const file of files) {
    const { size: bytes } = await stat(file.path)
    const plan = others.has(file.name) ? undefined : await planOf(file, bytes, [...plans.values()])
    if (plan && prepared.some((other) => other.plan === plan)) throw await givenTwice(file, plan)
    // A base file is read as it was imported, whatever it is called here.
    const format = await sniff(file.path, plan?.base.path ?? file.name)
    if (format.kind === 'parquet')
      throw invalid(
        `${file.name} is Parquet, which apply does not write. Convert it to JSONL or CSV, or join it with data/manifest.csv in DuckDB.`,
      )
    prepared.push({ file, format, bytes, plan })
  }
  return prepared
}

/** The base file of this size and name is taken for it; without that, the hash decides beforehand. */
async function planOf(
  file: InputFile,
  bytes: number,
  plans: readonly FilePlan[],
): Promise<FilePlan | undefined> {
  const candidates = plans.filter(({ base }) => base.bytes === bytes)
  const named = candidates.filter(({ base }) => path.posix.basename(base.path) === path.basename(file.path))
  if (candidates.length === 0 || named.length === 1) return named[0]
  const { sha256 } = await hashFile(file.path)
  return candidates.find(({ base }) => base.sha256 === sha256)
}

async function givenTwice(file: InputFile, { base }: FilePlan): Promise<Error> {
  const { sha256 } = await hashFile(file.path)
  return sha256 === base.sha256 ? invalid(`${file.name} is given twice.`) : new NotTheBase(file.name)
}

/** The allow-list serves all files by content together: one listed row answers for one row of the whole copy. */
async function contentJudge(prepared: readonly Prepared[], loaded: LoadedRelease, options: ApplyOptions) {
  const others = prepared.filter(({ plan }) => !plan)
  const taken = new Set(prepared.flatMap(({ plan }) => (plan ? [plan.base.path] : [])))
  const judge = others.length > 0 ? await ContentJudge.open(others, taken, loaded, options) : undefined
  const forFile = ({ file, format }: Prepared): Judge => {
    if (!judge) throw new Error('no file is applied by content')
    return judge.forFile(file.name, format)
  }
  return Object.assign(forFile, { finish: () => judge?.finish() })
}

async function applyToFile(
  { file, format, bytes, plan }: Prepared,
  judge: Judge,
  output: OutputFolder,
  signal: AbortSignal | undefined,
): Promise<Applied> {
  const hash = createHash('sha256')
  const size = { bytes: 0 }
  const plain = format.gzip ? openBytes(file.path, true) : hashing(openBytes(file.path, false), hash, size)
  const pieces = splice(abortable(plain, signal), format, (record) => judge.judge(record))
  try {
    await output.write(file.name, pieces, { gzip: format.gzip })
    judge.finish()
  } catch (error) {
    // A file that is not the base after all fails in any way; what it is comes first.
    if (plan && (await hashFile(file.path)).sha256 !== plan.base.sha256) throw new NotTheBase(file.name)
    throw error
  }
  const sha256 = format.gzip ? (await hashFile(file.path)).sha256 : hash.digest('hex')
  if (plan && sha256 !== plan.base.sha256) throw new NotTheBase(file.name)

  const { records, ...written } = await inspectCopy(output.draftOf(file.name), format)
  const { rows, kept, way } = judge
  if (!addsUp(rows) || records !== rows.untouched + rows.redacted)
    throw new Error(
      `${file.name}: ${records} rows were written where ${rows.untouched + rows.redacted} are kept`,
    )
  return {
    way,
    input: { name: file.name, sha256, bytes },
    output: { name: file.name, ...written },
    rows,
    kept,
  }
}

async function* abortable(
  chunks: AsyncIterable<Buffer>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    signal?.throwIfAborted()
    yield chunk
  }
}

function nameOf({ release, digest }: LoadedRelease): ReleaseName {
  const { dataset, version, profile } = release
  return { dataset, version, profile, sha256: digest }
}
