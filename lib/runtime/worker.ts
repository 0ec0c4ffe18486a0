import 'server-only'
import { EventEmitter } from 'node:events'
import { Logger, run, type WorkerEvents } from 'graphile-worker'
import { transact } from '@/db/client'
import { sweepDrafts } from '@/lib/blobs/store'
import { reviveJobs } from '@/lib/jobs/liveness'
import { tasks } from '@/lib/jobs/tasks'
import { runSequencer } from '@/lib/log/sequencer'
import { runWitnesses } from '@/lib/log/witnessing'
import { weighAll } from '@/lib/review/weigh-detectors'
import { env } from '@/lib/runtime/env'

/**
 * Runs the jobs, the one writer of the log and what shows it to its witnesses until `signal` aborts: jobs in hand are
 * finished first. Rejects when one of them cannot go on; all have ended by then.
 */
export async function runWorker(signal: AbortSignal): Promise<void> {
  const failed = new AbortController()
  const stop = AbortSignal.any([signal, failed.signal])
  const ends = await Promise.allSettled(
    [runJobs(stop), runSequencer({ signal: stop }), runWitnesses({ signal: stop })].map((part) =>
      part.catch((error: unknown) => {
        failed.abort()
        throw error
      }),
    ),
  )
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

async function runJobs(signal: AbortSignal): Promise<void> {
  await sweepDrafts()
  const url = env().databaseUrl ?? ''
  const events: WorkerEvents = new EventEmitter()
  const liveness = await reviveJobs(url)
  await transact(weighAll)
  liveness.watch(events)
  const runner = await run({
    connectionString: url,
    events,
    taskList: tasks,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger,
  })
  const stop = () => void runner.stop().catch(reportStop)
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })
  await runner.promise.finally(liveness.close)
}

/** Stopping a runner that has just failed by itself is an error to graphile-worker; the failure is reported by its promise. */
function reportStop(error: unknown): void {
  console.error(`worker: ${error instanceof Error ? error.message : String(error)}`)
}

/** Warnings and errors only: a line per job tells an operator nothing. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(`worker: ${message}`)
})
