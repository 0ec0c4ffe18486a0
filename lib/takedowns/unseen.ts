import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { urgentReport } from '@/db/schema'

/**
 * Items that reports by the urgent lane can take out of sight before a person has looked at any of them: of one network, and of all
 * together. Nobody has to say who they are there, so what is beyond this waits for a safety officer, who finds it first.
 */
export const UNSEEN = { network: 100, all: 1_000 } as const

/** Whether these items of a request are more than may be hidden unseen. Never for a request that came another way, or that an officer let through. */
export async function isBeyondUnseen(
  tx: Tx,
  requestId: string,
  items: number,
  most: { network: number; all: number } = UNSEEN,
): Promise<boolean> {
  const [own] = await tx
    .select({ network: urgentReport.network })
    .from(urgentReport)
    .where(and(eq(urgentReport.requestId, requestId), isNull(urgentReport.passedAt)))
  if (!own) return false
  // Reports that come at once are counted one after the other.
  await takeTurns(tx, 'takedown/unseen')
  const [hidden] = await tx.execute<{ network: number; all: number }>(sql`
    select (count(*) filter (where same))::int as network, count(*)::int as "all" from (
      select distinct m.dataset_id, m.digest, u.network is not distinct from ${own.network} as same
      from urgent_report u
      join takedown_match m on m.request_id = u.request_id
      -- Whoever takes a report back leaves out of sight what is: it counts until somebody has decided about it.
      join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id and c.status = 'open'
      where u.request_id <> ${requestId} and u.passed_at is null) unseen`)
  if (!hidden) throw new Error('a count had no row')
  return hidden.network + items > most.network || hidden.all + items > most.all
}
