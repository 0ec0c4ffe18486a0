import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/** One more item of this category that a person has before them today, as `claim_case` counts what it hands out. */
export async function countAsSeen(tx: Tx, personId: string, category: string): Promise<void> {
  await tx.execute(sql`select count_as_seen(${personId}, ${category})`)
}
