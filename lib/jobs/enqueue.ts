import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/** Side effects and long work. The row is written in the transaction that causes it: no commit, no job (outbox). */
export type Jobs = {
  'mail.send': { messageId: string }
  'import.run': { datasetId: string; importId: string }
  'takedown.match': { requestId: string }
}

/** Adds a job in the caller's transaction. Attempts are capped; what fails for good stays visible to the operator. */
export async function enqueue<Name extends keyof Jobs>(
  tx: Tx,
  task: Name,
  payload: Jobs[Name],
  { maxAttempts = 8, queue }: { maxAttempts?: number; queue?: string } = {},
): Promise<void> {
  await tx.execute(
    sql`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, queue_name => ${queue ?? null}, max_attempts => ${maxAttempts})`,
  )
}
