import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { decision, reviewCase, revisionFile } from '@/db/schema'
import type { DecisionTarget, SeenFinding } from '@/db/schema/review'
import { type Actor, actorRef } from '@/lib/auth/actor'
import { itemSubject } from '@/lib/crypto/subject'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { appendEntry, sealedIf } from '@/lib/log/append'
import type { OpenEvent } from '@/lib/log/entries'
import type { PolicyInForce } from '@/lib/policies/queries'
import { askedOf, isOfSources, lookUp } from '@/lib/suppression/ask'
import { isWaiting } from '@/lib/suppression/end-in-effect'
import { upholds } from '@/lib/suppression/labels'
import { endRules, makeRules, type PlannedRule, planRules } from '@/lib/suppression/rules'
import type { Source } from '@/lib/suppression/sources'
import { failpoint } from '@/lib/runtime/failpoint'
import type { LockedCase } from './case-row'
import type { JudgedPassage } from './judged'
import { restrictItems } from './restrict-items'
import { sealedNote } from './sealed-note'
import { endClaims, sit } from './seats'
import type { Span } from './spans'
import { type Action, type CaseEvent, type DecisionKind, transition } from './status'
import { tellAppellant } from './tell-appellant'

export type Resolution = {
  found: LockedCase
  kind: DecisionKind
  action: Action
  reasonCode: string
  policy: Pick<PolicyInForce, 'id' | 'digest'>
  /** Validated and merged; empty unless `redact`. */
  spans: readonly Span[]
  /** What everybody who made it said of single passages. */
  judged?: readonly JudgedPassage[]
  seen: readonly SeenFinding[]
  label?: string
  /** Profiles it holds in; none = everywhere. */
  territories?: readonly string[]
  note?: string
  /** Votes that made it. */
  reviewIds?: readonly string[]
  batchId?: string
  /** Brought by a caller whose own facts refer to the decision. */
  decisionId?: string
  /** Which rows it is about; none = what the requests asked for, else this text wherever it occurs. */
  target?: DecisionTarget
  /** It is about where the item comes from: about these, beside what the requests asked for. */
  sources?: readonly Source[]
}

export type Resolved = { decisionId: string; entryId: string; supersedes: string | null }

/**
 * Records an outcome: the decision, the case that now follows it, the standing rules it makes or ends, the log entries and what
 * others have to be told, in the caller's transaction. The caller has locked the case, authorized the actor and checked
 * reason and spans.
 */
export async function resolve(tx: Tx, actor: Actor, given: Resolution): Promise<Resolved> {
  const { found, kind } = given
  const event: CaseEvent = kind === 'override' || kind === 'reversal' ? 'override' : 'resolve'
  if (!transition(found.status, event)) throw conflict(say('review.status.decided'))
  const asked = await askedOf(tx, found)
  const named = given.sources ?? []
  const rules =
    asked.length + named.length > 0 && upholds(given.action) ? await rulesOf(tx, found, named) : []
  const ofSources = named.length > 0 || isOfSources(asked)
  const resolution = { ...given, target: given.target ?? (ofSources ? sourceTarget(rules) : undefined) }
  const decisionId = given.decisionId ?? randomUUID()
  const { entryId } = await appendEntry(tx, actor, sealedIf(found.restricted, await logEvent(tx, resolution)))
  if (actor.kind === 'member') await sit(tx, found, actor.id)
  await insertDecision(tx, actor, resolution, { decisionId, entryId })
  failpoint('review.decision-written')
  await Promise.all([
    endClaims(tx, found),
    tx
      .update(reviewCase)
      .set({ status: 'decided', decidedAt: new Date(), decisionId })
      .where(and(eq(reviewCase.datasetId, found.datasetId), eq(reviewCase.id, found.id))),
  ])
  const { territories } = resolution
  if (rules.length > 0) await makeRules(tx, actor, found, rules, { decisionId, entryId, territories })
  // What nobody has agreed to yet ends nothing: the rules go when it takes effect (endRulesInEffect).
  if (
    (asked.length > 0 || found.inForce?.scope === 'source') &&
    !(
      found.takedowns > 0 &&
      (await isWaiting(tx, { datasetId: found.datasetId, caseId: found.id, decisionId }))
    )
  )
    await endRules(tx, actor, found, { caseId: found.id, but: rules.map(({ id }) => id) })
  if (found.categoryRestricted) await restrictItems(tx, found.datasetId, [found.digest.toString('hex')])
  await tellAppellant(tx, found, { ...given, policyId: given.policy.id })
  // Also of one that nobody asked for: whoever wrote it may have contested what was decided.
  if (found.takedowns > 0 || found.appealed) {
    await enqueue(tx, 'takedown.case-decided', { datasetId: found.datasetId, caseId: found.id })
  }
  return { decisionId, entryId, supersedes: found.inForce?.id ?? null }
}

/** Whoever names a source decides about that, and about what people ask for; not about what brought the item here. */
const rulesOf = (tx: Tx, found: LockedCase, named: readonly Source[]) =>
  planRules(tx, found.datasetId, async (on) => {
    const all = (await askedOf(on, found)).filter(
      ({ kind, requestId }) => kind !== 'digest' && (requestId !== null || named.length === 0),
    )
    for (const source of named) all.push(await lookUp(on, { datasetId: found.datasetId, id: null }, source))
    return [...new Map(all.map((one) => [`${one.kind} ${one.hmac.toString('hex')}`, one])).values()]
  })

/** An opt-out is about its author: "Thanks!" occurs ten thousand times, and the others who wrote it did not ask. */
function sourceTarget(rules: readonly PlannedRule[]): DecisionTarget | undefined {
  if (rules.length === 0) return undefined
  return { kind: 'source', ruleIds: rules.map(({ id }) => id).sort() }
}

/** The private part is only committed to: `supersedes` is the log entry of the decision that this one replaces. */
async function logEvent(tx: Tx, resolution: Resolution): Promise<OpenEvent> {
  const { found, policy, action, reasonCode, spans, label, territories } = resolution
  const outcome = {
    action,
    category: found.category,
    reason: reasonCode,
    spans: spans.map(({ field, start, end }) => ({ field, start, end })),
    supersedes: found.inForce?.entryId ?? null,
    ...(action === 'label' ? { label: label ?? reasonCode } : {}),
    ...(territories?.length ? { territories: [...territories].sort() } : {}),
  }
  return {
    type: 'decision',
    public: { dataset: found.slug, policy: policy.digest },
    private: { ...outcome, ...(await scopeOf(tx, resolution)) },
    about: itemSubject(found.datasetId, found.digest),
  }
}

async function scopeOf(tx: Tx, { found, target }: Resolution) {
  const digest = found.digest.toString('hex')
  switch (target?.kind) {
    case undefined:
      return { scope: 'content' as const, target: { digest } }
    case 'source':
      return { scope: 'source' as const, target: { digest, rules: target.ruleIds } }
    case 'occurrence': {
      const [file] = await tx
        .select({ sha256: revisionFile.sha256 })
        .from(revisionFile)
        .where(
          and(
            eq(revisionFile.datasetId, found.datasetId),
            eq(revisionFile.revisionId, target.revisionId),
            eq(revisionFile.ordinal, target.ordinal),
          ),
        )
      if (!file) throw conflict(say('review.status.noFile'))
      return {
        scope: 'occurrence' as const,
        target: { digest, file: file.sha256.toString('hex'), row: target.row },
      }
    }
  }
}

async function insertDecision(
  tx: Tx,
  actor: Actor,
  resolution: Resolution,
  ids: { decisionId: string; entryId: string },
) {
  const { found, target, action, reasonCode, note } = resolution
  await tx.insert(decision).values({
    datasetId: found.datasetId,
    id: ids.decisionId,
    caseId: found.id,
    digest: found.digest,
    category: found.category,
    kind: resolution.kind,
    scope: target?.kind ?? 'content',
    target: target ?? null,
    action,
    reasonCode,
    policyVersionId: resolution.policy.id,
    spans: [...resolution.spans],
    judged: [...(resolution.judged ?? [])],
    label: action === 'label' ? (resolution.label ?? reasonCode) : null,
    territories: resolution.territories?.length ? [...resolution.territories].sort() : null,
    seen: [...resolution.seen],
    note: await sealedNote(tx, found, 'decision.note', note),
    round: found.round,
    deciderId: actor.kind === 'member' ? actor.id : null,
    reviewIds: [...(resolution.reviewIds ?? [])],
    batchId: resolution.batchId ?? null,
    supersedes: found.inForce?.id ?? null,
    actor: actorRef(actor),
    entryId: ids.entryId,
  })
}
