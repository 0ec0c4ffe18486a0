import { Logger, runOnce, type TaskList } from 'graphile-worker'
import type { TestDatabase } from './database'

/**
 * Runs the queue dry of these tasks, as winnow_app. The worker asks for its next job while it still writes down that the last is done: of two
 * in one named queue it can miss the second and end, so it is begun again until nothing is left that it could do.
 */
export async function runQueue(database: TestDatabase, taskList: TaskList): Promise<void> {
  do {
    await runOnce({
      connectionString: database.urls.app,
      logger: new Logger(() => () => undefined),
      taskList,
    })
  } while (await isLeftToDo(database, Object.keys(taskList)))
}

async function isLeftToDo({ admin }: TestDatabase, tasks: string[]): Promise<boolean> {
  const [row] = await admin.sql<{ left: boolean }[]>`
    select exists (
      select from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = any (${tasks})
      where j.is_available and j.run_at <= now()) as left`
  return row?.left ?? false
}
