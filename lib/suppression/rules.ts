import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { decision, suppressionRule } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { appendEntry, sealedIf } from '@/lib/log/append'
import type { Asked } from './ask'
import type { SuppressionKind } from './labels'

/** The dataset that a rule holds for. `restricted`: the log tells nothing about it. */
export type Where = { datasetId: string; slug: string; restricted: boolean }
/** The decision a rule rests on. `territories`: where it holds; none = everywhere. */
export type Made = { decisionId: string; entryId: string; territories?: readonly string[] | null | undefined }
export type PlannedRule = {
  id: string
  kind: SuppressionKind
  hmac: Buffer
  requestId: string | null
  standing: boolean
  /** Of a standing one: where it holds until now. */
  territories: string[] | null
}

/**
 * The rules that upholding would make of what was asked for, with the ids they will have; the ones in force among them. Whoever
 * plans rules of a dataset waits for the others who do: the same source is never two rules.
 */
export async function planRules(
  tx: Tx,
  datasetId: string,
  read: (tx: Tx) => Promise<readonly Asked[]>,
): Promise<PlannedRule[]> {
  await takeTurns(tx, `suppression/${datasetId}`)
  const asked = await read(tx)
  return asked.map(({ ruleId, ...source }) => ({
    ...source,
    id: ruleId ?? randomUUID(),
    standing: ruleId !== null,
  }))
}

/** Puts planned rules in force: from now on their sources are left out of every revision, of those to come too. */
export async function makeRules(
  tx: Tx,
  actor: Actor,
  where: Where,
  planned: readonly PlannedRule[],
  { decisionId, entryId, territories }: Made,
): Promise<void> {
  const wanted = territories?.length ? [...territories].sort() : null
  for (const { id, kind, hmac, requestId, standing, territories: held } of planned) {
    if (standing && covers(held, wanted)) continue
    const logged = await log(tx, actor, where, { change: 'added', rule: id, kind, decision: entryId })
    if (standing) await widen(tx, id, held, wanted)
    else
      await tx.insert(suppressionRule).values({
        ...{ id, datasetId: where.datasetId, kind, hmac, decisionId, requestId },
        territories: wanted,
        entryId: logged.entryId,
      })
  }
}

/** Whether what holds in some places (`null` = everywhere) holds in all of the others. */
export const covers = (held: readonly string[] | null, wanted: readonly string[] | null): boolean =>
  held === null || (wanted !== null && wanted.every((territory) => held.includes(territory)))

/** One source is one rule: a second decision about it, for other places, makes the rule hold there too. */
async function widen(
  tx: Tx,
  id: string,
  held: readonly string[] | null,
  wanted: readonly string[] | null,
): Promise<void> {
  const territories = held && wanted ? [...new Set([...held, ...wanted])].sort() : null
  await tx.update(suppressionRule).set({ territories }).where(eq(suppressionRule.id, id))
}

/** Ends a rule for itself, by a decision about it. False when it is not in force any more. */
export async function endRule(
  tx: Tx,
  actor: Actor,
  where: Where,
  id: string,
  { decisionId, entryId }: Made,
): Promise<boolean> {
  await takeTurns(tx, where.datasetId)
  const [ended] = await tx
    .update(suppressionRule)
    .set({ endedAt: new Date(), endedBy: decisionId })
    .where(
      and(
        eq(suppressionRule.datasetId, where.datasetId),
        eq(suppressionRule.id, id),
        isNull(suppressionRule.endedAt),
      ),
    )
    .returning({ kind: suppressionRule.kind })
  if (ended) await log(tx, actor, where, { change: 'ended', rule: id, kind: ended.kind, decision: entryId })
  return ended !== undefined
}

/**
 * Ends the rules that decisions on this case made, `but` those that the new one rests on: it was decided otherwise. A rule that
 * another case was decided to rest on stays in force for it.
 */
export async function endRules(
  tx: Tx,
  actor: Actor,
  where: Where,
  { caseId, but }: { caseId: string; but: readonly string[] },
): Promise<void> {
  await takeTurns(tx, where.datasetId)
  const made = await tx
    .select({ id: decision.id, entryId: decision.entryId })
    .from(decision)
    .where(and(eq(decision.datasetId, where.datasetId), eq(decision.caseId, caseId)))
  const entryOf = new Map(made.map(({ id, entryId }) => [id, entryId]))
  const ended = await tx
    .update(suppressionRule)
    .set({ endedAt: new Date() })
    .where(
      and(
        eq(suppressionRule.datasetId, where.datasetId),
        isNull(suppressionRule.endedAt),
        inArray(suppressionRule.decisionId, [...entryOf.keys()]),
        notInArray(suppressionRule.id, [...but]),
        sql`not exists (
          select from review_case c join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
          where d.dataset_id = ${where.datasetId} and d.scope = 'source' and c.id <> ${caseId}
            and d.target -> 'ruleIds' ? ${suppressionRule.id}::text)`,
      ),
    )
    .returning({ id: suppressionRule.id, kind: suppressionRule.kind, decisionId: suppressionRule.decisionId })
  for (const { id, kind, decisionId } of ended) {
    const entryId = entryOf.get(decisionId)
    if (!entryId) throw new Error('a rule without the decision that made it')
    await log(tx, actor, where, { change: 'ended', rule: id, kind, decision: entryId })
  }
}

function log(
  tx: Tx,
  actor: Actor,
  { slug, restricted }: Where,
  change: { change: 'added' | 'ended'; rule: string; kind: SuppressionKind; decision: string },
) {
  const event = { type: 'suppression', public: { dataset: slug }, private: change } as const
  return appendEntry(tx, actor, sealedIf(restricted, event))
}
