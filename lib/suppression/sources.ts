import { canonicalAuthor } from './canonical-author'
import { canonicalDomain, canonicalPrefix, canonicalUrls } from './canonical-url'
import type { SuppressionKind } from './labels'

/** Where rows come from, in the one spelling that fingerprints are made of: a source id, an address, a path, a domain, an author; or a text itself. */
export type Source = { kind: SuppressionKind; value: string }

/** What somebody wrote as such a source; null when it cannot be one. */
export function canonicalSource(kind: SuppressionKind, text: string): Source | null {
  const value = canonicalValue(kind, text.trim())
  return value === null || value === '' ? null : { kind, value }
}

function canonicalValue(kind: SuppressionKind, text: string): string | null {
  switch (kind) {
    case 'digest':
      return /^[0-9a-f]{64}$/i.test(text) ? text.toLowerCase() : null
    case 'source_id':
      return text.length <= 2048 ? text : null
    case 'url':
      return canonicalUrls(text).at(-1) ?? null
    case 'prefix':
      return canonicalPrefix(text)
    case 'domain':
    case 'host':
      return canonicalDomain(text)
    case 'author':
      return canonicalAuthor(text)
  }
}
