import 'server-only'
import { createHash } from 'node:crypto'
import { DuckDBBlobValue } from '@duckdb/node-api'
import { sql } from 'drizzle-orm'
import { transact } from '@/db/client'
import { bigintArray, byteaArray, inBatches, textArray } from '@/lib/datasets/arrays'
import { openDuck } from '@/lib/datasets/duck'
import { BASIS_OF_RULE } from '@/lib/suppression/basis'
import type { SuppressionKind } from '@/lib/suppression/labels'
import { suppression } from '@/lib/suppression/match'
import type postgres from 'postgres'
import type { Frozen } from './frozen'
import { indexTable } from '@/lib/datasets/index-files'
import { TOLD_CATEGORY } from './told-category'

type Rule = {
  id: string
  kind: SuppressionKind
  hmac: Buffer
  category: string
  reasonCode: string
  action: 'remove' | 'restrict'
  decisionId: string
  entryId: string
}
type Match = RowUnderRule<Rule>

/** A row of a revision, and a rule that it falls under. */
export type RowUnderRule<R> = { ordinal: number; row: number; digest: Buffer; rule: R }

/**
 * Finds the rows that fall under the standing exclusions frozen with a release and records each as an effect of that row alone: one
 * author's opt-out does not take the same words away from others. Found again after a crash, the same rows are the same effects.
 */
export async function matchRules(
  db: postgres.Sql,
  frozen: Frozen,
  segments: readonly string[],
): Promise<number> {
  const rules = await rulesOf(db, frozen)
  if (rules.length === 0) return 0
  let matched = 0
  for await (const matches of rowsUnder(frozen.datasetId, rules, segments)) {
    await inBatches(matches, (slice) => record(frozen, slice))
    matched += matches.length
  }
  return matched
}

async function rulesOf(db: postgres.Sql, { datasetId, releaseId }: Frozen): Promise<Rule[]> {
  return db<Rule[]>`
    select r.id, r.kind, r.hmac, ${db.unsafe(TOLD_CATEGORY)} as category, d.reason_code as "reasonCode", d.action, d.id as "decisionId", d.entry_id as "entryId"
    from release_rule f
    join suppression_rule r on r.id = f.rule_id
    join ${db.unsafe(BASIS_OF_RULE)} d on true
    where f.dataset_id = ${datasetId} and f.release_id = ${releaseId}
    order by r.id`
}

/**
 * The rows of a revision, by its index segments, that fall under rules. What a rule can be about decides what is read: without rules
 * about addresses, rows without an id are passed over.
 */
export async function* rowsUnder<R extends { id: string; kind: SuppressionKind; hmac: Uint8Array }>(
  datasetId: string,
  rules: readonly R[],
  segments: readonly string[],
): AsyncGenerator<RowUnderRule<R>[]> {
  if (rules.length === 0) return
  const standing = suppression(datasetId, rules)
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  using database = await openDuck()
  const kinds = new Set(rules.map(({ kind }) => kind))
  const wanted = [
    ...(kinds.has('digest') ? ['true'] : []),
    ...(kinds.has('source_id') ? ['source_id IS NOT NULL'] : []),
    ...(kinds.has('url') || kinds.has('domain') || kinds.has('host') || kinds.has('prefix')
      ? ['url IS NOT NULL']
      : []),
    ...(kinds.has('author') ? ['author IS NOT NULL'] : []),
  ]
  const result = await database.duck.stream(
    `SELECT ordinal, "row", digest, source_id, url, author FROM ${indexTable(segments)} WHERE ${wanted.join(' OR ')}`,
  )
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return
    const matches = chunk.getRows().flatMap(([ordinal, row, digest, sourceId, url, author]) => {
      if (!(digest instanceof DuckDBBlobValue)) throw new TypeError('an index row without a digest')
      const source = {
        digest: digest.bytes,
        sourceId: textOrNull(sourceId),
        url: textOrNull(url),
        author: textOrNull(author),
      }
      return standing.rulesFor(source).flatMap((id) => {
        const rule = byId.get(id)
        return rule
          ? [{ ordinal: Number(ordinal), row: Number(row), digest: Buffer.from(digest.bytes), rule }]
          : []
      })
    })
    if (matches.length > 0) yield matches
  }
}

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null)

async function record({ datasetId, releaseId }: Frozen, matches: readonly Match[]): Promise<void> {
  const reasons = matches.map(({ rule: { category, reasonCode, decisionId, entryId } }) =>
    JSON.stringify([{ category, reasonCode, decisionId, entryId }]),
  )
  await transact((tx) =>
    tx.execute(sql`
      insert into release_effect (dataset_id, release_id, id, digest, ordinal, row, action, spans, reasons)
      select ${datasetId}, ${releaseId}, id::uuid, digest, ordinal::integer, row, action::decision_action, '[]', reasons::jsonb
      from unnest(
        ${textArray(matches.map((match) => effectId(releaseId, match)))}, ${byteaArray(matches.map(({ digest }) => digest))},
        ${bigintArray(matches.map(({ ordinal }) => ordinal))}, ${bigintArray(matches.map(({ row }) => row))},
        ${textArray(matches.map(({ rule }) => rule.action))}, ${textArray(reasons)}) as matched (id, digest, ordinal, row, action, reasons)
      on conflict do nothing`),
  )
}

/** The same match has the same id, which makes recording it twice do nothing. A version 8 UUID (RFC 9562 §5.8). */
function effectId(releaseId: string, { rule, ordinal, row }: Match): string {
  const hex = createHash('sha256').update(`${releaseId}\n${rule.id}\n${ordinal}\n${row}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
