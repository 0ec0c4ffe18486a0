import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { holdsIn, rulesInEffect } from '@/lib/datasets/holds-in'
import { BASIS_OF_RULE } from '@/lib/suppression/basis'
import type { SuppressionKind } from '@/lib/suppression/labels'
import type { PendingHead } from './head'

/** A decision for a request that a release does not carry out yet: about a text, or about one row. */
export type PendingItem = { digest: string; ordinal: number | null; row: number | null; restricted: boolean }
export type PendingRule = { id: string; kind: SuppressionKind; hmac: Buffer; restricted: boolean }

/**
 * Of a request that was taken back or refused before its answer, what was decided while it asked: that decision stays, and so the next
 * release carries it out. An answer that was taken back has changed its decisions; what still holds rests on somebody or something else.
 */
const ASKED = sql`(q.status not in ('email_unverified', 'expired', 'withdrawn', 'rejected') or d.created_at >= m.created_at)`

/**
 * What was decided for requests, and so under a clock, and is not in a release. What else was decided is not among it, so that a row
 * of a restricted kind is like any row that a release takes out and that no list named before.
 */
export function itemsDecided({
  datasetId,
  releaseId,
  revisionId,
  profile,
}: PendingHead): Promise<PendingItem[]> {
  return db()
    .execute<PendingItem>(
      sql`
    select encode(d.digest, 'hex') as digest, f.ordinal,
      case when f.ordinal is not null then (d.target ->> 'row')::float8 end as row,
      bool_and(qc.restricted = 1 or dc.restricted = 1) as restricted
    from takedown_match m
    join takedown_request q on q.id = m.request_id
    join category qc on qc.id = q.category
    join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
    join decision_in_effect i on i.dataset_id = c.dataset_id and i.case_id = c.id
    join decision d on d.dataset_id = i.dataset_id and d.id = i.decision_id
    join category dc on dc.id = d.category
    left join revision_file then_file
      on d.scope = 'occurrence' and then_file.dataset_id = d.dataset_id
      and then_file.revision_id = (d.target ->> 'revisionId')::uuid
      and then_file.ordinal = (d.target ->> 'ordinal')::integer
    left join revision_file f
      on f.dataset_id = d.dataset_id and f.revision_id = ${revisionId} and f.sha256 = then_file.sha256
    where m.dataset_id = ${datasetId} and d.action in ('remove', 'restrict', 'redact') and d.scope <> 'source'
      and ${holdsIn(profile)} and ${ASKED}
      and not exists (
        select from release_effect e
        where e.dataset_id = ${datasetId} and e.release_id = ${releaseId} and e.digest = d.digest
          and e.reasons -> 0 ->> 'decisionId' = d.id::text)
    group by 1, 2, 3`,
    )
    .then((rows) => [...rows])
}

/**
 * Standing rules that were made for requests, or that the decision on a case of one rests on, and that a release did not know. Whether the
 * first who asked still asks says nothing: a rule that nobody asks for is ended. What one asker may not tell, another may have made public.
 */
export async function rulesDecided({ datasetId, releaseId, profile }: PendingHead): Promise<PendingRule[]> {
  const rows = await db().execute<{
    id: string
    kind: SuppressionKind
    hmac: string
    restricted: boolean
  }>(sql`
    with asked as materialized (
      select rule::uuid as id, bool_or(ac.restricted = 0 and dc.restricted = 0) as told
      from takedown_match m
      join takedown_request q on q.id = m.request_id
      join category ac on ac.id = q.category
      join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
      join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
      join category dc on dc.id = d.category
      cross join jsonb_array_elements_text(case when d.scope = 'source' then d.target -> 'ruleIds' else '[]' end) as t (rule)
      where m.dataset_id = ${datasetId} and d.action <> 'keep' and ${ASKED}
      group by 1)
    select r.id, r.kind, encode(r.hmac, 'hex') as hmac,
      coalesce(bc.restricted = 1 or qc.restricted = 1, true) and not coalesce(a.told, false) as restricted
    from suppression_rule r
    join ${sql.raw(BASIS_OF_RULE)} b on true
    join category bc on bc.id = b.category
    left join takedown_request q on q.id = r.request_id
    left join category qc on qc.id = q.category
    left join asked a on a.id = r.id
    where ${rulesInEffect(datasetId, profile)}
      and (r.request_id is not null or a.told is not null)
      and not exists (
        select from release_rule f
        where f.dataset_id = ${datasetId} and f.release_id = ${releaseId} and f.rule_id = r.id)`)
  return rows.map(({ hmac, ...rule }) => ({ ...rule, hmac: Buffer.from(hmac, 'hex') }))
}
