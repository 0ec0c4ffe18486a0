import { codePointCounter } from '@/lib/text/code-points'
import { categoryInfo, type Category, type Severity } from './categories'
import type { Gate } from './prefilter'

/** Name of a content field → its value. */
export type Fields = Readonly<Record<string, string>>

/** Unicode code points of the field's value, end exclusive, never empty. */
export type Span = { field: string; start: number; end: number }

/** One per (category, type) of an item; spans are sorted by field then position, and disjoint. */
export type Finding = { category: string; type: string; score: number; severity: Severity; spans: Span[] }

export type Detector = {
  id: string
  /** Changes whenever the same text could give another answer: findings are compared per version. */
  version: string
  categories: readonly string[]
  /** What a text must hold for `scan` to find anything; without one the detector sees every text. */
  gate?: Gate
  scan(fields: Fields): Finding[]
}

/** A hit inside one string, in UTF-16 code units. `score` is the chance, 0 to 1, that the hit is what `type` says. */
export type Match = {
  type: string
  start: number
  end: number
  score: number
  category?: Category
  severity?: Severity
}

export type DetectorSpec = {
  id: string
  version: string
  categories: readonly [Category, ...Category[]]
  gate?: Gate
  /**
   * Linear in the length of `text`, whatever the text: tests/unit/detection/hostile.test.ts holds every detector to
   * it. The field's name is there as context (`ssn`, `credit_card`) and never needed.
   */
  find(text: string, field: string): Iterable<Match>
}

/** A detector from a function over one string: matches are grouped by type, merged and converted to code points. */
export function defineDetector(spec: DetectorSpec): Detector {
  const { find, ...rest } = spec
  return {
    ...rest,
    scan(fields) {
      const findings = new Map<string, Finding>()
      for (const [field, text] of Object.entries(fields)) {
        const matches = [...find(text, field)]
        if (matches.length === 0) continue
        matches.sort((a, b) => a.start - b.start || a.end - b.end)
        collect(findings, spec.categories[0], field, text, matches)
      }
      return [...findings.values()]
    },
  }
}

/** `matches` must be sorted by start. */
function collect(
  findings: Map<string, Finding>,
  fallback: Category,
  field: string,
  text: string,
  matches: Match[],
) {
  const position = codePointCounter(text)
  const lastEnd = new Map<string, number>()
  for (const match of matches) {
    if (match.end <= match.start) continue
    const category = match.category ?? fallback
    const severity = match.severity ?? categoryInfo(category)?.severity ?? 1
    const key = `${category}/${match.type}`
    let finding = findings.get(key)
    if (!finding) findings.set(key, (finding = { category, type: match.type, score: 0, severity, spans: [] }))
    finding.score = Math.max(finding.score, match.score)
    if (severity > finding.severity) finding.severity = severity

    const covered = lastEnd.get(key) ?? -1
    const last = finding.spans.at(-1)
    if (match.start < covered && last) {
      if (match.end <= covered) continue
      last.end = position(match.end)
    } else {
      const start = position(match.start)
      finding.spans.push({ field, start, end: position(match.end) })
    }
    lastEnd.set(key, match.end)
  }
}
