import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { category, dataset, suppressionDecision } from '@/db/schema'
import { actorRef, type Actor, type Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, invalid, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { appendEntry, sealedIf } from '@/lib/log/append'
import { type PolicyInForce, policyInForce, type Reason } from '@/lib/policies/queries'
import { lookUp } from '@/lib/suppression/ask'
import { BASIS_OF_RULE } from '@/lib/suppression/basis'
import type { EndRuleInput, KeepOutInput } from '@/lib/suppression/input'
import type { SuppressionKind } from '@/lib/suppression/labels'
import { type Reach, reachOf } from '@/lib/suppression/reach'
import { covers, endRule, type Made, makeRules, planRules, type Where } from '@/lib/suppression/rules'
import { canonicalSource, type Source } from '@/lib/suppression/sources'
import { refuseForeignTerritories } from './territories'
import type { Action } from './status'
import { refuseRecused } from './voters'

export type SourceVerdict = {
  policy: Pick<PolicyInForce, 'id' | 'digest'>
  category: string
  action: Action
  reasonCode: string
  territories?: readonly string[]
  ruleIds: readonly string[]
  /** Log entry of the decision it replaces. */
  supersedes?: string | null
  requestId?: string | null
}

/** Records a decision about sources as such: of no case, and logged like every decision. */
export async function recordSourceDecision(
  tx: Tx,
  actor: Actor,
  { datasetId, slug, restricted }: Where,
  verdict: SourceVerdict,
): Promise<Made> {
  const decisionId = randomUUID()
  const territories = verdict.territories?.length ? [...verdict.territories].sort() : null
  const { action, reasonCode, policy } = verdict
  const { entryId } = await appendEntry(
    tx,
    actor,
    sealedIf(restricted, {
      type: 'decision',
      public: { dataset: slug, policy: policy.digest },
      private: {
        scope: 'source',
        target: { rules: [...verdict.ruleIds].sort() },
        ...{ action, category: verdict.category, reason: reasonCode, spans: [] },
        supersedes: verdict.supersedes ?? null,
        ...(territories ? { territories } : {}),
      },
      about: null,
    }),
  )
  await tx.insert(suppressionDecision).values({
    ...{ datasetId, id: decisionId, category: verdict.category, action, reasonCode, territories, entryId },
    policyVersionId: policy.id,
    requestId: verdict.requestId ?? null,
    actor: actorRef(actor),
  })
  return { decisionId, entryId, territories }
}

export type KeptOut = { slug: string; kind: SuppressionKind; reach: Reach | null; made: boolean }

/**
 * Keeps a source out of every revision and release from now on, for a reason of the policy; or, asked to count, only says how many
 * rows of the newest revision that would be.
 */
export async function keepOut(tx: Tx, actor: Member, input: KeepOutInput): Promise<KeptOut> {
  const { datasetId, kind, intent } = input
  authorize(actor, 'source.decide', { datasetId })
  await refuseRecused(tx, actor, datasetId)
  const where = await whereOf(tx, datasetId)
  const source = canonicalSource(kind, input.value) ?? refuse('value', say(`review.source.write.${kind}`))
  if (intent === 'count') {
    return { slug: where.slug, kind, reach: await reachOf(tx, datasetId, [source]), made: false }
  }
  const policy = await policyInForce(tx, datasetId)
  const reason = await reasonFor(tx, policy, input.reasonCode ?? '', input.action)
  await refuseForeignTerritories(tx, datasetId, input.territories)
  await decideSource(tx, actor, where, source, {
    ...{ policy, category: reason.category, action: input.action, reasonCode: reason.code },
    territories: input.territories,
  })
  return { slug: where.slug, kind, reach: await reachOf(tx, datasetId, [source]), made: true }
}

/** One decision about one source, and its rule. Refuses a source that is kept out there already. */
async function decideSource(
  tx: Tx,
  actor: Actor,
  where: Where,
  source: Source,
  verdict: Omit<SourceVerdict, 'ruleIds'>,
): Promise<void> {
  const planned = await planRules(tx, where.datasetId, async (on) => [
    await lookUp(on, { datasetId: where.datasetId, id: null }, source),
  ])
  const wanted = verdict.territories?.length ? verdict.territories : null
  if (planned.every(({ standing, territories }) => standing && covers(territories, wanted)))
    throw conflict(say('review.source.out'))
  const made = await recordSourceDecision(tx, actor, where, {
    ...verdict,
    ruleIds: planned.map(({ id }) => id),
  })
  await makeRules(tx, actor, where, planned, made)
}

/** Ends a rule, by a decision to keep what it is about. The rows come back with the next release unless something else holds them. */
export async function endSource(
  tx: Tx,
  actor: Member,
  { datasetId, ruleId, reasonCode }: EndRuleInput,
): Promise<{ slug: string }> {
  authorize(actor, 'source.decide', { datasetId })
  await refuseRecused(tx, actor, datasetId)
  const where = await whereOf(tx, datasetId)
  const [basis] = await tx.execute<{ category: string; entryId: string; ended: boolean }>(sql`
    select b.category, b.entry_id as "entryId", r.ended_at is not null as ended
    from suppression_rule r
    join ${sql.raw(BASIS_OF_RULE)} b on true
    join category k on k.id = b.category and k.restricted = 0
    where r.dataset_id = ${datasetId} and r.id = ${ruleId}`)
  if (!basis) throw notFound('exclusion')
  const policy = await policyInForce(tx, datasetId)
  const reason = await reasonFor(tx, policy, reasonCode, 'keep')
  if (reason.category !== basis.category)
    refuse('reasonCode', say('review.source.otherReason', { code: reason.code }))
  const made = await recordSourceDecision(tx, actor, where, {
    ...{ policy, category: basis.category, action: 'keep', reasonCode: reason.code },
    ruleIds: [ruleId],
    supersedes: basis.entryId,
  })
  if (!(await endRule(tx, actor, where, ruleId, made))) throw conflict(say('review.source.ended'))
  return { slug: where.slug }
}

async function whereOf(tx: Tx, datasetId: string): Promise<Where> {
  const [found] = await tx.select({ slug: dataset.slug }).from(dataset).where(eq(dataset.id, datasetId))
  if (!found) throw notFound('dataset')
  return { datasetId, slug: found.slug, restricted: false }
}

/** A reason of the policy that carries the action. Those of restricted categories are for cases, which safety officers decide. */
async function reasonFor(tx: Tx, policy: PolicyInForce, code: string, action: Action): Promise<Reason> {
  const reason = policy.reasons.find((one) => one.code === code)
  if (!reason || !reason.actions.includes(action))
    return refuse(
      'reasonCode',
      code === '' ? say('review.input.reason') : say('review.source.notAllowed', { code }),
    )
  const [kind] = await tx
    .select({ id: category.id })
    .from(category)
    .where(and(eq(category.id, reason.category), eq(category.restricted, 0)))
  return kind ? reason : refuse('reasonCode', say('review.source.restricted'))
}

function refuse(field: string, message: string): never {
  throw invalid(message, { [field]: [message] })
}
