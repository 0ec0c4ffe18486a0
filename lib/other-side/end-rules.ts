import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import type { Actor } from '@/lib/auth/actor'
import { openAll } from '@/lib/crypto/subject-seal'
import { policyInForce } from '@/lib/policies/queries'
import { recordSourceDecision } from '@/lib/review/decide-sources'
import { BASIS_OF_RULE } from '@/lib/suppression/basis'
import type { SuppressionKind } from '@/lib/suppression/labels'
import { suppressionHmac } from '@/lib/suppression/match'
import { endRule } from '@/lib/suppression/rules'
import { canonicalSource } from '@/lib/suppression/sources'
import type { Target } from '@/lib/takedowns/parse-targets'
import type { LockedRequest } from '@/lib/takedowns/request-row'
import { sourceNamed } from '@/lib/takedowns/suppress'
import { REASON } from './reverse'

export type EndedRules = { ended: number; stays: number }

type Rule = { id: string; kind: SuppressionKind; hmac: string; category: string; entryId: string }

/**
 * Ends the standing rules that were made for what a request does not ask for any more. One that another request named too, or that
 * the decision on another case rests on, stays. After the decisions were reversed: theirs end with them.
 */
export async function endRulesOf(
  tx: Tx,
  actor: Actor,
  request: LockedRequest,
  { gone, left }: { gone: readonly Target[]; left: readonly Target[] },
): Promise<EndedRules> {
  const spared = fingerprints(request.datasetId, left)
  const wanted = fingerprints(request.datasetId, gone)
  const all = await rulesMadeFor(tx, request)
  const rules = all.filter(
    ({ kind, hmac }) =>
      !spared.has(`${kind} ${hmac}`) && (left.length === 0 || wanted.has(`${kind} ${hmac}`)),
  )
  if (rules.length === 0) return { ended: 0, stays: 0 }
  const others = await namedByOthers(tx, request, rules)
  const policy = await policyInForce(tx, request.datasetId)
  let ended = 0
  for (const { id, kind, hmac, category, entryId } of rules) {
    if (others.has(`${kind} ${hmac}`)) continue
    const made = await recordSourceDecision(tx, actor, request, {
      ...{ policy, category, action: 'keep', reasonCode: REASON.retraction },
      ...{ ruleIds: [id], supersedes: entryId, requestId: request.id },
    })
    if (await endRule(tx, actor, request, id, made)) ended += 1
  }
  return { ended, stays: rules.length - ended }
}

function fingerprints(datasetId: string, targets: readonly Target[]): Set<string> {
  return new Set(
    targets.flatMap((target) => {
      const source = sourceNamed(target)
      return source
        ? [`${source.kind} ${suppressionHmac(datasetId, source.kind, source.value).toString('hex')}`]
        : []
    }),
  )
}

/** In force, and not what the decision in force on some case is about. */
async function rulesMadeFor(tx: Tx, request: LockedRequest): Promise<Rule[]> {
  const rows = await tx.execute<Rule>(sql`
    select r.id, r.kind, encode(r.hmac, 'hex') as hmac, b.category, b.entry_id as "entryId"
    from suppression_rule r join ${sql.raw(BASIS_OF_RULE)} b on true
    where r.dataset_id = ${request.datasetId} and r.request_id = ${request.id} and r.ended_at is null
      and not exists (
        select from review_case c join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
        where d.dataset_id = r.dataset_id and d.scope = 'source' and d.target -> 'ruleIds' ? r.id::text)
    order by r.id`)
  return [...rows]
}

/** Which of these other opt-outs that were followed name too: by an item of theirs, or as a source. */
async function namedByOthers(
  tx: Tx,
  request: LockedRequest,
  rules: readonly Rule[],
): Promise<ReadonlySet<string>> {
  const asked = await tx.execute<{ kind: SuppressionKind; hmac: string }>(sql`
    select distinct a.kind, encode(a.hmac, 'hex') as hmac
    from suppression_asked a join takedown_request r on r.id = a.request_id
    where a.dataset_id = ${request.datasetId} and a.request_id <> ${request.id}
      and r.status::text in ('actioned', 'partially_actioned', 'closed')`)
  const named = await tx.execute<{ kind: SuppressionKind; sealed: Buffer }>(sql`
    select t.kind, t.sealed
    from takedown_target t join takedown_request r on r.id = t.request_id
    where r.dataset_id = ${request.datasetId} and r.id <> ${request.id} and r.kind::text = 'opt_out'
      and r.status::text in ('actioned', 'partially_actioned', 'closed') and t.state in ('kept_out', 'matched')
      and t.kind::text = any (${sql.param([...new Set(rules.map(({ kind }) => kind))])}::text[])`)
  const opened = await openAll(
    tx,
    named.map(({ sealed }) => ({ place: 'takedown_target', sealed })),
  )
  const found = new Set(asked.map(({ kind, hmac }) => `${kind} ${hmac}`))
  for (const [i, { kind }] of named.entries()) {
    const bytes = opened[i]
    const source = bytes ? canonicalSource(kind, value.parse(JSON.parse(bytes.toString('utf8'))).value) : null
    if (source) found.add(`${kind} ${suppressionHmac(request.datasetId, kind, source.value).toString('hex')}`)
  }
  return found
}

const value = z.object({ value: z.string() })
