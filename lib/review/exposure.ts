import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/** One more item of this category that a person has before them today, as `claim_case` counts what it hands out. */
export async function countAsSeen(tx: Tx, personId: string, category: string): Promise<void> {
  await tx.execute(sql`select count_as_seen(${personId}, ${category})`)
}

/**
 * What one person is shown is counted in turns, as `claim_case` does under the same name: of two screens at the edge of a limit only one
 * passes. Before the limit is asked; whoever holds a case and waits here is waited for by no claim, since claims pass by what is locked.
 */
export async function countInTurn(tx: Tx, personId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('claim ' || ${personId}::uuid, 0))`)
}
