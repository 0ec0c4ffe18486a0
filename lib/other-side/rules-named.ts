import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { complaint } from '@/db/schema'
import type { KeptOut } from '@/db/schema/complaints'
import { type Actor, actorRef } from '@/lib/auth/actor'
import { BASIS_OF_RULE } from '@/lib/suppression/basis'
import type { SuppressionKind } from '@/lib/suppression/labels'
import { keptOutByRules, namedNow, withNow } from './kept-out'

/** A standing rule that keeps out what a complaint names. `own`: who looks made it. */
export type RuleNamed = { id: string; kind: SuppressionKind; category: string; own: boolean }

/** The rules in force of those that were noted of a complaint. `own`: this actor made it. */
export async function rulesNoted(on: Db | Tx, actor: Actor, requestId: string): Promise<RuleNamed[]> {
  const [row] = await on
    .select({ datasetId: complaint.datasetId, keptOut: complaint.keptOut })
    .from(complaint)
    .where(eq(complaint.requestId, requestId))
  return row ? inForce(on, actor, row.datasetId, idsOf(row.keptOut)) : []
}

type Filed = Pick<typeof complaint.$inferSelect, 'requestId' | 'datasetId' | 'digests' | 'keptOut'>

/**
 * The rules in force at this moment that keep out what a complaint names, whenever they were made: hearing it would note them. Where no rule
 * is in force but those that were noted, no index has to be read for it.
 */
export async function rulesNow(
  on: Db | Tx,
  actor: Actor,
  { requestId: id, datasetId, digests, keptOut }: Filed,
): Promise<RuleNamed[]> {
  const noted = idsOf(keptOut)
  const [row] = await on.execute<{ others: boolean }>(sql`
    select exists (
      select from suppression_rule r
      where r.dataset_id = ${datasetId} and r.ended_at is null and r.id <> all (${sql.param(noted)}::uuid[])) as others`)
  if (!row?.others) return inForce(on, actor, datasetId, noted)
  const found = await keptOutByRules(on, datasetId, await namedNow(on, { id, datasetId }, digests))
  return inForce(on, actor, datasetId, idsOf(withNow(keptOut, found)))
}

const idsOf = (keptOut: readonly KeptOut[]): string[] => [...new Set(keptOut.flatMap(({ rules }) => rules))]

async function inForce(
  on: Db | Tx,
  actor: Actor,
  datasetId: string,
  ids: readonly string[],
): Promise<RuleNamed[]> {
  const rows = await on.execute<RuleNamed>(sql`
    select r.id, r.kind, b.category, b.actor = ${actorRef(actor)} as own from suppression_rule r
    join ${sql.raw(BASIS_OF_RULE)} b on true
    where r.dataset_id = ${datasetId} and r.ended_at is null and r.id = any (${sql.param([...ids])}::uuid[])
    order by r.created_at, r.id`)
  return [...rows]
}
