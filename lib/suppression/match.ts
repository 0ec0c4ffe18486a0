import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { fingerprint } from '@/lib/crypto/seal'
import { BASIS_OF_RULE } from './basis'
import { canonicalAuthor } from './canonical-author'
import { canonicalUrls, hostOf, hostsOf, prefixesOf } from './canonical-url'
import type { SuppressionKind } from './labels'

/** A row as the index knows it. `digest` as bytes or in hex. */
export type SourceRow = {
  digest: Uint8Array | string
  sourceId: string | null
  url: string | null
  author?: string | null
}

export type Suppression = {
  /** Rules in force. */
  size: number
  /** What a rule's decision was about: `opt_out`, `copyright` … */
  categoryOf: (rule: string) => string | undefined
  /** The rules that a row falls under; most rows fall under none. */
  rulesFor: (row: SourceRow) => string[]
  matches: (row: SourceRow) => boolean
}

/** The standing exclusions of a dataset, to hold rows against: import and publish ask it about every row. */
export async function loadSuppression(on: Db | Tx, datasetId: string): Promise<Suppression> {
  const rules = await on.execute<{ id: string; kind: SuppressionKind; hmac: string; category: string }>(sql`
    select r.id, r.kind, encode(r.hmac, 'hex') as hmac, b.category
    from suppression_rule r join ${sql.raw(BASIS_OF_RULE)} b on true
    where r.dataset_id = ${datasetId} and r.ended_at is null`)
  return suppression(
    datasetId,
    rules.map(({ hmac, ...rule }) => ({ ...rule, hmac: Buffer.from(hmac, 'hex') })),
  )
}

/** The same over rules in hand. */
export function suppression(
  datasetId: string,
  rules: readonly { id: string; kind: SuppressionKind; hmac: Uint8Array; category?: string }[],
): Suppression {
  const byKind = new Map<SuppressionKind, RuleFinder>()
  for (const { id, kind, hmac } of rules) {
    const known = byKind.get(kind) ?? new RuleFinder(datasetId, kind)
    byKind.set(kind, known.add(hmac, id))
  }
  const rulesFor = (row: SourceRow): string[] => {
    if (byKind.size === 0) return []
    // A fingerprint costs microseconds and a revision has millions of rows: only the kinds that have rules are computed.
    return [...byKind].flatMap(([kind, known]) =>
      identifiersOf(row, kind).flatMap((value) => known.ruleFor(value) ?? []),
    )
  }
  const categories = new Map(rules.map(({ id, category }) => [id, category]))
  return {
    size: rules.length,
    categoryOf: (rule) => categories.get(rule),
    rulesFor,
    matches: (row) => rulesFor(row).length > 0,
  }
}

/** Identifiers whose answer is remembered: hosts, paths and authors come again row after row, ids and texts hardly do. */
const REMEMBERED = 20_000

/** The rules of one kind, by fingerprint. */
class RuleFinder {
  private readonly rules = new Map<string, string>()
  private readonly answers = new Map<string, string | null>()

  constructor(
    private readonly datasetId: string,
    private readonly kind: SuppressionKind,
  ) {}

  add(hmac: Uint8Array, rule: string): this {
    this.rules.set(Buffer.from(hmac).toString('hex'), rule)
    return this
  }

  ruleFor(value: string): string | null {
    const known = this.answers.get(value)
    if (known !== undefined) return known
    if (this.answers.size >= REMEMBERED) this.answers.clear()
    const rule = this.rules.get(suppressionHmac(this.datasetId, this.kind, value).toString('hex')) ?? null
    this.answers.set(value, rule)
    return rule
  }
}

/**
 * The identifier as it is stored. With the dataset inside: the same objector in two datasets cannot be seen to be one. A
 * change of how a value is canonicalised needs a new version in the purpose, and rules made anew.
 */
export function suppressionHmac(datasetId: string, kind: SuppressionKind, value: string): Buffer {
  return fingerprint(`suppression/1/${kind}`, `${datasetId}\n${value}`)
}

/** What a rule of this kind could be about in a row, in the spelling of the stored fingerprints. */
export function identifiersOf(
  { digest, sourceId, url, author = null }: SourceRow,
  kind: SuppressionKind,
): string[] {
  switch (kind) {
    case 'digest':
      return [typeof digest === 'string' ? digest : Buffer.from(digest).toString('hex')]
    case 'source_id':
      return sourceId === null ? [] : [sourceId]
    case 'url':
      return url === null ? [] : canonicalUrls(url)
    case 'host': {
      const host = url === null ? null : hostOf(url)
      return host === null ? [] : [host]
    }
    case 'domain':
      return url === null ? [] : hostsOf(url)
    case 'prefix':
      return url === null ? [] : prefixesOf(url)
    case 'author': {
      const canonical = author === null ? null : canonicalAuthor(author)
      return canonical === null ? [] : [canonical]
    }
  }
}
