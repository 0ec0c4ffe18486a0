import 'server-only'
import { createHash } from 'node:crypto'
import { bad, extractor } from '@/lib/datasets/read/extract'
import type { TextFormat } from '@/lib/datasets/read/format'
import { openBytes } from '@/lib/datasets/read/source'
import { invalid } from '@/lib/errors'
import type { Way } from './receipt'
import { countRecords, hashing, inspectCopy } from './inspect-copy'
import { type Judge, type Judged, placeOf } from './judge'
import type { OutputFolder } from './output-folder'
import { hashFile } from './read-file'
import { redactor } from './redact-record'
import { type RecordView, splice, type Written } from './splice'

export type Copied = {
  /** SHA-256 of the input, as it was read. */
  sha256: string
  /** Counted in what was written, not in what was meant to be. */
  records: number
  /** Null when nothing was to be written. */
  output: { sha256: string; bytes: number } | null
}

export type Work = {
  file: { path: string; name: string }
  judge: Judge
  /** Null for a dry run. */
  output: OutputFolder | null
  /** Bytes of the file that have been read. */
  onBytes: (bytes: number) => void
  signal: AbortSignal | undefined
}

/** Filters a text file: untouched rows stay the same to the byte. Constant memory. */
export async function applyToText(
  format: TextFormat,
  { file, judge, output, onBytes, signal }: Work,
): Promise<Copied> {
  const hash = createHash('sha256')
  const size = { bytes: 0 }
  const stored = watched(openBytes(file.path, false), signal, onBytes)
  // The hash is of the file as it lies there; of a compressed one it takes a pass of its own.
  const plain = format.gzip
    ? watched(openBytes(file.path, true), signal, () => undefined)
    : hashing(stored, hash, size)
  const pieces = splice(plain, format, writer(format, judge, file.name))
  const records = output ? await written(pieces, format, file.name, output) : await counted(pieces, format)
  judge.finish()
  const sha256 = format.gzip ? (await hashFile(file.path)).sha256 : hash.digest('hex')
  if (!output) return { sha256, records: records.records, output: null }
  return { sha256, records: records.records, output: { sha256: records.sha256, bytes: records.bytes } }
}

async function written(
  pieces: AsyncIterable<readonly Buffer[]>,
  format: TextFormat,
  name: string,
  output: OutputFolder,
) {
  await output.write(name, pieces, { gzip: format.gzip })
  return inspectCopy(output.draftOf(name), format)
}

async function counted(pieces: AsyncIterable<readonly Buffer[]>, format: TextFormat) {
  return { records: await countRecords(joined(pieces), format), sha256: '', bytes: 0 }
}

async function* joined(pieces: AsyncIterable<readonly Buffer[]>): AsyncGenerator<Buffer> {
  for await (const some of pieces) yield Buffer.concat(some)
}

/** Asks the judge, and carries out what it says. */
function writer(format: TextFormat, judge: Judge, name: string): (record: RecordView) => Written {
  const extract = judge.fields && extractor(format, judge.fields)
  const redact = redactor(format)
  const judged: { -readonly [K in keyof Judged]: Judged[K] } = {
    row: 0,
    line: 0,
    tooLarge: false,
    read: () => bad('missing_text'),
  }
  return (record) => {
    judged.row = record.row
    judged.line = record.line
    judged.tooLarge = record.tooLarge
    if (extract) judged.read = () => extract(record.bytes)
    const verdict = judge.judge(judged)
    if (typeof verdict === 'string') return verdict
    try {
      return redact(record.bytes, verdict)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw invalid(`${placeOf(judged, name)} cannot be redacted: ${error.message}. Nothing was written.`)
    }
  }
}

async function* watched(
  chunks: AsyncIterable<Buffer>,
  signal: AbortSignal | undefined,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    signal?.throwIfAborted()
    onBytes(chunk.length)
    yield chunk
  }
}

export const WAY: Record<Way, string> = {
  position: 'by position',
  content: 'by content',
  receipt: 'by the receipt of the release before',
}
