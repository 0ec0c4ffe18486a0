import { canonicalPrefix } from '@/lib/suppression/canonical-url'
import type { KeyTarget } from '@/lib/takedowns/index-hits'
import { hostWhole } from '@/lib/takedowns/proof-pages'
import type { CLAIMS } from './input'

type Proven = { kind: (typeof CLAIMS)[number]; value: string }
type ProvenSource = Proven & { kind: Exclude<Proven['kind'], 'email'> }

/** What comes from what is proven. Of a page: it and what lies below it. */
export function sourcesOf({ kind, value }: ProvenSource): KeyTarget['target'][] {
  if (kind !== 'page') return [{ kind, value }]
  const host = hostWhole(value)
  if (host !== null) return [{ kind: 'host', value: host }]
  const below = canonicalPrefix(value)
  return [{ kind: 'url', value }, ...(below === null ? [] : [{ kind: 'prefix' as const, value: below }])]
}

/** What is written into the form of a request for it. `alone`: less than was counted, the page without what lies below it. */
type Asked = { optOut: string; privacy: { targets: string; alone: boolean } | null }

/**
 * The same in the words of a request. An opt-out can be about all that comes from a source; a request about personal data says which
 * pages, so of a path it names the one page in both spellings, and of a whole host none.
 */
export function askedFor({ kind, value }: Proven): Asked {
  if (kind === 'email') return { optOut: `"${value}"`, privacy: { targets: `"${value}"`, alone: false } }
  if (kind === 'domain') return { optOut: value, privacy: null }
  const address = kind === 'prefix' ? `https://${value}` : value
  const host = kind === 'page' ? hostWhole(value) : null
  if (host !== null) return { optOut: `host: ${host}`, privacy: null }
  if (canonicalPrefix(address) === null)
    return { optOut: address, privacy: { targets: address, alone: false } }
  const page = address.replace(/\/+$/, '')
  return { optOut: `${page}/`, privacy: { targets: `${page}\n${page}/`, alone: true } }
}
