import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { decisionAction } from '@/db/schema/review'
import type { Actor } from '@/lib/auth/actor'
import { askedOf } from './ask'
import { upholds } from './labels'
import { endRules, type Where } from './rules'

type Action = (typeof decisionAction.enumValues)[number]

/** Whether a decision on a case takes no effect yet: somebody has to agree to it, or to answer, first. */
export async function isWaiting(
  tx: Tx,
  { datasetId, caseId, decisionId }: { datasetId: string; caseId: string; decisionId: string },
): Promise<boolean> {
  const [row] = await tx.execute<{ waits: boolean }>(sql`
    select exists (
      select from decision_waiting w
      where w.dataset_id = ${datasetId} and w.case_id = ${caseId} and w.decision_id = ${decisionId}) as waits`)
  return row?.waits ?? false
}

/**
 * Ends the rules on which the decisions in force on these cases do not rest any more, of those that take effect by now: until then what
 * was decided before holds, with its rules. Called again it does nothing.
 */
export async function endRulesInEffect(
  tx: Tx,
  actor: Actor,
  where: Where,
  caseIds: readonly string[],
): Promise<void> {
  const rows = await tx.execute<{ id: string; action: Action; resting: string[] }>(sql`
    select c.id, d.action, array(
      select jsonb_array_elements_text(case when d.scope = 'source' then d.target -> 'ruleIds' else '[]' end)) as resting
    from review_case c
    join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    where c.dataset_id = ${where.datasetId} and c.id = any (${sql.param([...caseIds])}::uuid[]) and c.status = 'decided'
      and exists (
        select from suppression_rule r join decision o on o.dataset_id = r.dataset_id and o.id = r.decision_id
        where r.dataset_id = c.dataset_id and r.ended_at is null and o.case_id = c.id and o.id <> d.id
          and (o.scope = 'source' or exists (
            select from suppression_asked a where a.dataset_id = c.dataset_id and a.case_id = c.id)))
      and not exists (
        select from decision_waiting w
        where w.dataset_id = c.dataset_id and w.case_id = c.id and w.decision_id = d.id)
    order by c.digest, c.category`)
  for (const { id: caseId, action, resting } of rows) {
    const asked = upholds(action) ? await askedOf(tx, { datasetId: where.datasetId, id: caseId }) : []
    await endRules(tx, actor, where, {
      caseId,
      but: [...resting, ...asked.flatMap(({ ruleId }) => ruleId ?? [])],
    })
  }
}
