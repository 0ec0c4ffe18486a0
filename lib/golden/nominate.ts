import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { decision, goldenItem } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { itemSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { sealFor } from '@/lib/crypto/subject-seal'
import { conflict, invalid, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { policyInForce, type PolicyInForce } from '@/lib/policies/queries'
import { type LockedCase, lockCase } from '@/lib/review/case-row'
import { groundError } from '@/lib/review/ground'
import { mayView } from '@/lib/review/status'
import { type Bar, barInWords, refuseRecused } from '@/lib/review/voters'
import type { NominateInput } from './input'

export type Nominated = { dataset: string; goldenId: string }

/**
 * Makes a decided case a golden item: by a lead and by hand, because items chosen by a program are too often wrong. What it expects need
 * not be what was decided. Its passages are those of the decision.
 */
export async function nominate(tx: Tx, actor: Member, input: NominateInput): Promise<Nominated> {
  const { datasetId, actions, reasons } = input
  authorize(actor, 'golden.edit', { datasetId })
  await refuseRecused(tx, actor, datasetId)
  const found = await lockCase(tx, datasetId, input.caseId)
  if (!found || !mayView(actor, found)) throw notFound('case')
  const denied = cannotNominate(found)
  if (denied) throw conflict(denied)
  if (found.inForce?.id !== input.decisionId) throw conflict(say('golden.errors.decisionChanged'))
  const [known] = await tx
    .select({ id: goldenItem.id })
    .from(goldenItem)
    .where(
      and(eq(goldenItem.datasetId, datasetId), eq(goldenItem.caseId, found.id), isNull(goldenItem.retiredAt)),
    )
  if (known) throw conflict(say('golden.errors.already'))

  const policy = await policyInForce(tx, datasetId)
  refuseReasons(policy, found, input)
  const [{ spans } = { spans: [] }] = await tx
    .select({ spans: decision.spans })
    .from(decision)
    .where(and(eq(decision.datasetId, datasetId), eq(decision.id, input.decisionId)))
  if (input.judgePassages && spans.length === 0) {
    const problem = say('golden.errors.masksNothing')
    throw invalid(problem, { judgePassages: [problem] })
  }
  const key = await keyFor(tx, itemSubject(datasetId, found.digest))
  const [made] = await tx
    .insert(goldenItem)
    .values({
      datasetId,
      caseId: found.id,
      decisionId: input.decisionId,
      policyVersionId: policy.id,
      actions,
      reasons,
      spans: input.judgePassages ? spans : null,
      leastOverlap: input.leastOverlap,
      rationale: sealFor(key, 'golden_item.rationale', Buffer.from(input.rationale)),
      nominatedBy: actor.id,
    })
    .returning({ id: goldenItem.id })
  if (!made) throw new Error('a golden item was not written')
  return { dataset: found.slug, goldenId: made.id }
}

/** Why a case cannot become a check, or undefined: the verb refuses by it and the screen says it. */
export function cannotNominate(
  found: Pick<LockedCase, 'restricted' | 'status' | 'takedowns'> & {
    inForce: { scope: string } | null
    bar?: Bar | null
  },
): string | undefined {
  if (found.bar === 'recused') return barInWords(found.bar, '')
  if (found.restricted) return say('golden.unfit.restricted')
  if (found.status !== 'decided' || !found.inForce) return say('golden.unfit.open')
  if (found.takedowns > 0) return say('golden.unfit.takedown')
  return found.inForce.scope === 'content' ? undefined : say('golden.unfit.source')
}

function refuseReasons(policy: PolicyInForce, found: LockedCase, { actions, reasons }: NominateInput): void {
  for (const code of reasons) {
    const reason = policy.reasons.find((one) => one.code === code)
    const fits = reason && actions.some((action) => !groundError(reason, found, action))
    if (!fits) {
      const problem = say('golden.errors.reason', { code, version: String(policy.number) })
      throw invalid(problem, { reasons: [problem] })
    }
  }
}
