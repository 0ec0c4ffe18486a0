import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { suppressionRule } from '@/db/schema'
import type { suppressionKind } from '@/db/schema/suppression'
import { fingerprint } from '@/lib/crypto/seal'
import { canonicalUrl, hostsOf } from './canonical-url'

export type SuppressionKind = (typeof suppressionKind.enumValues)[number]

/** A row as the index knows it. `digest` as bytes or in hex. */
export type SourceRow = { digest: Uint8Array | string; sourceId: string | null; url: string | null }

export type Suppression = {
  /** Rules in force. */
  size: number
  /** The rules that a row falls under; most rows fall under none. */
  rulesFor: (row: SourceRow) => string[]
  matches: (row: SourceRow) => boolean
}

/** The standing exclusions of a dataset, to hold rows against: import and publish ask it about every row. */
export async function loadSuppression(on: Db | Tx, datasetId: string): Promise<Suppression> {
  const rules = await on
    .select({ id: suppressionRule.id, kind: suppressionRule.kind, hmac: suppressionRule.hmac })
    .from(suppressionRule)
    .where(and(eq(suppressionRule.datasetId, datasetId), isNull(suppressionRule.endedAt)))
  return suppression(datasetId, rules)
}

/** The same over rules in hand. */
export function suppression(
  datasetId: string,
  rules: readonly { id: string; kind: SuppressionKind; hmac: Uint8Array }[],
): Suppression {
  const byKind = new Map<SuppressionKind, Map<string, string>>()
  for (const { id, kind, hmac } of rules) {
    const known = byKind.get(kind) ?? new Map<string, string>()
    byKind.set(kind, known.set(Buffer.from(hmac).toString('hex'), id))
  }
  const rulesFor = (row: SourceRow): string[] => {
    if (byKind.size === 0) return []
    // A fingerprint costs microseconds and a revision has millions of rows: only the kinds that have rules are computed.
    return [...byKind].flatMap(([kind, known]) =>
      identifiersOf(row, kind).flatMap(
        (value) => known.get(suppressionHmac(datasetId, kind, value).toString('hex')) ?? [],
      ),
    )
  }
  return { size: rules.length, rulesFor, matches: (row) => rulesFor(row).length > 0 }
}

/**
 * The identifier as it is stored. With the dataset inside: the same objector in two datasets cannot be seen to be one. A
 * change of how a value is canonicalised needs a new version in the purpose, and rules made anew.
 */
export function suppressionHmac(datasetId: string, kind: SuppressionKind, value: string): Buffer {
  return fingerprint(`suppression/1/${kind}`, `${datasetId}\n${value}`)
}

function identifiersOf({ digest, sourceId, url }: SourceRow, kind: SuppressionKind): string[] {
  switch (kind) {
    case 'digest':
      return [typeof digest === 'string' ? digest : Buffer.from(digest).toString('hex')]
    case 'source_id':
      return sourceId === null ? [] : [sourceId]
    case 'url': {
      const canonical = url === null ? null : canonicalUrl(url)
      return canonical === null ? [] : [canonical]
    }
    case 'domain':
      return url === null ? [] : hostsOf(url)
  }
}
