import 'server-only'
import { readBlocks } from '@/lib/datasets/read/blocks'
import type { TextFormat } from '@/lib/datasets/read/format'
import { openBytes } from '@/lib/datasets/read/source'
import { invalid } from '@/lib/errors'
import type { Hands } from './hands'
import { countRecords, type Inspected } from './inspect-copy'
import { type Judge, type Judged, placeOf } from './judge'
import type { OutputFolder } from './output-folder'
import type { Way } from './receipt'
import { redactor } from './redact-record'
import { bare, type RecordView, spliceBlocks, type Written } from './splice'

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
  hands: Hands
}

/** Filters a text file: untouched rows stay the same to the byte. Constant memory. */
export async function applyToText(
  format: TextFormat,
  { file, judge, output, onBytes, signal, hands }: Work,
): Promise<Copied> {
  const stored = watched(openBytes(file.path, false), signal, onBytes)
  // The hash is of the file as it lies there; of a compressed one it takes a pass of its own.
  const { chunks, digest } = format.gzip
    ? {
        chunks: watched(openBytes(file.path, true), signal, () => undefined),
        digest: () => hands.hashFile(file.path),
      }
    : hands.hash(stored)
  const blocks = readBlocks(chunks, format)
  const spliced = judge.keys ? hands.keys(blocks, format, judge.keys) : bare(blocks)
  const pieces = spliceBlocks(spliced, writer(format, judge, file.name))
  const copy = output ? await written(pieces, format, file.name, output, hands) : null
  const records = copy ? copy.records : await countRecords(joined(pieces), format)
  judge.finish()
  return { sha256: await digest(), records, output: copy && { sha256: copy.sha256, bytes: copy.bytes } }
}

async function written(
  pieces: AsyncIterable<readonly Buffer[]>,
  format: TextFormat,
  name: string,
  output: OutputFolder,
  hands: Hands,
): Promise<Inspected> {
  const copy = hands.inspect(output.draftOf(name), format)
  await output.write(name, pieces, { gzip: format.gzip, onWritten: copy.written })
  return copy.end()
}

async function* joined(pieces: AsyncIterable<readonly Buffer[]>): AsyncGenerator<Buffer> {
  for await (const some of pieces) yield Buffer.concat(some)
}

/** Asks the judge, and carries out what it says. */
function writer(format: TextFormat, judge: Judge, name: string): (record: RecordView) => Written {
  const redact = redactor(format)
  const judged: { -readonly [K in keyof Judged]: Judged[K] } = {
    row: 0,
    line: 0,
    tooLarge: false,
    key: () => seen?.key ?? null,
  }
  let seen: RecordView | undefined
  return (record) => {
    seen = record
    judged.row = record.row
    judged.line = record.line
    judged.tooLarge = record.tooLarge
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
