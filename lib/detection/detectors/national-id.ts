import { NATIONAL_IDS } from '../data/national-ids'
import { defineDetector, type Match } from '../detector'

/** Personal numbers that states hand out, each type named by country. See `data/national-ids.ts` for which and why. */
export const nationalId = defineDetector({
  id: 'national-id',
  version: '1',
  categories: ['pii'],
  gate: { digits: 6 },
  *find(text): Iterable<Match> {
    for (const { index } of text.matchAll(BEGINNING)) {
      ANY.lastIndex = index
      if (!ANY.test(text)) continue
      for (const { type, pattern, check, word } of STICKY) {
        pattern.lastIndex = index
        if (!pattern.test(text)) continue
        const end = pattern.lastIndex
        // The word first: it costs less than the check digits and stops most candidates.
        if (word && !word(text, index, end)) continue
        if (check(text.slice(index, end)))
          yield { type, start: index, end, score: word ? 0.9 : 0.85, severity: 3 }
      }
    }
  },
})

/** Where a number of six digits begins, or a word that has two after at most six letters: where any pattern can match. */
const BEGINNING = /\b(?=\d(?:[ ./+-]?\d){5}|[A-Za-z]{1,6}[ -]{0,2}\d ?\d)/g

const STICKY = NATIONAL_IDS.map((id) => ({ ...id, pattern: new RegExp(id.pattern, 'iuy') }))

/** One try instead of one for each, at most beginnings. */
const ANY = new RegExp(NATIONAL_IDS.map(({ pattern }) => pattern).join('|'), 'iuy')
