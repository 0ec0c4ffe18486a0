import 'server-only'
import { invalid } from '@/lib/errors'
import { addRows, addsUp, NO_ROWS, type RowCounts } from '@/lib/release-format/counts'
import { readBlocks } from '@/lib/datasets/read/blocks'
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
import { hashFile } from './read-file'
import { RECEIPT, receiptText, type Applied, type FileHash, type ReleaseName } from './receipt'
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

type Prepared = { file: InputFile; format: TextFormat; input: FileHash; plan: FilePlan | undefined }

/**
 * Writes the filtered copy of files. By position where a file is a base file of the release (its SHA-256 says so): then rows go
 * and redactions are applied. By content otherwise: each row's digest is recomputed and only rows on the list of kept digests stay;
 * redacted rows, whose digest is on no list, go. Everything is accounted for, or nothing is written.
 *
 * @throws FormatError if the release is not valid; AppError `invalid` if a row or file cannot be accounted for, `unavailable` if
 * something cannot be read
 */
export async function apply(options: ApplyOptions): Promise<ApplyView> {
  const { note = () => undefined, signal } = options
  await using source = await openSource(options.release, signal)
  const loaded = await loadRelease(source.folder)
  const files = await inputFiles(options.files)
  const prepared = await prepare(files, loaded)
  const byContent = await contentJudge(prepared, loaded, options)
  const output = await OutputFolder.open(options.out, [...files.map(({ name }) => name), RECEIPT])
  try {
    const applied: Applied[] = []
    for (const one of prepared) {
      signal?.throwIfAborted()
      const judge = one.plan ? new PositionJudge(one.plan, one.format, one.file.name) : byContent(one)
      note(
        `${one.file.name}: ${one.plan ? `by position, it is ${one.plan.base.path} of the base` : 'by content'}`,
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

/** Finds out what each file is: its hash says whether it is a base file, its content how it is read. */
async function prepare(files: readonly InputFile[], { plans }: LoadedRelease): Promise<Prepared[]> {
  const bySha256 = new Map([...plans.values()].map((plan) => [plan.base.sha256, plan]))
  const prepared: Prepared[] = []
  for (const file of files) {
    const input = { name: file.name, ...(await hashFile(file.path)) }
    const plan = bySha256.get(input.sha256)
    if (plan && prepared.some((other) => other.plan === plan)) throw invalid(`${file.name} is given twice.`)
    // A base file is read as it was imported, whatever it is called here.
    const format = await sniff(file.path, plan?.base.path ?? file.name)
    if (format.kind === 'parquet')
      throw invalid(
        `${file.name} is Parquet, which apply does not write. Convert it to JSONL or CSV, or join it with data/manifest.csv in DuckDB.`,
      )
    prepared.push({ file, format, input, plan })
  }
  return prepared
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
  { file, format, input }: Prepared,
  judge: Judge,
  output: OutputFolder,
  signal: AbortSignal | undefined,
): Promise<Applied> {
  const pieces = splice(file.path, format, (record) => judge.judge(record))
  await output.write(file.name, abortable(pieces, signal), { gzip: format.gzip })
  judge.finish()
  const draft = output.draftOf(file.name)
  const written = await countRecords(draft, format)
  const { rows, kept, way } = judge
  if (!addsUp(rows) || written !== rows.untouched + rows.redacted)
    throw new Error(
      `${file.name}: ${written} rows were written where ${rows.untouched + rows.redacted} are kept`,
    )
  return { way, input, output: { name: file.name, ...(await hashFile(draft)) }, rows, kept }
}

async function* abortable(
  pieces: AsyncIterable<Buffer>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    signal?.throwIfAborted()
    yield piece
  }
}

/** Counted from what lies on the disk, not from what was meant to be written. */
async function countRecords(file: string, format: TextFormat): Promise<number> {
  let end = 0
  for await (const block of readBlocks(openBytes(file, format.gzip), format)) end = block.to.row
  return end
}

function nameOf({ release, digest }: LoadedRelease): ReleaseName {
  const { dataset, version, profile } = release
  return { dataset, version, profile, sha256: digest }
}
