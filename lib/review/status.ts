import 'server-only'
import type {
  caseStage,
  caseStatus,
  decisionAction,
  decisionKind,
  decisionScope,
  seatKind,
} from '@/db/schema/review'
import type { Actor } from '@/lib/auth/actor'
import { cannot } from '@/lib/auth/cannot'
import { can } from '@/lib/auth/permissions'
import { say, sayWhen } from '@/lib/i18n/say'
import { type Bar, barInWords } from './voters'

export { ACTIONS } from './labels'

export type Action = (typeof decisionAction.enumValues)[number]
export type CaseStatus = (typeof caseStatus.enumValues)[number]
export type CaseStage = (typeof caseStage.enumValues)[number]
export type SeatKind = (typeof seatKind.enumValues)[number]
export type DecisionKind = (typeof decisionKind.enumValues)[number]
export type DecisionScope = (typeof decisionScope.enumValues)[number]

/** What happens to a case, and what it is then. Anything that is not here is refused. */
const TRANSITIONS = {
  open: { vote: 'open', resolve: 'decided', override: 'decided' },
  decided: { override: 'decided', reopen: 'open' },
} as const satisfies Record<CaseStatus, Partial<Record<CaseEvent, CaseStatus>>>

export type CaseEvent = 'vote' | 'resolve' | 'override' | 'reopen'

export function transition(status: CaseStatus, event: CaseEvent): CaseStatus | undefined {
  const from: Partial<Record<CaseEvent, CaseStatus>> = TRANSITIONS[status]
  return from[event]
}

/** What the rules ask of a case: whose dataset, whether for safety officers only, and whether somebody was first. */
export type Decidable = {
  datasetId: string
  restricted: boolean
  status: CaseStatus
  /** The decision in force, when there is one. */
  decided?: { by: string; at: Date; action: Action }
  /** Whether this actor has voted in the round that is open. */
  voted?: boolean
  /** What else this actor is to the round that is open. */
  seat?: SeatKind
  /** Whether a slot is theirs or free for them. */
  room?: boolean
  /** What else keeps them from it, and of which category that is said. */
  bar?: Bar | null
  category?: string
  /** Whether nobody else is left to decide it directly. */
  alone?: boolean
}

/** Whether the actor may know that the case exists: a restricted one only as a safety officer, whatever else they are. */
export function mayView(
  actor: Actor,
  { datasetId, restricted }: Pick<Decidable, 'datasetId' | 'restricted'>,
): boolean {
  return restricted ? can(actor, 'restricted.handle') : can(actor, 'case.view', datasetId)
}

/** Why this actor cannot vote on this case, or undefined: the verb refuses by it and the screen disables by it. */
export function cannotDecide(found: Decidable, actor: Actor): string | undefined {
  const denied = found.restricted
    ? cannot(actor, 'restricted.handle')
    : cannot(actor, 'case.review', found.datasetId)
  if (denied) return denied
  if (!transition(found.status, 'vote')) return alreadyDecided(found)
  if (found.bar) return barInWords(found.bar, found.category ?? '')
  if (found.voted) return say('review.status.reviewed')
  if (found.seat === 'barred') return barred()
  if (found.seat === 'flagged') return flaggedByYou()
  return found.room === false ? say('review.status.full') : undefined
}

export const barred = (): string => say('review.status.barred')
export const flaggedByYou = (): string => say('review.status.flagged')

/**
 * Why this actor cannot decide the case directly, over votes and earlier decisions, or undefined. Who reported the item can where nobody
 * else could: the law's time runs, and who decided what is on record.
 */
export function cannotOverride(
  found: Pick<Decidable, 'datasetId' | 'restricted' | 'seat' | 'bar' | 'alone'>,
  actor: Actor,
): string | undefined {
  const denied = found.restricted
    ? cannot(actor, 'restricted.handle')
    : cannot(actor, 'case.override', found.datasetId)
  if (denied) return denied
  if (found.bar === 'recused') return barInWords(found.bar, '')
  if (found.seat === 'barred') return barred()
  return found.seat === 'flagged' && !found.alone ? flaggedByYou() : undefined
}

/** Why this actor cannot contest the decision in force, or undefined. A requester's right to an item is checked by their request. */
export function cannotAppeal(
  { datasetId, status }: Pick<Decidable, 'datasetId' | 'status'>,
  actor: Actor,
): string | undefined {
  const denied = actor.kind === 'member' ? cannot(actor, 'case.appeal', datasetId) : undefined
  return denied ?? (status === 'decided' ? undefined : say('review.status.open'))
}

/** "already decided by calm-heron at 21 November 2026, 14:05:09 UTC: remove" */
export function alreadyDecided({ decided }: Pick<Decidable, 'decided'>): string {
  if (!decided) return say('review.status.decided')
  const { by, at, action } = decided
  return say('review.status.decidedBy', { by, at: sayWhen(at), action })
}
