import type { flagSource } from '@/db/schema/flags'
import type { SeenFinding } from '@/db/schema/review'
import { pointsOf } from './priority'
import { covers, mergeSpans, type Span } from './spans'
import type { Action } from './status'

/** A flag, as far as cases are made of it. `digest` in hex. */
export type FlagFacts = {
  digest: string
  category: string
  restricted: boolean
  source: (typeof flagSource.enumValues)[number]
  detector: string
  type: string
  score: number
  severity: number
  /** How far its detector is believed. */
  weight: number
  spans: readonly Span[]
  /** Of the item. */
  language: string
}

/** What the flags of one item in one category come to. */
export type CaseFacts = {
  digest: string
  category: string
  restricted: boolean
  severity: number
  score: number
  flagCount: number
  /** Without a request; in hundredths. */
  points: number
  detectors: string[]
  types: string[]
  sources: string[]
  language: string
  findings: SeenFinding[]
}

/** Collects flags into cases: one per item and category, in (digest, category) order: the order in which rows are locked. */
export function foldFlags(flags: readonly FlagFacts[]): CaseFacts[] {
  const groups = new Map<string, FlagFacts[]>()
  for (const flag of flags) {
    const key = caseKey(flag)
    const group = groups.get(key)
    if (group) group.push(flag)
    else groups.set(key, [flag])
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => foldGroup(group))
}

export const caseKey = ({ digest, category }: { digest: string; category: string }) => `${digest} ${category}`

function foldGroup(group: readonly FlagFacts[]): CaseFacts {
  const [first] = group
  if (!first) throw new RangeError('a case without flags')
  return {
    digest: first.digest,
    category: first.category,
    restricted: first.restricted,
    severity: Math.max(...group.map((flag) => flag.severity)),
    score: Math.max(...group.map((flag) => flag.score)),
    flagCount: group.length,
    points: pointsOf(group, 0),
    // Programs only: a list of reports and requests to filter by would be a list of people.
    detectors: [...new Set(group.filter(isProgram).map((flag) => flag.detector))].sort(),
    types: [...new Set(group.map((flag) => flag.type))].sort(),
    sources: [...new Set(group.map((flag) => flag.source))].sort(),
    language: first.language,
    findings: distinctFindings(group),
  }
}

const isProgram = ({ source }: FlagFacts) => source === 'detector' || source === 'import'

/** Type and passages, whoever found them: what a decision has seen. Sorted, so that equal lists are equal texts. */
export function distinctFindings(flags: readonly { type: string; spans: readonly Span[] }[]): SeenFinding[] {
  const byKey = new Map(
    flags.map(({ type, spans }) => [findingKey({ type, spans }), { type, spans: mergeSpans(spans) }]),
  )
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding)
}

export function findingKey({ type, spans }: { type: string; spans: readonly Span[] }): string {
  return JSON.stringify([type, mergeSpans(spans).map(({ field, start, end }) => [field, start, end])])
}

/**
 * Whether a decision in force speaks for a finding. `remove` and `restrict` speak for the whole item. `keep`, `label` and
 * `redact` speak for what they have seen; a redaction also for anything that lies within what it masks.
 */
export function answers(
  decision: { action: Action; spans: readonly Span[]; seen: readonly SeenFinding[] },
  finding: SeenFinding,
): boolean {
  if (decision.action === 'remove' || decision.action === 'restrict') return true
  const key = findingKey(finding)
  if (decision.seen.some((seen) => findingKey(seen) === key)) return true
  return (
    decision.action === 'redact' &&
    finding.spans.length > 0 &&
    finding.spans.every((span) => covers(mergeSpans(decision.spans), span))
  )
}
