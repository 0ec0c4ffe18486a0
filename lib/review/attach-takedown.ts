import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { notFound } from '@/lib/errors'
import { askedOf } from '@/lib/suppression/ask'
import { type LockedCase, lockCase } from './case-row'
import { REQUEST_POINTS } from './priority'
import { announceItems, beginRound } from './rounds'
import type { Action, CaseStatus } from './status'

export type Attached = {
  status: CaseStatus
  reopened: boolean
  /** The decision in force, which holds until a later one supersedes it. */
  decisionId: string | null
  action: Action | null
}

/**
 * Counts a person's request on a case: it comes first in the queue, and its due date is the earliest of those that ask. A
 * decided case is reopened, because a person's claim is answered by a person; unless what they ask for is already removed.
 * What they ask for has been noted (`askFor`).
 */
export async function attachTakedown(
  tx: Tx,
  { datasetId, caseId, dueAt }: { datasetId: string; caseId: string; dueAt: Date | null },
): Promise<Attached> {
  const found = await lockCase(tx, datasetId, caseId)
  if (!found) throw notFound('case')
  const reopened = found.status === 'decided' && !(await isRemoved(tx, found))
  const takedowns = found.takedowns + 1
  await tx.execute(sql`
    update review_case set
      takedowns = ${takedowns}, points = points + ${found.takedowns === 0 ? REQUEST_POINTS : 0},
      due_at = least(due_at, ${dueAt?.toISOString() ?? null}::timestamptz)
    where dataset_id = ${datasetId} and id = ${caseId}`)
  if (reopened) await beginRound(tx, datasetId, [caseId], { dueAt })
  else await announceItems(tx, datasetId, [found.digest.toString('hex')])
  return {
    status: reopened ? 'open' : found.status,
    reopened,
    decisionId: found.inForce?.id ?? null,
    action: found.inForce?.action ?? null,
  }
}

/** A removal of sources leaves the same text in where it comes from elsewhere. */
async function isRemoved(tx: Tx, found: LockedCase): Promise<boolean> {
  if (found.inForce?.action !== 'remove') return false
  if (found.inForce.scope !== 'source') return true
  return (await askedOf(tx, found)).every(({ ruleId }) => ruleId !== null)
}
