import 'server-only'
import { and, eq, isNotNull, isNull, or } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { suppressionAsked, suppressionRule } from '@/db/schema'
import type { SuppressionKind } from './labels'
import { suppressionHmac } from './match'
import type { Source } from './sources'

/** Notes what somebody asked to leave out, of the item of this case. Noted again it is the same. */
export async function askFor(
  tx: Tx,
  { datasetId, caseId, requestId }: { datasetId: string; caseId: string; requestId: string | null },
  sources: readonly Source[],
): Promise<void> {
  if (sources.length === 0) return
  await tx
    .insert(suppressionAsked)
    .values(
      sources.map(({ kind, value }) => ({
        datasetId,
        caseId,
        requestId,
        kind,
        hmac: suppressionHmac(datasetId, kind, value),
      })),
    )
    .onConflictDoNothing()
}

/** A source that was asked for. `ruleId`: the rule in force that leaves it out already. */
export type Asked = {
  kind: SuppressionKind
  hmac: Buffer
  requestId: string | null
  ruleId: string | null
  /** Where that rule holds; null = everywhere. */
  territories: string[] | null
}

/**
 * What was asked for about the item of a case; nothing for most cases. What a rule asked for that has been ended since nobody asks
 * for any more.
 */
export function askedOf(
  on: Db | Tx,
  { datasetId, id }: { datasetId: string; id: string },
): Promise<readonly Asked[]> {
  return on
    .select({
      kind: suppressionAsked.kind,
      hmac: suppressionAsked.hmac,
      requestId: suppressionAsked.requestId,
      ruleId: suppressionRule.id,
      territories: suppressionRule.territories,
    })
    .from(suppressionAsked)
    .leftJoin(
      suppressionRule,
      and(
        eq(suppressionRule.datasetId, suppressionAsked.datasetId),
        eq(suppressionRule.kind, suppressionAsked.kind),
        eq(suppressionRule.hmac, suppressionAsked.hmac),
        isNull(suppressionRule.endedAt),
      ),
    )
    .where(
      and(
        eq(suppressionAsked.datasetId, datasetId),
        eq(suppressionAsked.caseId, id),
        or(isNotNull(suppressionAsked.requestId), isNotNull(suppressionRule.id)),
      ),
    )
    .orderBy(suppressionAsked.kind, suppressionAsked.hmac)
}

/** A source that somebody names (a request, when it has an id), with the rule in force about it. */
export async function lookUp(
  on: Db | Tx,
  { datasetId, id }: { datasetId: string; id: string | null },
  { kind, value }: Source,
): Promise<Asked> {
  const hmac = suppressionHmac(datasetId, kind, value)
  const [standing] = await on
    .select({ id: suppressionRule.id, territories: suppressionRule.territories })
    .from(suppressionRule)
    .where(
      and(
        eq(suppressionRule.datasetId, datasetId),
        eq(suppressionRule.kind, kind),
        eq(suppressionRule.hmac, hmac),
        isNull(suppressionRule.endedAt),
      ),
    )
  const { id: ruleId = null, territories = null } = standing ?? {}
  return { kind, hmac, requestId: id, ruleId, territories }
}

/** Whether everything that was asked for is a source, and none the text itself. */
export const isOfSources = (asked: readonly Asked[]): boolean =>
  asked.length > 0 && asked.every(({ kind }) => kind !== 'digest')
