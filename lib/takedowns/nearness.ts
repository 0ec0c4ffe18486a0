import { jaccard, shingleSet, shinglesOf } from '@/lib/near-duplicates/shingles'
import { normalise } from '@/lib/near-duplicates/words'

/** How near a text is: `similarity` is the share of common shingles of both, `contained` the share of the wanted text's that are in it. */
export type Nearness = { similarity: number; contained: number }

/** From which share on something is shown to a person. Neither decides anything. */
const NEAR = 0.5
const CONTAINED = 0.7
/** A text of fewer shingles is contained in too many others. */
const LEAST_CONTAINED = 20

/**
 * Holds many texts against one: by shingles of five words, as near-duplicates of flagged items are found, but measured and not guessed by
 * hashes, because every row is read anyway. A text with fewer words than a shingle is near only those of the same words.
 */
export function nearTo(wanted: string): (text: string) => Nearness | null {
  const normalised = normalise(wanted)
  const own = shingleSet(shinglesOf(normalised))
  if (own.length === 0) {
    return (text) =>
      normalised !== '' && normalise(text) === normalised ? { similarity: 1, contained: 1 } : null
  }
  return (text) => {
    const other = shingleSet(shinglesOf(normalise(text)))
    if (other.length === 0) return null
    const similarity = jaccard(own, other)
    // Of two sets with the share s of both in either: both = s (a + b) / (1 + s).
    const both = Math.round((similarity * (own.length + other.length)) / (1 + similarity))
    const contained = both / own.length
    const isNear = similarity >= NEAR || (own.length >= LEAST_CONTAINED && contained >= CONTAINED)
    return isNear ? { similarity, contained } : null
  }
}
