import 'server-only'
import type { Db, Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { openAll } from '@/lib/crypto/subject-seal'
import { reasonsOf } from '@/lib/policies/queries'
import type { Action } from '@/lib/review/status'
import { judge } from './judge'
import { type Serving, servingOf } from './serving'
import { type Standing, standingOf } from './standing'

/** What a reviewer reads once they answered a golden item. */
export type Feedback = {
  datasetId: string
  servingId: string
  passed: boolean
  /** What was right of it; a part that is not judged is. */
  action: boolean
  reason: boolean
  /** F1 of the passages, and what was asked for; null where they were not judged. */
  overlap: number | null
  leastOverlap: number
  chosen: { action: Action; reasonCode: string }
  /** Right actions, the best first; right reasons with what the policy says, none = any. */
  actions: readonly Action[]
  reasons: { code: string; label: string; guidance: string }[]
  /** Null when the text was erased, and it with it. */
  rationale: string | null
  objected: boolean
  /** A lead took it back: it counts no more. */
  retired: boolean
  standing: Standing
}

/** The answer to what this member answered; null before they did, and for everything that is not theirs. */
export async function feedbackOf(
  on: Db | Tx,
  actor: Member,
  at: { datasetId: string; id: string },
): Promise<Feedback | null> {
  const serving = await servingOf(on, actor, at)
  return serving?.answer ? feedbackOn(on, actor, serving, serving.answer) : null
}

async function feedbackOn(
  on: Db | Tx,
  actor: Member,
  serving: Serving,
  answer: NonNullable<Serving['answer']>,
): Promise<Feedback> {
  const { datasetId, expected } = serving
  const known = await reasonsOf(on, serving.policyVersionId)
  const [rationale] = await openAll(on, [{ place: 'golden_item.rationale', sealed: serving.rationale }])
  // Only whether action and reason were right is asked again; passages were judged on a text that may be gone.
  const { action, reason } = judge({ ...expected, spans: null }, answer, 0)
  return {
    datasetId,
    servingId: serving.id,
    passed: answer.passed,
    action,
    reason,
    overlap: answer.overlap,
    leastOverlap: expected.leastOverlap,
    chosen: { action: answer.action, reasonCode: answer.reasonCode },
    actions: expected.actions,
    reasons: known
      .filter(({ code }) => expected.reasons.includes(code))
      .map(({ code, label, guidance }) => ({ code, label, guidance })),
    rationale: rationale?.toString('utf8') ?? null,
    objected: serving.objected,
    retired: serving.retired,
    standing: await standingOf(on, { datasetId, personId: actor.id }),
  }
}
