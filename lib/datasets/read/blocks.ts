import 'server-only'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { MAX_RECORD_BYTES } from './bad-row'
import { csvBoundary, lineBoundary, type Boundary } from './boundaries'
import type { TextFormat } from './format'

/** What a stretch of a file is; an index into this list is a block's `kind`. The bytes of a `too_large` record are not held. */
export const segmentKinds = ['record', 'blank', 'header', 'bom', 'too_large'] as const
export type SegmentKind = (typeof segmentKinds)[number]

/** A place between two records. */
export type Position = { offset: number; line: number; row: number }
export const START: Position = { offset: 0, line: 1, row: 0 }

/**
 * Whole records of a file: what one worker gets at a time. Segments tile the bytes: segment i is [next[i-1] ?? 0, next[i])
 * and its record ends at end[i], before the line end.
 */
export type Block = {
  /** Where the block begins, in the decompressed file. */
  from: Position
  /** Where the next one begins. */
  to: Position
  bytes: Uint8Array<ArrayBuffer>
  kind: Uint8Array<ArrayBuffer>
  end: Uint32Array<ArrayBuffer>
  next: Uint32Array<ArrayBuffer>
  /** Physical line, from 1, on which each segment begins. */
  line: Float64Array<ArrayBuffer>
  /** Of a block that is one `too_large` record: its length without line end. */
  tooLarge: number | null
}

/** Bytes gathered before records are cut: enough to hide the cost of a message, small enough to keep every worker busy. */
const BLOCK_BYTES = 1024 * 1024

/**
 * Cuts a decompressed stream into blocks of whole records, splitting bytes and not text: decoding a whole chunk costs 40 times as
 * much. Memory is bounded by BLOCK_BYTES and the record limit, whatever the file holds.
 *
 * @param chunks the stream from `from.offset` on
 * @param from a place where a record begins; anything but START has the header behind it
 */
export async function* readBlocks(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  format: TextFormat,
  from: Position = START,
  limit = MAX_RECORD_BYTES,
  blockBytes = BLOCK_BYTES,
): AsyncGenerator<Block> {
  const cutter = new Cutter(format, from, limit)
  let pieces: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    pieces.push(chunk)
    size += chunk.length
    if (size < blockBytes) continue
    yield* cutter.cut(Buffer.concat(pieces, size), false)
    pieces = []
    size = 0
  }
  yield* cutter.cut(Buffer.concat(pieces, size), true)
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const LF = 0x0a
const CR = 0x0d

class Cutter {
  private readonly boundary: Boundary
  private at: Position
  private headerDue: boolean
  /** Bytes of the unfinished record, all seen by the boundary. */
  private held = Buffer.alloc(0)
  /** How many bytes of that record were let go because it is over the limit. */
  private dropped = 0
  private segments: { kind: SegmentKind; end: number; next: number; line: number }[] = []

  constructor(
    private readonly format: TextFormat,
    from: Position,
    private readonly limit: number,
  ) {
    this.boundary = format.kind === 'jsonl' ? lineBoundary() : csvBoundary(format.delimiter)
    this.at = { ...from }
    this.headerDue = format.kind !== 'jsonl' && from.offset === 0
  }

  *cut(fresh: Buffer, last: boolean): Generator<Block> {
    const buffer = Buffer.concat([this.held, fresh])
    let seen = this.held.length
    let begin = 0
    let start = 0
    let line = this.at.line
    if (this.at.offset === 0 && seen === 0 && buffer.subarray(0, BOM.length).equals(BOM)) {
      this.segments.push({ kind: 'bom', end: BOM.length, next: BOM.length, line })
      start = seen = BOM.length
    }
    for (;;) {
      let next = this.boundary.next(buffer, seen)
      if (next < 0 && last && start < buffer.length) next = buffer.length
      if (next < 0) break
      const end = contentEnd(buffer, start, next)
      const length = this.dropped + end - start
      if (length > this.limit) {
        yield* this.flush(buffer.subarray(begin, start), line)
        yield this.oversized(length, this.dropped + next - start)
        line = this.at.line
        begin = next
        this.dropped = 0
      } else {
        const kind = this.kindOf(buffer, start, end)
        this.segments.push({ kind, end: end - begin, next: next - begin, line })
        line += this.boundary.lines
      }
      start = seen = next
    }
    yield* this.flush(buffer.subarray(begin, start), line)
    this.hold(buffer.subarray(start))
  }

  private kindOf(buffer: Buffer, start: number, end: number): SegmentKind {
    if (this.format.kind === 'jsonl') return isBlank(buffer, start, end) ? 'blank' : 'record'
    if (start === end && (this.headerDue || this.format.columns.length > 1)) return 'blank'
    if (!this.headerDue) return 'record'
    this.headerDue = false
    return 'header'
  }

  /** Hands on what was cut so far; `bytes` are copied, so that the block can be transferred to a worker. */
  private *flush(bytes: Buffer, line: number): Generator<Block> {
    const { segments } = this
    if (segments.length === 0) return
    this.segments = []
    const from = this.at
    const rows = segments.reduce((sum, { kind }) => sum + (kind === 'record' ? 1 : 0), 0)
    this.at = { offset: from.offset + bytes.length, line, row: from.row + rows }
    yield {
      from,
      to: this.at,
      bytes: Uint8Array.from(bytes),
      kind: Uint8Array.from(segments, ({ kind }) => segmentKinds.indexOf(kind)),
      end: Uint32Array.from(segments, ({ end }) => end),
      next: Uint32Array.from(segments, ({ next }) => next),
      line: Float64Array.from(segments, ({ line }) => line),
      tooLarge: null,
    }
  }

  private oversized(length: number, advance: number): Block {
    if (this.headerDue) throw invalid(say('importing.file.header', { bytes: String(length) }))
    const from = this.at
    this.at = { offset: from.offset + advance, line: from.line + this.boundary.lines, row: from.row + 1 }
    return {
      from,
      to: this.at,
      bytes: new Uint8Array(0),
      kind: Uint8Array.of(segmentKinds.indexOf('too_large')),
      end: Uint32Array.of(0),
      next: Uint32Array.of(0),
      line: Float64Array.of(from.line),
      tooLarge: length,
    }
  }

  /** Keeps the unfinished record; once it is certainly over the limit, only its last byte (a carriage return, perhaps). */
  private hold(rest: Buffer): void {
    this.held = Buffer.from(rest)
    if (this.dropped + rest.length <= this.limit + '\r\n'.length) return
    this.dropped += rest.length - 1
    this.held = Buffer.from(rest.subarray(-1))
  }
}

/** End of the record in [start, next), without LF or CRLF. */
function contentEnd(buffer: Buffer, start: number, next: number): number {
  if (next === start || buffer[next - 1] !== LF) return next
  return next - 1 > start && buffer[next - 2] === CR ? next - 2 : next - 1
}

function isBlank(buffer: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = buffer[i]
    if (byte !== 0x20 && byte !== 0x09 && byte !== CR) return false
  }
  return true
}
