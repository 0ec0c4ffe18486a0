import { countrySpecs, isValidIBAN } from 'ibantools'
import { defineDetector, type Match } from '../detector'

/**
 * International bank account numbers (ISO 13616): registered country, its length and national pattern, and check
 * digits modulo 97. In one block or in groups of four, in either case.
 */
export const iban = defineDetector({
  id: 'iban',
  version: '1',
  categories: ['pii'],
  gate: { digits: 6 },
  *find(text): Iterable<Match> {
    for (const match of text.matchAll(OPENING)) {
      const length = LENGTHS.get(match[0].slice(0, 2).toUpperCase())
      if (length === undefined) continue
      const end = endAfter(text, match.index, length)
      if (end === 0 || !ENOUGH_DIGITS.test(text.slice(match.index, end))) continue
      const number = text.slice(match.index, end).replace(/[ -]/g, '').toUpperCase()
      if (isValidIBAN(number)) yield { type: 'iban', start: match.index, end, score: 0.99, severity: 3 }
    }
  },
})

const LENGTHS = new Map(
  Object.entries(countrySpecs).flatMap(([country, spec]) =>
    spec.chars === null ? [] : [[country, spec.chars] as const],
  ),
)

/** What the gate asks for. Real account numbers hold it; a word of 20 letters with two digits does not. */
const ENOUGH_DIGITS = /\d(?:\D{0,2}\d){5}/

/** Country and check digits; the lookahead sorts out most words that happen to begin so. */
const OPENING = /(?<![\p{L}\p{N}])[A-Z]{2}\d\d(?=[ -]?[A-Z0-9]{2})/giu

/** Offset after `length` letters and digits with at most one space or dash between neighbours; 0 if the text has fewer or more. */
function endAfter(text: string, start: number, length: number): number {
  let end = start
  let taken = 0
  while (taken < length) {
    if (/[A-Z0-9]/i.test(text.charAt(end))) taken += 1
    else if (!/[ -]/.test(text.charAt(end)) || !/[A-Z0-9]/i.test(text.charAt(end + 1))) return 0
    end += 1
  }
  return /[\p{L}\p{N}]/u.test(text.charAt(end)) ? 0 : end
}
