import 'server-only'
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Block } from '@/lib/datasets/read/blocks'
import type { TextFormat } from '@/lib/datasets/read/format'
import type { Answer, Asked } from './hand'
import { hashing, inspectCopy, type Inspected } from './inspect-copy'
import { hashFile } from './read-file'
import { blockKeyer, type BlockKeys, type KeyPlan } from './row-key'

/**
 * The work of applying that can be done beside cutting and writing: hashing what is read, reading what was written, and digesting rows.
 * On other threads or on this one, with the same results in the same order.
 */
export interface Hands {
  /** Hands chunks on as they are, hashing them by the way. They are the callee's until they come out again. */
  hash(chunks: AsyncIterable<Buffer>): { chunks: AsyncIterable<Buffer>; digest(): Promise<string> }
  hashFile(file: string): Promise<string>
  /** Inspects a copy. Told how far it is written, it reads along; without, it reads it at the end. */
  inspect(file: string, format: TextFormat): { written(bytes: number): void; end(): Promise<Inspected> }
  /** The blocks with the keys of their records. */
  keys(blocks: AsyncIterable<Block>, format: TextFormat, plan: KeyPlan): AsyncIterable<KeyedBlock>
  [Symbol.asyncDispose](): Promise<void>
}

export type KeyedBlock = BlockKeys & { block: Block }

/** @param threads 0 does it on the calling thread: for small files, where starting a thread (0.4 s) costs more than it saves */
export const openHands = (threads: number): Hands => (threads > 0 ? new ThreadHands(threads) : new OwnHands())

class OwnHands implements Hands {
  hash(chunks: AsyncIterable<Buffer>) {
    const hash = createHash('sha256')
    return {
      chunks: hashing(chunks, hash, { bytes: 0 }),
      digest: () => Promise.resolve(hash.digest('hex')),
    }
  }

  async hashFile(file: string): Promise<string> {
    return (await hashFile(file)).sha256
  }

  inspect(file: string, format: TextFormat) {
    return { written: () => undefined, end: () => inspectCopy(file, format) }
  }

  async *keys(blocks: AsyncIterable<Block>, format: TextFormat, plan: KeyPlan): AsyncGenerator<KeyedBlock> {
    const keysOf = blockKeyer(format, plan)
    for await (const block of blocks) yield { ...keysOf(block), block }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.resolve()
  }
}

/** Chunks or blocks under way for each thread: enough that it never waits, few enough that memory stays flat. */
const DEPTH = 4

class ThreadHands implements Hands {
  private readonly threads: Thread[]
  private streams = 0

  constructor(threads: number) {
    this.threads = Array.from({ length: threads }, () => new Thread())
  }

  hash(chunks: AsyncIterable<Buffer>) {
    const { thread, stream } = this.open()
    const bytesOf = async (chunk: Buffer) => {
      const bytes = ownBytes(chunk)
      const answer = await thread.call({ ask: 'hash', stream, bytes }, [bytes.buffer])
      if (!answer || !('bytes' in answer) || typeof answer.bytes === 'number') throw strange(answer)
      return Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength)
    }
    return {
      chunks: inOrder(chunks, DEPTH, bytesOf),
      digest: async () => sha256In(await thread.call({ ask: 'digest', stream })),
    }
  }

  async hashFile(file: string): Promise<string> {
    return sha256In(await this.open().thread.call({ ask: 'hash-file', file }))
  }

  inspect(file: string, format: TextFormat) {
    const { thread, stream } = this.open()
    return {
      written: (bytes: number) => {
        if (!format.gzip)
          // A thread that is gone says so at the end.
          thread.call({ ask: 'read-copy', stream, file, format, bytes }).catch(() => undefined)
      },
      end: async () => {
        const answer = await thread.call({ ask: 'inspected', stream, file, format })
        if (!answer || !('records' in answer)) throw strange(answer)
        return answer
      },
    }
  }

  async *keys(blocks: AsyncIterable<Block>, format: TextFormat, plan: KeyPlan): AsyncGenerator<KeyedBlock> {
    const stream = this.streams++
    await Promise.all(this.threads.map((thread) => thread.call({ ask: 'key-plan', stream, format, plan })))
    yield* inOrder(blocks, DEPTH * this.threads.length, async (block) => {
      const { bytes, kind, end, next, line } = block
      const answer = await this.idlest().call(
        { ask: 'keys', stream, block },
        [bytes, kind, end, next, line].map(({ buffer }) => buffer),
      )
      if (!answer || !('block' in answer)) throw strange(answer)
      return answer
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()))
  }

  private open() {
    const stream = this.streams++
    const thread = this.threads[stream % this.threads.length]
    if (!thread) throw new Error('there is no thread')
    return { thread, stream }
  }

  private idlest(): Thread {
    return this.threads.reduce((idlest, thread) => (thread.load < idlest.load ? thread : idlest))
  }
}

/** Works on several items at once and hands the results on in the order of the items. */
async function* inOrder<T, U>(
  items: AsyncIterable<T>,
  atOnce: number,
  work: (item: T) => Promise<U>,
): AsyncGenerator<U> {
  const underWay: Promise<U>[] = []
  for await (const item of items) {
    const result = work(item)
    // Awaited in its turn; until then a failure must not count as unhandled.
    result.catch(() => undefined)
    underWay.push(result)
    const first = underWay.length >= atOnce ? underWay.shift() : undefined
    if (first) yield await first
  }
  for (const result of underWay) yield await result
}

/** Bytes that nothing else refers to, so that they can be lent. */
function ownBytes(chunk: Buffer): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = chunk
  return buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength
    ? new Uint8Array(buffer)
    : Uint8Array.from(chunk)
}

function sha256In(answer: Answer): string {
  if (!answer || !('sha256' in answer)) throw strange(answer)
  return answer.sha256
}

const strange = (answer: Answer) =>
  new Error(`a thread answered something else: ${Object.keys(answer ?? {}).join()}`)

type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void }
type Message = { call: number; answer: Answer } | { call: number; error: unknown }

class Thread {
  private readonly worker: Worker
  private readonly waiting = new Map<number, Waiting>()
  private calls = 0
  private failure: Error | null = null

  constructor() {
    this.worker = new Worker(new URL('./hand-thread.mjs', import.meta.url), {
      // Not inherited: the loader of the main thread (tsx, vitest) is not the worker's. `server-only` needs the condition.
      execArgv: ['--conditions=react-server'],
    })
    this.worker.on('message', (message: Message) => this.take(message))
    this.worker.on('error', (error) => this.fail(errorOf(error)))
    this.worker.on('exit', (code) => this.fail(new Error(`a thread of apply stopped with code ${code}`)))
  }

  get load(): number {
    return this.waiting.size
  }

  call(asked: Asked, lent: ArrayBuffer[] = []): Promise<Answer> {
    if (this.failure) return Promise.reject(this.failure)
    const call = this.calls++
    return new Promise((resolve, reject) => {
      this.waiting.set(call, { resolve, reject })
      this.worker.postMessage({ call, asked }, lent)
    })
  }

  async close(): Promise<void> {
    await this.worker.terminate()
  }

  private take(message: Message): void {
    const waiting = this.waiting.get(message.call)
    this.waiting.delete(message.call)
    if ('error' in message) waiting?.reject(errorOf(message.error))
    else waiting?.resolve(message.answer)
  }

  private fail(error: Error): void {
    this.failure ??= error
    for (const { reject } of this.waiting.values()) reject(this.failure)
    this.waiting.clear()
  }
}

const errorOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
