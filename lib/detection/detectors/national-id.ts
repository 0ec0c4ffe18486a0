import { NATIONAL_IDS } from '../data/national-ids'
import { defineDetector, type Match } from '../detector'

/** Personal numbers that states hand out, each type named by country. See `data/national-ids.ts` for which and why. */
export const nationalId = defineDetector({
  id: 'national-id',
  version: '1',
  categories: ['pii'],
  gate: { digits: 6 },
  *find(text): Iterable<Match> {
    for (const { type, pattern, check, word } of NATIONAL_IDS) {
      for (const match of text.matchAll(pattern)) {
        const start = match.index
        const end = start + match[0].length
        // The word first: it costs less than the check digits and stops most candidates.
        if (word && !word(text, start, end)) continue
        if (check(match[0])) yield { type, start, end, score: word ? 0.9 : 0.85, severity: 3 }
      }
    }
  },
})
