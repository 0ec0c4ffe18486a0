import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Database } from '@/db/client'
import { logFault } from '@/lib/http/error-view'
import { failpoint } from '@/lib/runtime/failpoint'
import { checkHead } from './check-head'
import { type LogIdentity, logIdentity } from './identity'
import { mirror, mirrorFolder } from './mirror'
import { BATCH, foundLog, sequence, type Sequenced } from './sequence'

export type SequencerOptions = {
  /** Ends the loop after the batch in hand. */
  signal: AbortSignal
  /** Address of a connection as winnow_sequencer. */
  url?: string
  log?: LogIdentity
  folder?: string
}

/**
 * Moves pending entries into the log until `signal` aborts, on a connection of its own. Several may run; one works at a
 * time. Waits out a database that restarts. Throws a LogHeadError when the log must not be continued, and whatever else
 * is not the network's fault: the caller ends the process, and the next start looks again.
 *
 * It asks four times a second instead of being told: NOTIFY takes one lock for the whole server at every commit, and it
 * would be taken in the transactions of the people who decide.
 */
export async function runSequencer({ signal, url, log, folder }: SequencerOptions): Promise<void> {
  const identity = log ?? logIdentity()
  const checkpoints = folder ?? mirrorFolder()
  const database = connect(url ?? sequencerUrl(), { max: 1 })
  try {
    await patiently(signal, () => start(database, identity, checkpoints))
    while (!signal.aborted) {
      const sequenced = await patiently(signal, () => step(database, identity, checkpoints))
      if (sequenced?.entries !== BATCH) await pause(IDLE_MS, signal)
    }
  } finally {
    await database.close()
  }
}

/** Sequences everything that is pending now, for commands that work without a running product. Answers how many. */
export async function drainPending({
  url,
  log,
  folder,
}: Omit<SequencerOptions, 'signal'> = {}): Promise<number> {
  const identity = log ?? logIdentity()
  const checkpoints = folder ?? mirrorFolder()
  const database = connect(url ?? sequencerUrl(), { max: 1 })
  try {
    await start(database, identity, checkpoints)
    let entries = 0
    for (let done; (done = await step(database, identity, checkpoints));) entries += done.entries
    return entries
  } finally {
    await database.close()
  }
}

const IDLE_MS = 250

/** Checked before the first write: a second log under the same name is worse than none. */
async function start({ sql }: Database, log: LogIdentity, folder: string): Promise<void> {
  await checkHead({ sql, log, folder })
  await foundLog(sql, log)
}

async function step({ sql }: Database, log: LogIdentity, folder: string): Promise<Sequenced | undefined> {
  // Asked outside the transaction, so that an idle sequencer does not lock the head four times a second.
  const [waiting] = await sql`select 1 from log_pending limit 1`
  const sequenced = waiting && (await sequence(sql, log))
  if (!sequenced) return undefined
  failpoint('sequence:after-commit')
  await mirror(folder, sequenced)
  return sequenced
}

/** Repeats what a lost connection interrupted; the transaction it was in is gone, so nothing is done twice. */
async function patiently<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | undefined> {
  for (let waitMs = 250; !signal.aborted; waitMs = Math.min(waitMs * 2, 10_000)) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error)) throw error
      logFault('sequencer', error)
      await pause(waitMs, signal)
    }
  }
  return undefined
}

/** Codes of postgres.js, of sockets, and of a server that shuts down, starts up, or breaks a tie. */
const PASSING = new Set([
  ...['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['57P01', '57P02', '57P03', '08006', '53300', '40001', '40P01', '55P03'],
])

function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && PASSING.has(String(error.code))
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** From the process: a start opens the database, and with it knows this address, only after `env()` was first read. */
function sequencerUrl(): string {
  const url = process.env.WINNOW_SEQUENCER_URL
  if (!url) throw new Error('WINNOW_SEQUENCER_URL is not set: start the product with `npm start`')
  return url
}
