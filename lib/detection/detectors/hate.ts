import profanities from '@dsojevic/profanity-list'
import { defineDetector, type Match } from '../detector'
import { compileLexicon, type Term } from '../lexicon'

/** What the list calls a slur but people also, or mostly, call themselves or something harmless. */
const NOT_SLURS = new Set([
  'bicon',
  'cishet',
  'enby',
  'finocchio',
  'gaysian',
  'gym-bunny',
  'hermie',
  'pansy',
  'switch-hitter',
  'transbian',
  'twink',
])

type Kind = 'slur' | 'abuse'

function terms(): Term<Kind>[] {
  return profanities.en.flatMap((entry) => {
    const kind = kindOf(entry)
    return kind ? [{ ...entry, exceptions: entry.exceptions ?? [], kind }] : []
  })
}

function kindOf({
  id,
  tags,
  severity,
}: {
  id: string
  tags: readonly string[]
  severity: number
}): Kind | null {
  if (tags.some((tag) => tag === 'racial' || tag === 'lgbtq') || (tags.includes('religious') && severity > 2))
    return severity > 1 && !NOT_SLURS.has(id) ? 'slur' : null
  return tags.includes('general') && severity > 2 ? 'abuse' : null
}

const LEXICON = compileLexicon(terms())

/**
 * Slurs and abuse by lexicon. The words, their severity and their exceptions are those of @dsojevic/profanity-list;
 * none is written down here. Two kinds are flagged: `slur` (words against a race, religion, origin, orientation or
 * gender) and `abuse` (strong insults). Milder swearing and sexual words are not: a list of all a language's dirty
 * words flags half of what people write and says nothing about hate.
 *
 * A lexicon cannot tell use from mention, nor a reclaimed word from an attack. Scores stay low so that a person looks.
 */
export const hate = defineDetector({
  id: 'hate-lexicon',
  version: '1',
  categories: ['hate'],
  gate: { words: LEXICON.gateWords },
  *find(text): Iterable<Match> {
    for (const { start, end, term } of LEXICON.find(text)) {
      const slur = term.kind === 'slur'
      yield {
        type: term.kind,
        start,
        end,
        score: slur ? 0.6 : 0.4,
        severity: slur ? (term.severity > 3 ? 4 : 3) : term.severity > 3 ? 2 : 1,
      }
    }
  },
})
