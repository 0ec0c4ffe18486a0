import 'server-only'
import { conflict, invalid } from '@/lib/errors'
import type { PolicyInForce, Reason } from '@/lib/policies/queries'
import { ACTION } from './labels'
import type { Action, CaseStage } from './status'

type Grounded = { category: string; categoryLabel: string }
type Allowed = { stage: CaseStage; actions: readonly Action[] | null }
type Verdict = { action: Action; reasonCode: string; policyVersionId?: string }

/** The reason a decision rests on. Refuses one that the policy in force does not have, or not for this category and action. */
export function groundOf(policy: PolicyInForce, found: Grounded, verdict: Verdict): Reason {
  if (verdict.policyVersionId !== undefined && verdict.policyVersionId !== policy.id) {
    throw conflict(
      `Policy version ${policy.number} came into force while you were reading. Look at its reasons and decide again.`,
    )
  }
  const reason = policy.reasons.find(({ code }) => code === verdict.reasonCode)
  const problem = reason
    ? groundError(reason, found, verdict.action)
    : `Policy version ${policy.number} has no reason “${verdict.reasonCode}”.`
  if (!reason || problem) throw invalid(problem ?? '', { reasonCode: [problem ?? ''] })
  return reason
}

/** Refuses what the case's queue does not leave to its reviewers. A lead who was asked to decide is bound by the policy only. */
export function refuseAction({ stage, actions }: Allowed, action: Action): void {
  const allowed = stage === 'review' ? actions : null
  if (!allowed || allowed.includes(action)) return
  const offered = allowed.map((one) => ACTION[one].verb.toLowerCase()).join(', ')
  const problem = `The queue of this case does not let its reviewers ${ACTION[action].verb.toLowerCase()}; they can: ${offered}. Ask a lead when that does not fit.`
  throw invalid(problem, { action: [problem] })
}

/** Why a reason does not carry an action on a case of this category, or undefined. */
export function groundError(reason: Reason, found: Grounded, action: Action): string | undefined {
  if (reason.category !== found.category) {
    return `“${reason.code}” is not a reason for ${found.categoryLabel.toLowerCase()}.`
  }
  if (!reason.actions.includes(action)) {
    const allowed = reason.actions.join(', ')
    return `“${reason.code}” does not allow to ${ACTION[action].verb.toLowerCase()}; it allows: ${allowed}.`
  }
  return undefined
}
