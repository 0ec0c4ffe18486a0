import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { revision } from '@/db/schema'
import { holdsIn, rulesInEffect } from '@/lib/datasets/holds-in'
import { hiddenUndecided } from './hidden'
import type { Change } from '@/lib/release-format/semver'

export type Since = {
  datasetId: string
  profile: string
  /** The revision that would be published. */
  revisionId: string | null
  head: { id: string; revisionId: string } | undefined
}

/**
 * How a release made now would differ from the head: by the decisions and rules in force, and by its base. The same outcome may rest
 * on another decision: a removal that was confirmed takes nothing more away.
 */
export async function changeSince(
  on: Db | Tx,
  { datasetId, profile, revisionId, head }: Since,
): Promise<Change> {
  if (!head) return { takesAway: false, loses: false, adds: false }
  const now = sql`
    select d.digest, d.action::text, d.spans, d.label
    from decision_in_effect c join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    where c.dataset_id = ${datasetId} and d.action <> 'keep' and d.scope <> 'source'
      and ${holdsIn(profile)}
    union select h.digest, 'remove', '[]'::jsonb, null from (${hiddenUndecided(datasetId)}) h`
  // Rows that a rule matched are not compared: their rules are.
  const then = sql`
    select e.digest, e.action::text, e.spans, e.label from release_effect e
    where e.dataset_id = ${datasetId} and e.release_id = ${head.id}
      and not (e.ordinal is not null and exists (
        select from suppression_rule s
        where s.dataset_id = e.dataset_id and s.decision_id = (e.reasons -> 0 ->> 'decisionId')::uuid))`
  const rulesNow = sql`
    select r.id from suppression_rule r
    where ${rulesInEffect(datasetId, profile)}`
  const rulesThen = sql`select rule_id from release_rule where dataset_id = ${datasetId} and release_id = ${head.id}`
  const [difference] = await on.execute<{ takes_away: boolean; differs: boolean }>(sql`
    select
      exists (select from ((${now}) except (${then})) e where action <> 'label')
        or exists ((${rulesNow}) except (${rulesThen})) as takes_away,
      exists ((${now}) except (${then})) or exists ((${then}) except (${now}))
        or exists ((${rulesThen}) except (${rulesNow})) as differs`)
  const isNewBase = revisionId !== null && revisionId !== head.revisionId
  return {
    takesAway: difference?.takes_away ?? false,
    loses: isNewBase && (await rowsGone(on, datasetId, revisionId)) !== 0,
    adds: isNewBase || (difference?.differs ?? false),
  }
}

/** Counted against the revision just before; null when it was never compared, and then rows may be gone. */
async function rowsGone(on: Db | Tx, datasetId: string, revisionId: string): Promise<number | null> {
  const [base] = await on
    .select({ gone: revision.rowsGone })
    .from(revision)
    .where(and(eq(revision.datasetId, datasetId), eq(revision.id, revisionId)))
  return base?.gone ?? null
}
