import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { complaint } from '@/db/schema'
import type { KeptOut } from '@/db/schema/complaints'
import { BASIS_OF_RULE } from '@/lib/suppression/basis'
import type { SuppressionKind } from '@/lib/suppression/labels'
import { type SourceRow, suppression } from '@/lib/suppression/match'
import { casesThatRemoved, inHex, namedRows } from './removed-items'

/** What somebody names: texts by their digest, and the rows of the newest revision that they point at. */
export type Named = { digests: readonly string[]; rows: readonly SourceRow[] }

/**
 * Notes what a complaint names and only rules keep out, by the rules of this moment; what was noted before of other texts stays, and is free once
 * its rules have ended. `anew`: in place of all that it named before.
 */
export async function noteKeptOut(
  tx: Tx,
  { id, datasetId }: { id: string; datasetId: string },
  named: Named,
  { anew = false } = {},
): Promise<void> {
  const found = await keptOutByRules(tx, datasetId, named)
  const which = and(eq(complaint.requestId, id), isNull(complaint.heardBy))
  const [before] = await tx.select({ keptOut: complaint.keptOut }).from(complaint).where(which)
  if (!before || (found.length === 0 && !anew)) return
  await tx
    .update(complaint)
    .set({ keptOut: withNow(anew ? [] : before.keptOut, found) })
    .where(which)
}

/** What was noted before, and of each text that was found now what was found. */
export const withNow = (before: readonly KeptOut[], found: readonly KeptOut[]): KeptOut[] => [
  ...before.filter(({ digest }) => found.every((one) => one.digest !== digest)),
  ...found,
]

/** A rule that was made since a complaint was filed keeps out what it names as well as one that was there. */
export async function noteRulesNow(
  tx: Tx,
  request: { id: string; datasetId: string },
  digests: readonly string[],
): Promise<void> {
  await noteKeptOut(tx, request, await namedNow(tx, request, digests))
}

/** These texts, and the rows of them that it points at in the newest revision. */
export async function namedNow(
  on: Db | Tx,
  request: { id: string; datasetId: string },
  digests: readonly string[],
): Promise<Named> {
  const named = new Set(digests)
  const rows = await namedRows(on, request)
  return { digests, rows: rows.filter(({ digest }) => named.has(inHex(digest))) }
}

/**
 * Of each text that is named and that no decision took out, the rules in force that keep it out by where it comes from: of a row of the
 * newest revision those it falls under, of words those that an import found them under. Nothing of what is restricted.
 */
export async function keptOutByRules(
  on: Db | Tx,
  datasetId: string,
  { digests, rows }: Named,
): Promise<KeptOut[]> {
  const rules = await on.execute<{ id: string; kind: SuppressionKind; hmac: string }>(sql`
    select r.id, r.kind, encode(r.hmac, 'hex') as hmac from suppression_rule r
    join ${sql.raw(BASIS_OF_RULE)} b on true
    join category k on k.id = b.category and k.restricted = 0
    where r.dataset_id = ${datasetId} and r.ended_at is null order by r.id`)
  if (rules.length === 0 || digests.length === 0) return []
  const { rulesFor } = suppression(
    datasetId,
    rules.map(({ hmac, ...rule }) => ({ ...rule, hmac: Buffer.from(hmac, 'hex') })),
  )
  const found = new Map<string, Set<string>>()
  const add = (digest: string, rule: string) => found.set(digest, (found.get(digest) ?? new Set()).add(rule))
  for (const row of rows) for (const rule of rulesFor(row)) add(inHex(row.digest), rule)
  const listed = new Set(rows.map(({ digest }) => inHex(digest)))
  for (const { digest, rule } of await flaggedBy(on, datasetId, digests))
    if (!listed.has(digest) && rules.some(({ id }) => id === rule)) add(digest, rule)
  for (const digest of await textsOf(on, datasetId, await casesThatRemoved(on, datasetId, digests)))
    found.delete(digest)
  return [...found].map(([digest, under]) => ({ digest, rules: [...under].sort() }))
}

const flaggedBy = (on: Db | Tx, datasetId: string, digests: readonly string[]) =>
  on.execute<{ digest: string; rule: string }>(sql`
    select encode(f.digest, 'hex') as digest, substr(f.detector, 6) as rule from flag f
    where f.dataset_id = ${datasetId} and f.source = 'takedown' and f.detector like 'rule:%' and f.digest in (
      select decode(asked, 'hex') from unnest(${sql.param([...digests])}::text[]) as asked)`)

async function textsOf(on: Db | Tx, datasetId: string, caseIds: readonly string[]): Promise<string[]> {
  const rows = await on.execute<{ digest: string }>(sql`
    select distinct encode(digest, 'hex') as digest from review_case
    where dataset_id = ${datasetId} and id = any (${sql.param([...caseIds])}::uuid[])`)
  return rows.map(({ digest }) => digest)
}

/** How many texts that a complaint names are kept out by rules, and how many were when it came and are not any more. */
export async function stillKeptOut(
  on: Db | Tx,
  requestId: string,
): Promise<{ keptOut: number; freed: number }> {
  const [row] = await on.execute<{ keptOut: number; freed: number }>(sql`
    select count(*) filter (where t.holds)::int as "keptOut", count(*) filter (where not t.holds)::int as freed
    from complaint k, lateral (
      select exists (
        select from suppression_rule r
        where r.dataset_id = k.dataset_id and r.ended_at is null and one.text -> 'rules' ? r.id::text) as holds
      from jsonb_array_elements(k.kept_out) as one (text)
      where not exists (
        select from review_case c
        where c.dataset_id = k.dataset_id and c.id = any (k.case_ids) and encode(c.digest, 'hex') = one.text ->> 'digest')) t
    where k.request_id = ${requestId}`)
  return row ?? { keptOut: 0, freed: 0 }
}
