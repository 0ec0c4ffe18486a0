import { preceding } from './context'
import type { Severity } from './categories'
import type { Match } from './detector'
import { literalFinder } from './literal-table'

/**
 * A pattern with a literal in it. All literals of all rules are found in one pass over the text, and a rule's regular
 * expressions are tried once at each place of its literal: two hundred rules cost hardly more than one.
 */
export type AnchoredRule = {
  type: string
  anchor: string
  /** The anchor counts in this case only. */
  exactCase?: boolean
  /** What must end directly before the anchor, looked for in the 100 characters before it. */
  lead?: RegExp
  /** From the end of the anchor on; sticky. A group `value` is what is flagged, up to the end of the match. */
  rest: RegExp
  /** Without a group `value`: whether what `lead` matched is flagged with the anchor and the rest. */
  accept(value: string): boolean
  score: number
  severity: Severity
}

const LEAD_LENGTH = 100

export function compileAnchored(rules: readonly AnchoredRule[]): (text: string) => Iterable<Match> {
  const literalsIn = literalFinder(rules.map((rule) => ({ text: rule.anchor, id: rule })))
  return function* (text) {
    for (const { id: rule, start } of literalsIn(text)) {
      const match = tryAt(text, start, rule)
      if (match) yield match
    }
  }
}

function tryAt(text: string, anchorAt: number, rule: AnchoredRule): Match | null {
  if (rule.exactCase && !text.startsWith(rule.anchor, anchorAt)) return null
  const lead = rule.lead ? rule.lead.exec(preceding(text, anchorAt, LEAD_LENGTH + 1)) : null
  if (rule.lead && !lead) return null
  rule.rest.lastIndex = anchorAt + rule.anchor.length
  const rest = rule.rest.exec(text)
  if (!rest) return null
  const end = rule.rest.lastIndex
  const value = rest.groups?.value
  const start = value === undefined ? anchorAt - (lead?.[0].length ?? 0) : end - value.length
  const { type, score, severity } = rule
  return rule.accept(text.slice(start, end)) ? { type, start, end, score, severity } : null
}
