import 'server-only'
import { readBlocks, segmentKinds, type Block } from '@/lib/datasets/read/blocks'
import type { TextFormat } from '@/lib/datasets/read/format'
import { KEY_BYTES } from './allow-list'
import type { BlockKeys } from './row-key'

/** What becomes of a record: kept as it is, left out, or written as these bytes. */
export type Written = 'keep' | 'drop' | Buffer

/** A record while it is judged; one object for all of a file. */
export class RecordView {
  row = 0
  /** Physical line, from 1. */
  line = 0
  /** Over the limit of what is read: its bytes are not held. */
  tooLarge = false
  private block: Buffer = Buffer.alloc(0)
  private start = 0
  private end = 0
  private keys: BlockKeys | undefined
  private at = 0

  /** Without the line end. */
  get bytes(): Buffer {
    return this.block.subarray(this.start, this.end)
  }

  /** What the record is known by, where keys were made; null if it is no item. */
  get key(): Uint8Array | null {
    const { keys, at } = this
    if (!keys?.known[at]) return null
    return keys.keys.subarray(at * KEY_BYTES, (at + 1) * KEY_BYTES)
  }

  open(block: Buffer, keys: BlockKeys | undefined): void {
    this.block = block
    this.keys = keys
  }

  /** @param at its segment of the block */
  set(at: number, start: number, end: number): void {
    this.at = at
    this.start = start
    this.end = end
  }
}

/** A block, with the keys of its records where they are asked for. */
export type Spliced = { block: Block; keys?: BlockKeys['keys']; known?: BlockKeys['known'] }

/**
 * The decompressed bytes of a filtered copy, the pieces of a block at a time: untouched stretches are handed on as they are, whatever
 * they hold (header, blank lines, odd line ends), so that they stay the same to the byte. Constant memory.
 *
 * @param chunks the decompressed file
 */
export async function* splice(
  chunks: AsyncIterable<Buffer>,
  format: TextFormat,
  judge: (record: RecordView) => Written,
): AsyncGenerator<Buffer[]> {
  yield* spliceBlocks(bare(readBlocks(chunks, format)), judge)
}

/** The same of blocks that have been cut. */
export async function* spliceBlocks(
  blocks: AsyncIterable<Spliced>,
  judge: (record: RecordView) => Written,
): AsyncGenerator<Buffer[]> {
  const view = new RecordView()
  for await (const spliced of blocks) yield [...pieceBlock(spliced, view, judge)]
}

export async function* bare(blocks: AsyncIterable<Block>): AsyncGenerator<Spliced> {
  for await (const block of blocks) yield { block }
}

const RECORD = segmentKinds.indexOf('record')
const TOO_LARGE = segmentKinds.indexOf('too_large')

function* pieceBlock(
  { block, keys, known }: Spliced,
  view: RecordView,
  judge: (record: RecordView) => Written,
): Generator<Buffer> {
  const bytes = Buffer.from(block.bytes.buffer)
  view.open(bytes, keys && known && { keys, known })
  view.row = block.from.row - 1
  let untouchedFrom = 0
  let start = 0
  for (let i = 0; i < block.kind.length; i++) {
    const [kind, end, next] = [block.kind[i], block.end[i] ?? 0, block.next[i] ?? 0]
    if (kind === RECORD || kind === TOO_LARGE) {
      view.row += 1
      view.line = block.line[i] ?? 0
      view.tooLarge = kind === TOO_LARGE
      view.set(i, start, end)
      const verdict = judge(view)
      if (verdict !== 'keep') {
        if (start > untouchedFrom) yield bytes.subarray(untouchedFrom, start)
        if (verdict !== 'drop') yield verdict
        untouchedFrom = verdict === 'drop' ? next : end
      }
    }
    start = next
  }
  if (bytes.length > untouchedFrom) yield bytes.subarray(untouchedFrom)
}
