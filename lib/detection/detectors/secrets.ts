import { assignedSecrets } from '../assigned-secrets'
import { preceding } from '../context'
import { SECRET_RULES } from '../data/secret-rules'
import { defineDetector, type Match } from '../detector'

/**
 * Credentials: tokens whose prefix says what they are, and values given to a name that says password, key or token.
 * Placeholders (`<your key>`, `${KEY}`, `xxxx`) are not secrets.
 */
export const secrets = defineDetector({
  id: 'secrets',
  version: '1',
  categories: ['secrets'],
  gate: { literals: [...new Set(SECRET_RULES.map((rule) => rule.prefix)), ...assignedSecrets.literals] },
  *find(text): Iterable<Match> {
    for (const rule of RULES) {
      for (let at = text.indexOf(rule.prefix); at !== -1; at = text.indexOf(rule.prefix, at + 1)) {
        const start = startOfToken(text, at, rule)
        if (start === -1) continue
        rule.rest.lastIndex = at + rule.prefix.length
        if (!rule.rest.test(text)) continue
        const varying = text.slice(start, at) + text.slice(at + rule.prefix.length, rule.rest.lastIndex)
        if (isPlaceholder(varying)) continue
        yield { type: rule.type, start, end: rule.rest.lastIndex, score: 0.95, severity: rule.severity }
      }
    }
    yield* assignedSecrets.find(text)
  },
})

const RULES = SECRET_RULES.map(({ rest, lead, severity = 3, ...rule }) => ({
  ...rule,
  severity,
  lead: lead === undefined ? null : new RegExp(`(?<![A-Za-z0-9])${lead}$`),
  rest: new RegExp(`${rest}(?![A-Za-z0-9])`, 'y'),
}))

/** Where the token around the prefix at `at` begins; -1 when it is no beginning: `task-1234` does not hold `sk-`. */
function startOfToken(text: string, at: number, { prefix, lead }: (typeof RULES)[number]): number {
  const before = preceding(text, at, 101)
  if (lead) {
    const found = lead.exec(before)
    return found ? at - found[0].length : -1
  }
  // A prefix that begins with punctuation brings its own edge; `\n` before one is a line break in quoted text.
  const edge = /^[^A-Za-z0-9]/.test(prefix) || !/[A-Za-z0-9_]$/.test(before) || /\\[nrt]$/.test(before)
  return edge ? at : -1
}

/** What is not the prefix, made of three different characters or fewer, was typed by hand to stand for a token. */
function isPlaceholder(token: string): boolean {
  return new Set(token.slice(0, 64).toLowerCase()).size < 4 && !token.includes('-----')
}
