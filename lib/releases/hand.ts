import 'server-only'
import { createHash, type Hash } from 'node:crypto'
import { once, EventEmitter } from 'node:events'
import { open } from 'node:fs/promises'
import type { Block } from '@/lib/datasets/read/blocks'
import type { TextFormat } from '@/lib/datasets/read/format'
import { inspectBytes, inspectCopy, type Inspected } from './inspect-copy'
import { hashFile } from './read-file'
import { blockKeyer, type BlockKeys, type KeyPlan } from './row-key'

/** What is asked of a hand, with the number of the stream it belongs to. Bytes are lent: the answer brings them back. */
export type Asked =
  | { ask: 'hash'; stream: number; bytes: Uint8Array<ArrayBuffer> }
  | { ask: 'digest'; stream: number }
  | { ask: 'hash-file'; file: string }
  | { ask: 'read-copy'; stream: number; file: string; format: TextFormat; bytes: number }
  | { ask: 'inspected'; stream: number; file: string; format: TextFormat }
  | { ask: 'key-plan'; stream: number; format: TextFormat; plan: KeyPlan }
  | { ask: 'keys'; stream: number; block: Block }

export type Answer =
  | { bytes: Uint8Array<ArrayBuffer> }
  | { sha256: string }
  | Inspected
  | (BlockKeys & { block: Block })
  | undefined

/** Carries out what is asked; one for each thread. What is asked of one stream is carried out in order. */
export function hand(): (asked: Asked) => Promise<Answer> | Answer {
  const hashes = new Map<number, Hash>()
  const copies = new Map<number, GrowingCopy>()
  const keyers = new Map<number, (block: Block) => BlockKeys>()
  return (asked) => {
    switch (asked.ask) {
      case 'hash': {
        const hash = hashes.get(asked.stream) ?? createHash('sha256')
        hashes.set(asked.stream, hash)
        hash.update(asked.bytes)
        return { bytes: asked.bytes }
      }
      case 'digest': {
        const sha256 = (hashes.get(asked.stream) ?? createHash('sha256')).digest('hex')
        hashes.delete(asked.stream)
        return { sha256 }
      }
      case 'hash-file':
        return hashFile(asked.file)
      case 'read-copy': {
        const copy = copies.get(asked.stream) ?? new GrowingCopy(asked.file, asked.format)
        copies.set(asked.stream, copy)
        copy.grow(asked.bytes)
        return undefined
      }
      case 'inspected': {
        const copy = copies.get(asked.stream)
        copies.delete(asked.stream)
        // What is compressed can be read only when it is there as a whole.
        return copy ? copy.end() : inspectCopy(asked.file, asked.format)
      }
      case 'key-plan':
        keyers.set(asked.stream, blockKeyer(asked.format, asked.plan))
        return undefined
      case 'keys': {
        const keyer = keyers.get(asked.stream)
        if (!keyer) throw new Error('a block came before its plan')
        return { ...keyer(asked.block), block: asked.block }
      }
    }
  }
}

const READ_BYTES = 1024 * 1024

/** Inspects a file while it is written, so far as it is known to be. */
class GrowingCopy {
  private readonly news = new EventEmitter()
  private readonly inspected: Promise<Inspected>
  private size = 0
  private isWhole = false

  constructor(file: string, format: TextFormat) {
    this.inspected = inspectBytes(this.chunks(file), format)
    // Awaited at the end; until then a failure must not count as unhandled.
    this.inspected.catch(() => undefined)
  }

  grow(bytes: number): void {
    this.size = bytes
    this.news.emit('news')
  }

  end(): Promise<Inspected> {
    this.isWhole = true
    this.news.emit('news')
    return this.inspected
  }

  private async *chunks(file: string): AsyncGenerator<Buffer> {
    await using handle = await open(file, 'r')
    for (let at = 0; ;) {
      while (at < this.size || this.isWhole) {
        const { bytesRead, buffer } = await handle.read({
          buffer: Buffer.allocUnsafe(READ_BYTES),
          position: at,
        })
        // Beyond what was announced it is read too: what is there at the end is what counts.
        if (bytesRead === 0) break
        at += bytesRead
        yield buffer.subarray(0, bytesRead)
      }
      if (this.isWhole) return
      if (at >= this.size) await once(this.news, 'news')
    }
  }
}
