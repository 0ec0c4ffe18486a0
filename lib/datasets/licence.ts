import parse from 'spdx-expression-parse'
import ids from 'spdx-license-ids/index.json' with { type: 'json' }

/**
 * A licence as it is recorded: an SPDX expression in its own spelling ("cc-by-4.0 or mit" → "CC-BY-4.0 OR MIT"), else the text
 * that was given, with its spaces tidied. Never guesses: "Apache style" stays what it is.
 */
export function normaliseLicence(given: string): string {
  const text = given.trim().replace(/\s+/g, ' ')
  const spelled = text.replace(/[A-Za-z0-9.+-]+/g, (word) => CANONICAL.get(word.toLowerCase()) ?? word)
  try {
    parse(spelled)
    return spelled
  } catch {
    return text
  }
}

const CANONICAL = new Map([...ids, 'AND', 'OR', 'WITH'].map((id) => [id.toLowerCase(), id]))
