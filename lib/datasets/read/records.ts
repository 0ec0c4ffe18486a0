import 'server-only'
import { itemDigest } from '@/lib/datasets/digest'
import { MAX_RECORD_BYTES, type BadRow } from './bad-row'
import { readBlocks, segmentKinds, START, type Position, type SegmentKind } from './blocks'
import { extractor, isBad, bad, type Row } from './extract'
import type { FieldPlan } from './fields'
import type { TextFormat } from './format'
import { openBytes } from './source'

/**
 * A stretch of a text file. Segments come in order and tile the decompressed file: writing `bytes` and `terminator` of each
 * gives the same file again.
 */
export type Segment = {
  kind: SegmentKind
  /** Of the record from 0; of anything else, the row that follows. */
  row: number
  /** Physical line, from 1. */
  line: number
  /** Bytes in the decompressed file, `length` without the line end. */
  offset: number
  length: number
  /** Without the line end; empty for `too_large`, whose bytes are not held. */
  bytes: Buffer
  /** `\n`, `\r\n` or nothing at the end of the file. */
  terminator: Buffer
}

/** Segments of a JSONL, CSV or TSV file, gzipped or not, some thousand at a time. Constant memory. */
export async function* readSegments(
  path: string,
  format: TextFormat,
  from: Position = START,
  limit = MAX_RECORD_BYTES,
): AsyncGenerator<Segment[]> {
  for await (const block of readBlocks(openBytes(path, format.gzip, from.offset), format, from, limit)) {
    const bytes = Buffer.from(block.bytes.buffer)
    let { row } = block.from
    let start = 0
    yield Array.from(block.kind, (code, i) => {
      const kind = segmentKinds[code] ?? 'record'
      const [end, next] = [block.end[i] ?? 0, block.next[i] ?? 0]
      const segment: Segment = {
        kind,
        row,
        line: block.line[i] ?? 0,
        offset: block.from.offset + start,
        length: block.tooLarge ?? end - start,
        bytes: bytes.subarray(start, end),
        terminator: bytes.subarray(end, next),
      }
      if (kind === 'record' || kind === 'too_large') row++
      start = next
      return segment
    })
  }
}

/** A record as an item, or why it is none. */
export type ItemRow = (Row & { digest: Buffer }) | BadRow

/** Makes the function that reads the records of one file: `record` is a segment of kind `record` or `too_large`. */
export function itemReader(format: TextFormat, plan: FieldPlan): (record: Segment) => ItemRow {
  const extract = extractor(format, plan)
  return (record) => {
    if (record.kind === 'too_large') return bad('too_large', `${record.length}`)
    const row = extract(record.bytes)
    return isBad(row) ? row : { ...row, digest: itemDigest(row.values) }
  }
}
