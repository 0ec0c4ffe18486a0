import 'server-only'
import { Worker } from 'node:worker_threads'
import type { FieldPlan } from '@/lib/datasets/read/fields'
import { blockScanner, type ScannedBlock, type ScanTask } from './scan-block'

/** Scans blocks, in order, on worker threads or on this one. */
export type ScanPool = {
  /** Answers come in the order of the tasks. At most two tasks per thread are under way: the source waits for the scanner. */
  scan(tasks: AsyncIterable<ScanTask>): AsyncGenerator<ScannedBlock>
  [Symbol.asyncDispose](): Promise<void>
}

/** @param threads 0 scans on the calling thread: for small inputs, where starting a worker (0.4 s) costs more than it saves */
export function openScanPool(plan: FieldPlan, threads: number): ScanPool {
  return threads > 0 ? new ThreadPool(plan, threads) : new SameThread(plan)
}

class SameThread implements ScanPool {
  private readonly run: (task: ScanTask) => ScannedBlock

  constructor(plan: FieldPlan) {
    this.run = blockScanner(plan)
  }

  async *scan(tasks: AsyncIterable<ScanTask>): AsyncGenerator<ScannedBlock> {
    for await (const task of tasks) yield this.run(task)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.resolve()
  }
}

/** Tasks under way per thread: one it works on, one that waits, so that it never does. */
const DEPTH = 2

class ThreadPool implements ScanPool {
  private readonly lanes: Lane[]

  constructor(plan: FieldPlan, threads: number) {
    this.lanes = Array.from({ length: threads }, () => new Lane(plan))
  }

  async *scan(tasks: AsyncIterable<ScanTask>): AsyncGenerator<ScannedBlock> {
    const underWay: Promise<ScannedBlock>[] = []
    for await (const task of tasks) {
      const answer = this.idlest().send(task)
      // Awaited in its turn; until then a failure must not count as unhandled.
      answer.catch(() => undefined)
      underWay.push(answer)
      if (underWay.length >= this.lanes.length * DEPTH) yield* inTurn(underWay)
    }
    while (underWay.length > 0) yield* inTurn(underWay)
  }

  private idlest(): Lane {
    return this.lanes.reduce((idlest, lane) => (lane.load < idlest.load ? lane : idlest))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.close()))
  }
}

async function* inTurn(underWay: Promise<ScannedBlock>[]): AsyncGenerator<ScannedBlock> {
  const first = underWay.shift()
  if (first) yield await first
}

type Waiting = { resolve: (scanned: ScannedBlock) => void; reject: (error: Error) => void }

/** One worker and the tasks it has; it answers them first in, first out. */
class Lane {
  private readonly worker: Worker
  private readonly waiting: Waiting[] = []
  private failure: Error | null = null

  constructor(plan: FieldPlan) {
    this.worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: plan,
      // Not inherited: the loader of the main thread (tsx, vitest) is not the worker's. `server-only` needs the condition.
      execArgv: ['--conditions=react-server'],
    })
    this.worker.on('message', (scanned: ScannedBlock) => this.waiting.shift()?.resolve(scanned))
    this.worker.on('error', (error) => this.fail(error instanceof Error ? error : new Error(String(error))))
    this.worker.on('exit', (code) => this.fail(new Error(`a scan worker stopped with code ${code}`)))
  }

  get load(): number {
    return this.waiting.length
  }

  send(task: ScanTask): Promise<ScannedBlock> {
    if (this.failure) return Promise.reject(this.failure)
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject })
      this.worker.postMessage(task, 'block' in task ? transferable(task.block) : [])
    })
  }

  async close(): Promise<void> {
    await this.worker.terminate()
  }

  private fail(error: Error): void {
    this.failure ??= error
    for (const { reject } of this.waiting.splice(0)) reject(this.failure)
  }
}

const transferable = ({ bytes, kind, end, next, line }: Extract<ScanTask, { block: unknown }>['block']) =>
  [bytes, kind, end, next, line].map(({ buffer }) => buffer)
