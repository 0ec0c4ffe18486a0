import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { decision, occurrence, revisionFile, suppressionRule } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { appendEntry } from '@/lib/log/append'
import { canonicalDomain, canonicalUrl } from './canonical-url'
import { upholds } from './outcome'
import type { Target } from './parse-targets'
import type { LockedRequest } from './request-row'
import { type DecidedMatch, openTarget, targetsOf } from './results'
import { type SuppressionKind, suppressionHmac } from './suppression'

type Source = { kind: SuppressionKind; value: string }

/**
 * Turns an upheld opt-out into standing rules: from now on its sources are left out of every revision, those that do not
 * exist yet included. A target that names a source (id, address, domain) becomes one rule when every item found by it was
 * taken out; otherwise each item taken out makes a rule of its own source.
 */
export async function addRules(
  tx: Tx,
  request: LockedRequest,
  matches: readonly DecidedMatch[],
): Promise<void> {
  for (const { id, sealed } of await targetsOf(tx, request.id)) {
    const target = openTarget(sealed)
    const found = matches.filter((match) => match.targetId === id)
    const upheld = found.filter(({ action }) => action !== null && upholds(action))
    const [first] = upheld
    if (!first) continue
    const named = upheld.length === found.length ? sourceNamed(target) : null
    if (named) await addRule(tx, request, named, first)
    else
      for (const match of upheld)
        await addRule(tx, request, await sourceOf(tx, request.datasetId, target, match), match)
  }
}

/** A decision that keeps the item after all ends the rules it once made. */
export async function endRules(tx: Tx, request: LockedRequest, caseId: string): Promise<void> {
  const made = tx
    .select({ id: decision.id })
    .from(decision)
    .where(and(eq(decision.datasetId, request.datasetId), eq(decision.caseId, caseId)))
  const ended = await tx
    .update(suppressionRule)
    .set({ endedAt: new Date() })
    .where(
      and(
        eq(suppressionRule.datasetId, request.datasetId),
        isNull(suppressionRule.endedAt),
        inArray(suppressionRule.decisionId, made),
      ),
    )
    .returning({ id: suppressionRule.id, kind: suppressionRule.kind, decisionId: suppressionRule.decisionId })
  for (const rule of ended) await logRule(tx, request, 'ended', rule)
}

async function addRule(
  tx: Tx,
  request: LockedRequest,
  { kind, value }: Source,
  made: DecidedMatch,
): Promise<void> {
  if (!made.decisionId) return
  const rule = { id: randomUUID(), kind, decisionId: made.decisionId }
  const hmac = suppressionHmac(request.datasetId, kind, value)
  const [standing] = await tx
    .select({ id: suppressionRule.id })
    .from(suppressionRule)
    .where(
      and(
        eq(suppressionRule.datasetId, request.datasetId),
        eq(suppressionRule.kind, kind),
        eq(suppressionRule.hmac, hmac),
        isNull(suppressionRule.endedAt),
      ),
    )
  if (standing) return
  const entryId = await logRule(tx, request, 'added', rule)
  await tx
    .insert(suppressionRule)
    .values({ ...rule, datasetId: request.datasetId, hmac, requestId: request.id, entryId })
}

async function logRule(
  tx: Tx,
  { datasetId, slug }: LockedRequest,
  change: 'added' | 'ended',
  { id, kind, decisionId }: { id: string; kind: SuppressionKind; decisionId: string },
): Promise<string> {
  const [made] = await tx
    .select({ entryId: decision.entryId })
    .from(decision)
    .where(and(eq(decision.datasetId, datasetId), eq(decision.id, decisionId)))
  if (!made) throw new Error('a rule without the decision that made it')
  const { entryId } = await appendEntry(tx, system('takedown'), {
    type: 'suppression',
    public: { dataset: slug },
    private: { change, rule: id, kind, decision: made.entryId },
  })
  return entryId
}

function sourceNamed(target: Target): Source | null {
  if (target.kind === 'source_id') return target
  if (target.kind === 'url') return named('url', canonicalUrl(target.value))
  if (target.kind === 'domain') return named('domain', canonicalDomain(target.value))
  return null
}

const named = (kind: SuppressionKind, value: string | null): Source | null =>
  value === null ? null : { kind, value }

/**
 * Where an item comes from. Of a row: that row's source. Of a text: its source when it has only one ("Thanks!" occurs ten
 * thousand times, and one author's opt-out is not the others'); else the text itself, as the decision has it.
 */
async function sourceOf(
  tx: Tx,
  datasetId: string,
  target: Target,
  { digest }: DecidedMatch,
): Promise<Source> {
  const rows = await tx
    .selectDistinct({ sourceId: occurrence.sourceId, url: occurrence.url })
    .from(occurrence)
    .innerJoin(
      revisionFile,
      and(
        eq(revisionFile.datasetId, occurrence.datasetId),
        eq(revisionFile.revisionId, occurrence.revisionId),
        eq(revisionFile.ordinal, occurrence.ordinal),
      ),
    )
    .where(and(eq(occurrence.datasetId, datasetId), eq(occurrence.digest, digest), rowOf(target)))
    .limit(2)
  const only = rows.length === 1 ? rows[0] : undefined
  const url = only?.url ? canonicalUrl(only.url) : null
  if (only?.sourceId) return { kind: 'source_id', value: only.sourceId }
  return url ? { kind: 'url', value: url } : { kind: 'digest', value: digest.toString('hex') }
}

function rowOf(target: Target) {
  if (target.kind !== 'row') return undefined
  const row = eq(occurrence.row, target.row)
  const ending = `/${target.file}`
  const file = sql`(${revisionFile.path} = ${target.file} or right(${revisionFile.path}, ${ending.length}) = ${ending})`
  return target.file === null ? row : and(row, file)
}
