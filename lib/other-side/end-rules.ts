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
import { type Because, REASON } from './reverse'
import { upheld } from './upheld'

export type EndedRules = { ended: number; stays: number }

type Rule = {
  id: string
  kind: SuppressionKind
  hmac: string
  category: string
  entryId: string
  own: boolean
}

export type Fallen = {
  because: Because
  /** What the request does not ask for any more, and what it still asks for. */
  gone: readonly Target[]
  left: readonly Target[]
  /** All of it: also rules of sources that it does not name itself. */
  whole: boolean
  /** These in any case. */
  ruleIds?: readonly string[]
  /** These in no case: a court keeps down what they keep out. */
  inCourt?: readonly string[]
}

/**
 * Ends the standing rules that rest on what a request does not ask for any more, whoever of several asked first. One that another request
 * which was followed names too, or that the decision on another case rests on, stays. After the decisions were reversed: theirs end
 * with them.
 */
export async function endRulesOf(
  tx: Tx,
  actor: Actor,
  request: LockedRequest,
  { because, gone, left, whole, ruleIds = [], inCourt = [] }: Fallen,
): Promise<EndedRules> {
  const spared = fingerprints(request.datasetId, left)
  const wanted = fingerprints(request.datasetId, gone)
  const rules = (await rulesMadeForRequests(tx, request)).filter(
    ({ id, own, ...rule }) =>
      !inCourt.includes(id) &&
      (ruleIds.includes(id) || (!spared.has(nameOf(rule)) && (wanted.has(nameOf(rule)) || (whole && own)))),
  )
  if (rules.length === 0) return { ended: 0, stays: 0 }
  const others = await namedByOthers(tx, request, rules)
  const policy = await policyInForce(tx, request.datasetId)
  let ended = 0
  for (const rule of rules) {
    if (others.has(nameOf(rule))) continue
    const made = await recordSourceDecision(tx, actor, request, {
      ...{ policy, category: rule.category, action: 'keep', reasonCode: REASON[because] },
      ...{ ruleIds: [rule.id], supersedes: rule.entryId, requestId: request.id },
    })
    if (await endRule(tx, actor, request, rule.id, made)) ended += 1
  }
  return { ended, stays: rules.length - ended }
}

const nameOf = ({ kind, hmac }: Pick<Rule, 'kind' | 'hmac'>): string => `${kind} ${hmac}`

function fingerprints(datasetId: string, targets: readonly Target[]): Set<string> {
  return new Set(
    targets.flatMap((target) => {
      const source = sourceNamed(target)
      return source ? [nameOf({ kind: source.kind, hmac: hmacOf(datasetId, source) })] : []
    }),
  )
}

const hmacOf = (datasetId: string, { kind, value }: { kind: SuppressionKind; value: string }): string =>
  suppressionHmac(datasetId, kind, value).toString('hex')

/**
 * In force, made because this request asked or one that asks no more, and not what the decision in force on some case is about. What another
 * one made that still stands is its own, also when nobody can read any more what it named.
 */
async function rulesMadeForRequests(tx: Tx, request: LockedRequest): Promise<Rule[]> {
  const rows = await tx.execute<Rule>(sql`
    select r.id, r.kind, encode(r.hmac, 'hex') as hmac, b.category, b.entry_id as "entryId", r.request_id = ${request.id} as own
    from suppression_rule r join ${sql.raw(BASIS_OF_RULE)} b on true
    where r.dataset_id = ${request.datasetId} and r.request_id is not null and r.ended_at is null
      and (r.request_id = ${request.id} or not exists (
        select from takedown_request q where q.id = r.request_id and (${upheld('q')}) and not (
          exists (select from takedown_retraction x where x.request_id = q.id)
          and exists (select from takedown_contact k where k.request_id = q.id))))
      and not exists (
        select from review_case c join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
        where d.dataset_id = r.dataset_id and d.scope = 'source' and d.target -> 'ruleIds' ? r.id::text)
    order by r.id`)
  return [...rows]
}

/**
 * Which of these rest on other requests that were followed too: by an item of theirs that is out, or as a source that an opt-out names or a
 * lead widened a request by, when all that was found of it is out (as `addNamedRules` makes them).
 */
async function namedByOthers(
  tx: Tx,
  request: LockedRequest,
  rules: readonly Rule[],
): Promise<ReadonlySet<string>> {
  const out = sql`d.action in ('remove', 'restrict')`
  const asked = await tx.execute<{ kind: SuppressionKind; hmac: string }>(sql`
    select distinct a.kind, encode(a.hmac, 'hex') as hmac
    from suppression_asked a
    join takedown_request r on r.id = a.request_id
    join review_case c on c.dataset_id = a.dataset_id and c.id = a.case_id
    join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    where a.dataset_id = ${request.datasetId} and a.request_id <> ${request.id} and (${upheld('r')}) and ${out}`)
  const named = await tx.execute<{ kind: SuppressionKind; sealed: Buffer }>(sql`
    select t.kind, t.sealed
    from takedown_target t join takedown_request r on r.id = t.request_id
    left join lateral (
      select count(*) as n, count(*) filter (where ${out} and x.digest is null and not exists (
          select from counter_notice k where k.of_request_id = r.id and k.state = 'restored' and c.id = any (k.case_ids))) as out
      from takedown_match m
      join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
      left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
      left join retracted_match x
        on x.dataset_id = m.dataset_id and x.request_id = m.request_id and x.target_id = m.target_id and x.digest = m.digest
      where m.dataset_id = ${request.datasetId} and m.request_id = r.id and m.target_id = t.id) f on true
    where r.dataset_id = ${request.datasetId} and r.id <> ${request.id} and (r.kind::text = 'opt_out' or t.added_by is not null)
      and (${upheld('r')}) and (t.state = 'kept_out' or t.state = 'matched' and f.n > 0 and f.out = f.n)
      and t.kind::text = any (${sql.param([...new Set(rules.map(({ kind }) => kind))])}::text[])`)
  const opened = await openAll(
    tx,
    named.map(({ sealed }) => ({ place: 'takedown_target', sealed })),
  )
  const found = new Set(asked.map(nameOf))
  for (const [i, { kind }] of named.entries()) {
    const bytes = opened[i]
    const source = bytes ? canonicalSource(kind, value.parse(JSON.parse(bytes.toString('utf8'))).value) : null
    if (source) found.add(nameOf({ kind, hmac: hmacOf(request.datasetId, source) }))
  }
  return found
}

const value = z.object({ value: z.string() })
