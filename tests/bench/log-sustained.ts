import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { database, transact } from '@/db/client'
import { appendEntries } from '@/lib/log/append'
import { root } from '@/lib/runtime/root'
import { openScratch } from '@/tests/support/scratch'
import { type BenchResult, events } from './log'

/** Entries of one transaction, as a bulk decision or an import makes them. */
const AT_ONCE = 50
const WRITERS = 4

type Accepted = { entryId: string; at: number }

/**
 * How long an entry takes from its commit until a client that asks for the checkpoint sees it covered, while `perSecond` entries come in
 * for `seconds`: writers in this process, the sequencer in one of its own, fsync on.
 */
export async function benchSustained(perSecond = 6_000, seconds = 20): Promise<BenchResult[]> {
  await using scratch = await openScratch('bench-log-sustained', { durable: true })
  const child = fork(path.join(root, 'tests/db/log-sequencer.child.ts'), {
    cwd: scratch.folder,
    execArgv: [
      '--conditions=react-server',
      '--import',
      path.join(root, 'node_modules/tsx/dist/esm/index.mjs'),
    ],
    env: process.env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  try {
    await once(child, 'message')
    const seen: { size: number; at: number }[] = []
    const watching = new AbortController()
    const watcher = watch(seen, watching.signal)
    const began = performance.now()
    const accepted = (
      await Promise.all(Array.from({ length: WRITERS }, () => write(perSecond / WRITERS, seconds)))
    ).flat()
    const took = (performance.now() - began) / 1000
    await until(() => (seen.at(-1)?.size ?? 0) >= accepted.length * AT_ONCE)
    watching.abort()
    await watcher
    const delays = await delaysOf(accepted, seen)
    const entries = accepted.length * AT_ONCE
    const at = (share: number) => Math.round(delays[Math.floor(delays.length * share)] ?? Number.NaN)
    return [
      {
        name: 'log: accepted to published, sustained',
        perSecond: entries / took,
        unit: 'entries/s',
        ratio: Number.NaN,
        note: `${took.toFixed(0)} s; seen by a client after ${at(0.5)} ms (half), ${at(0.99)} ms (99 %), ${at(0.999)} ms (99.9 %)`,
      },
    ]
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** Transactions at an even pace; one that takes longer than its turn is made up for. */
async function write(perSecond: number, seconds: number): Promise<Accepted[]> {
  const accepted: Accepted[] = []
  const began = performance.now()
  for (let turn = 0; performance.now() - began < seconds * 1000; turn++) {
    const due = began + (turn * AT_ONCE * 1000) / perSecond
    const early = due - performance.now()
    if (early > 1) await sleep(early)
    const appended = await transact((tx) =>
      appendEntries(tx, { kind: 'system', name: 'bench' }, events(AT_ONCE)),
    )
    accepted.push({ entryId: appended.at(-1)?.entryId ?? '', at: performance.now() })
  }
  return accepted
}

async function watch(seen: { size: number; at: number }[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const [row] = await database().sql<{ size: string }[]>`
      select size from log_checkpoint order by size desc limit 1`
    const size = Number(row?.size ?? 0)
    if (size > (seen.at(-1)?.size ?? 0)) seen.push({ size, at: performance.now() })
    await sleep(10, undefined, { signal }).catch(() => undefined)
  }
}

/** Milliseconds, ascending; of the last entry of each transaction, which waits no less than the others. */
async function delaysOf(accepted: readonly Accepted[], seen: readonly { size: number; at: number }[]) {
  const rows = await database().sql<{ id: string; idx: string }[]>`
    select entry_id as id, idx from log_entry where entry_id = any(${accepted.map(({ entryId }) => entryId)}::uuid[])`
  const indices = new Map(rows.map(({ id, idx }) => [id, Number(idx)]))
  return accepted
    .map(({ entryId, at }) => {
      const index = indices.get(entryId) ?? Number.NaN
      return (seen.find(({ size }) => size > index)?.at ?? Number.NaN) - at
    })
    .sort((a, b) => a - b)
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await sleep(20)
}
