import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { decisionScope } from '@/db/schema/review'
import type { Action, CaseStage, CaseStatus, Decidable } from './status'

type DecisionScope = (typeof decisionScope.enumValues)[number]

/** A case as the verbs see it, with the decision in force. */
export type LockedCase = Decidable & {
  id: string
  slug: string
  digest: Buffer
  category: string
  /** Of the category itself, not of the item. */
  categoryRestricted: boolean
  status: CaseStatus
  round: number
  queueId: string | null
  quorum: number
  slots: number
  leadNeeded: boolean
  /** What its reviewers may choose; null = whatever the reason allows. */
  actions: readonly Action[] | null
  stage: CaseStage
  appealed: boolean
  /** Slots with a vote or a live claim, and those kept for leads. */
  taken: number
  reserved: number
  takedowns: number
  inForce: { id: string; entryId: string; action: Action; scope: DecisionScope } | null
}

/**
 * Locks the case, and with it every case of the same item in category order: two decisions on one item follow each other,
 * and nobody who locks more than one case waits in a circle. Null when there is no such case.
 */
export async function lockCase(tx: Tx, datasetId: string, caseId: string): Promise<LockedCase | null> {
  await tx.execute(sql`
    select id from review_case
    where dataset_id = ${datasetId}
      and digest = (select digest from review_case where dataset_id = ${datasetId} and id = ${caseId})
    order by category for update`)
  // A statement of its own: under READ COMMITTED it sees what the holder of the lock committed.
  const [row] = await tx.execute<Row>(sql`
    select c.id, c.dataset_id, s.slug, encode(c.digest, 'hex') as digest, c.category, k.restricted as category_restricted,
           c.restricted, c.status, c.round, c.queue_id, c.quorum, c.slots, c.lead_needed, c.actions, c.stage, c.appealed, c.taken,
           c.reserved, c.takedowns,
           d.id as decision_id, d.entry_id, d.action, d.scope, d.created_at, ${decider('d')} as by
    from review_case c
    join dataset s on s.id = c.dataset_id
    join category k on k.id = c.category
    left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    where c.dataset_id = ${datasetId} and c.id = ${caseId}`)
  return row ? lockedCase(row) : null
}

/** The pseudonym behind `member:<uuid>`, or what else decided, of the decision, or appeal, with this alias. */
export const decider = (alias: 'd' | 'a') => sql`coalesce(
  (select p.pseudonym from person p
   where p.id = case when ${sql.identifier(alias)}.actor like 'member:%' then substring(${sql.identifier(alias)}.actor from 8)::uuid end),
  split_part(${sql.identifier(alias)}.actor, ':', 2))`

type Row = {
  id: string
  dataset_id: string
  slug: string
  digest: string
  category: string
  category_restricted: number
  restricted: boolean
  status: CaseStatus
  round: number
  queue_id: string | null
  quorum: number
  slots: number
  lead_needed: boolean
  actions: Action[] | null
  stage: CaseStage
  appealed: boolean
  taken: number
  reserved: number
  takedowns: number
  decision_id: string | null
  entry_id: string | null
  action: Action | null
  scope: DecisionScope | null
  created_at: Date | string | null
  by: string | null
}

function lockedCase(row: Row): LockedCase {
  const { decision_id: id, entry_id: entryId, action, scope, created_at: at, by } = row
  return {
    id: row.id,
    datasetId: row.dataset_id,
    slug: row.slug,
    digest: Buffer.from(row.digest, 'hex'),
    category: row.category,
    categoryRestricted: row.category_restricted === 1,
    restricted: row.restricted,
    status: row.status,
    round: row.round,
    queueId: row.queue_id,
    quorum: row.quorum,
    slots: row.slots,
    leadNeeded: row.lead_needed,
    actions: row.actions,
    stage: row.stage,
    appealed: row.appealed,
    taken: row.taken,
    reserved: row.reserved,
    takedowns: row.takedowns,
    inForce: id && entryId && action && scope ? { id, entryId, action, scope } : null,
    decided: action && at && by ? { action, at: new Date(at), by } : undefined,
  }
}
