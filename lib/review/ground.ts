import 'server-only'
import { categoryInText } from '@/lib/detection/category-name'
import { conflict, invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import type { PolicyInForce, Reason } from '@/lib/policies/queries'
import { reasonName } from '@/lib/policies/reason-name'
import type { Action, CaseStage } from './status'
import { verbInText } from './words'

type Grounded = { category: string }
type Allowed = { stage: CaseStage; actions: readonly Action[] | null }
type Verdict = { action: Action; reasonCode: string; policyVersionId?: string }

/** The reason a decision rests on. Refuses one that the policy in force does not have, or not for this category and action. */
export function groundOf(policy: PolicyInForce, found: Grounded, verdict: Verdict): Reason {
  if (verdict.policyVersionId !== undefined && verdict.policyVersionId !== policy.id) {
    throw conflict(say('review.ground.newVersion', { number: String(policy.number) }))
  }
  const reason = policy.reasons.find(({ code }) => code === verdict.reasonCode)
  const problem = reason
    ? groundError(reason, found, verdict.action)
    : say('review.ground.unknown', { number: String(policy.number), code: verdict.reasonCode })
  if (!reason || problem) throw invalid(problem ?? '', { reasonCode: [problem ?? ''] })
  return reason
}

/** Refuses what the case's queue does not leave to its reviewers. A lead who was asked to decide is bound by the policy only. */
export function refuseAction({ stage, actions }: Allowed, action: Action): void {
  const allowed = stage === 'review' ? actions : null
  if (!allowed || allowed.includes(action)) return
  const offered = allowed.map(verbInText).join(', ')
  const problem = say('review.ground.queue', { action: verbInText(action), offered })
  throw invalid(problem, { action: [problem] })
}

/** Why a reason does not carry an action on a case of this category, or undefined. */
export function groundError(reason: Reason, found: Grounded, action: Action): string | undefined {
  if (reason.category !== found.category) {
    const category = categoryInText(found.category)
    return say('review.ground.category', { code: reasonName(reason), category })
  }
  if (!reason.actions.includes(action)) {
    const allowed = reason.actions.map(verbInText).join(', ')
    return say('review.ground.action', { code: reasonName(reason), action: verbInText(action), allowed })
  }
  return undefined
}
