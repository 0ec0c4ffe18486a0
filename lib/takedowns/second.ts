import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import type { Actor } from '@/lib/auth/actor'
import type { TakedownKind } from './attestations'
import { isOutcome, type OutcomeStatus } from './outcome'
import { isRejection, type Rejection } from './rejections'
import { type LockedRequest, recordEvent } from './request-row'
import { lastEvent } from './said'
import { may } from './status'

/**
 * What takes effect in law between people: its outcome is not sent before a second person agrees (the database holds it, too). A counter
 * notice has a check of its own.
 */
export const LEGAL: readonly TakedownKind[] = ['copyright', 'court_order', 'publicity']

export const needsSecond = (kind: TakedownKind): boolean => LEGAL.includes(kind)

/** What a second person is asked to agree to: what the decisions come to, or what one person wants instead. */
export type Proposed = { outcome: OutcomeStatus } | { outcome: 'rejected'; reason: Rejection }
export type Awaited = Proposed & { eventId: string; actor: string; decided: string }

/**
 * Notes what waits for a second person: once for each outcome and the decisions it rests on, however often it is asked for. Says what
 * was noted.
 */
export async function awaitSecond(
  tx: Tx,
  actor: Actor,
  request: LockedRequest,
  proposed: Proposed,
): Promise<{ eventId: string }> {
  const awaited = await awaitedSecond(tx, request)
  if (awaited?.outcome === proposed.outcome) return awaited
  const decided = await decidedNow(tx, request.id)
  return recordEvent(tx, actor, request, 'outcome_ready', { ...proposed, decided })
}

/** What waits for a second person; null when nothing does, and when something was decided otherwise since. */
export async function awaitedSecond(
  on: Db | Tx,
  { id, kind, status }: Pick<LockedRequest, 'id' | 'kind' | 'status'>,
): Promise<Awaited | null> {
  if (!needsSecond(kind)) return null
  const last = await lastEvent(on, id, ENDS_WAITING)
  const proposed = last?.type === 'outcome_ready' ? proposedIn(last.data) : null
  if (!last || !proposed || !may(status, STEP[proposed.outcome])) return null
  const decided = await decidedNow(on, id)
  return last.data.decided === decided ? { ...proposed, decided, eventId: last.id, actor: last.actor } : null
}

/** Behind these nobody waits any more for what was proposed before. */
const ENDS_WAITING = [
  ...(['outcome_ready', 'outcome', 'appealed', 'appeal_decided', 'info_given', 'reopened'] as const),
  ...(['needs_info', 'needs_identity', 'rejected', 'no_match', 'owner_notified', 'bulk_taken_back'] as const),
  'reach_widened' as const,
]

const STEP = {
  actioned: 'act',
  partially_actioned: 'act',
  no_action: 'act',
  rejected: 'reject',
} as const

function proposedIn({ outcome, reason }: Record<string, unknown>): Proposed | null {
  if (outcome === 'rejected' && isRejection(reason)) return { outcome, reason }
  return isOutcome(outcome) ? { outcome } : null
}

/** The cases of a request with the decisions in force about them, as one digest: the database compares it with what was agreed to. */
async function decidedNow(on: Db | Tx, requestId: string): Promise<string> {
  const [row] = await on.execute<{ decided: string }>(sql`select takedown_decided(${requestId}) as decided`)
  if (!row) throw new Error('a digest of nothing is one, too')
  return row.decided
}
