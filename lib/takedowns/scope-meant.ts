import { canonicalPrefix, hostOf, hostsOf } from '@/lib/suppression/canonical-url'
import { parseTargets, type Target } from './parse-targets'

/** Scopes of an opt-out that are a source; the other is the items that are listed. */
const SCOPES = ['author', 'account', 'domain', 'path'] as const
export type SourceScope = (typeof SCOPES)[number]

/** What names less than a source of each scope. An account is its name, or all below its page. */
const ITEMS = ['link', 'row', 'digest', 'quote', 'near', 'source_id', 'url'] as const
const NARROWER: Record<SourceScope, readonly Target['kind'][]> = {
  author: [...ITEMS, 'prefix'],
  account: ITEMS,
  domain: [...ITEMS, 'prefix'],
  path: ITEMS,
}

export type ScopeMeant = {
  scope: SourceScope
  /** How many of the things that are named are less than what was chosen. */
  narrower: number
  /** What these would be as sources, and all that was typed written anew so; null where that cannot be told from what is named. */
  instead: { sources: string[]; targets: string } | null
}

/**
 * Whether somebody who chose everything from a source named single things instead, which would be all that is left out: the address of a
 * page is not its domain. Null where what is named is what was chosen. Pure; looks nothing up.
 */
export function scopeMeant(
  { scope: chosen, targets: typed = '', locators = '' }: Readonly<Partial<Record<string, string>>>,
  origin: string,
): ScopeMeant | null {
  const scope = SCOPES.find((one) => one === chosen)
  if (!scope) return null
  const isNarrower = ({ kind }: Target) => NARROWER[scope].includes(kind)
  const { targets, misread } = parseTargets(typed, origin)
  const listed = parseTargets(locators, origin, { list: true }).targets.filter(isNarrower).length
  const narrow = targets.filter(isNarrower)
  if (narrow.length + listed === 0) return null
  const sources = [...new Set(narrow.flatMap((target) => sourceOf(scope, target) ?? []))]
  const isWhole = listed === 0 && narrow.every((target) => sourceOf(scope, target) !== null)
  const kept = [
    ...targets.filter((target) => !isNarrower(target)).map(lineOf),
    ...misread.map(({ text }) => text),
  ]
  return {
    ...{ scope, narrower: narrow.length + listed },
    instead: isWhole ? { sources, targets: [...sources, ...kept].join('\n') } : null,
  }
}

/** The source that the address of a page was meant as, as a line that is read as one; null for what names none. */
function sourceOf(scope: SourceScope, target: Target): string | null {
  if (scope === 'author' || (target.kind !== 'url' && target.kind !== 'prefix')) return null
  if (scope === 'domain') return hostsOf(target.value).length > 0 ? hostOf(target.value) : null
  const below = canonicalPrefix(target.value.replace(/[?#].*$/s, ''))
  return below === null ? null : `https://${below}`
}

/** What was understood, as it is understood again. */
function lineOf(target: Target): string {
  if (target.kind === 'author') return `author: ${target.value}`
  return target.kind === 'host' ? `host: ${target.value}` : 'value' in target ? target.value : ''
}
