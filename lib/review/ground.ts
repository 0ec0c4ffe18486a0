import 'server-only'
import { conflict, invalid } from '@/lib/errors'
import type { PolicyInForce, Reason } from '@/lib/policies/queries'
import { ACTION } from './labels'
import type { Action } from './status'

type Grounded = { category: string; categoryLabel: string }
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
