import { compileAnchored, type AnchoredRule } from '../anchored-rules'
import { ASSIGNED_SECRET_RULES } from '../data/assigned-secret-rules'
import { SECRET_RULES, type SecretRule } from '../data/secret-rules'
import { defineDetector } from '../detector'

const RULES: readonly AnchoredRule[] = [...SECRET_RULES.map(anchored), ...ASSIGNED_SECRET_RULES]

/**
 * Credentials: tokens whose prefix says what they are, and values given to a name that says password, key or token.
 * Placeholders (`<your key>`, `${KEY}`, `xxxx`) are not secrets.
 */
export const secrets = defineDetector({
  id: 'secrets',
  version: '1',
  categories: ['secrets'],
  gate: { literals: [...new Set(RULES.map(({ anchor }) => anchor))] },
  find: compileAnchored(RULES),
})

function anchored({ type, prefix, lead, rest, severity = 3 }: SecretRule): AnchoredRule {
  return {
    type,
    anchor: prefix,
    exactCase: true,
    lead: lead === undefined ? edgeBefore(prefix) : new RegExp(`(?<![A-Za-z0-9])${lead}$`),
    rest: new RegExp(`${rest}(?![A-Za-z0-9])`, 'y'),
    accept: (token) => !isPlaceholder(token.replace(prefix, '')),
    score: 0.95,
    severity,
  }
}

/** `task-1234` does not hold `sk-`; `\n` before a prefix is a line break in quoted text. Punctuation is its own edge. */
function edgeBefore(prefix: string): RegExp | undefined {
  return /^[A-Za-z0-9]/.test(prefix) ? /(?<![A-Za-z0-9_])$|(?<=\\[nrt])$/ : undefined
}

/** What is not the prefix, made of three different characters or fewer, was typed by hand to stand for a token. */
function isPlaceholder(varying: string): boolean {
  return new Set(varying.slice(0, 64).toLowerCase()).size < 4 && !varying.includes('-----')
}
