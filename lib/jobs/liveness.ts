import 'server-only'
import type { WorkerEvents } from 'graphile-worker'
import { connect } from '@/db/client'
import { logFault } from '@/lib/http/error-view'

/**
 * Gives back at once the jobs of workers that were killed; graphile-worker alone waits four hours. A living pool of workers holds an
 * advisory lock under its id, which ends with its connection: one whose lock can be had is dead.
 *
 * Answers a function that makes the workers of this process known; call it with the events the runner is started with.
 */
export async function reviveJobs(
  url: string,
): Promise<{ watch: (events: WorkerEvents) => void; close: () => Promise<void> }> {
  const session = connect(url, { max: 1 })
  const { sql } = session
  const holders = await sql<{ id: string }[]>`
    select distinct locked_by as id from graphile_worker.jobs where locked_by is not null`
  for (const { id } of holders) {
    const [got] = await sql<
      { dead: boolean }[]
    >`select pg_try_advisory_lock(hashtextextended(${id}, 0)) as dead`
    if (!got?.dead) continue
    await sql`select graphile_worker.force_unlock_workers(array[${id}])`
    await sql`select pg_advisory_unlock(hashtextextended(${id}, 0))`
  }
  return {
    watch(events) {
      events.on('pool:create', ({ workerPool }) => {
        sql`select pg_advisory_lock(hashtextextended(${workerPool.id}, 0))`.catch((error: unknown) =>
          logFault('liveness', error),
        )
      })
    },
    close: session.close,
  }
}
