import { Logger, makeWorkerUtils, runTaskListOnce, type TaskList } from 'graphile-worker'
import type { TestDatabase } from './database'

const logger = new Logger(() => () => undefined)

/**
 * Runs the queue dry of these tasks, as winnow_app. The worker asks for its next job while it still writes down that the last is done: of two
 * in one named queue it can miss the second and end, so it is begun again until nothing is left that it could do.
 */
export async function runQueue(database: TestDatabase, taskList: TaskList): Promise<void> {
  const { worker, options } = await handOf(database)
  do {
    await worker.withPgClient((client) => runTaskListOnce(options, taskList, client).promise)
  } while (await isLeftToDo(database, Object.keys(taskList)))
}

type Hand = {
  worker: Awaited<ReturnType<typeof makeWorkerUtils>>
  options: { logger: Logger; noHandleSignals: true }
}

// One for each database, to the end of its file: a connection for each run would read the catalog anew, which is most of what a run costs.
const hands = new WeakMap<TestDatabase, Promise<Hand>>()

function handOf(database: TestDatabase): Promise<Hand> {
  const known = hands.get(database)
  if (known) return known
  const opened = open(database)
  hands.set(database, opened)
  return opened
}

async function open(database: TestDatabase): Promise<Hand> {
  const worker = await makeWorkerUtils({ connectionString: database.urls.app, logger })
  database.atEnd(async () => worker.release())
  // The worker remembers by these which tasks the database knows.
  return { worker, options: { logger, noHandleSignals: true } }
}

async function isLeftToDo({ admin }: TestDatabase, tasks: string[]): Promise<boolean> {
  const [row] = await admin.sql<{ left: boolean }[]>`
    select exists (
      select from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = any (${tasks})
      where j.is_available and j.run_at <= now()) as left`
  return row?.left ?? false
}
