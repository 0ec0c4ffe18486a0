import { classAt, CLASSES, commonness, isLetterClass } from './characters'
import { nextState, placeLiteral } from './literal-table'

/**
 * Words of a word list: ASCII letters, `*` after one for that letter once or more (`lo*ng` is also `looong`). A word
 * of a text is compared whole, without regard to case, and by its first 64 letters.
 */
export const WORD_LIMIT = 64

/** What a word is looked up by: a hash of its letters without case, a run of one letter taken as one. */
export function wordHash(text: string, start: number): number {
  let hash = 0
  let last = 0
  const limit = Math.min(text.length, start + WORD_LIMIT)
  for (let i = start; i < limit; i++) {
    const kind = classAt(text, i)
    if (!isLetterClass(kind)) break
    if (kind !== last) hash = (Math.imul(hash, 31) + kind) | 0
    last = kind
  }
  return hash
}

/** Where the word around the letter at `index` begins, at most `WORD_LIMIT` letters back. */
export function wordStart(text: string, index: number): number {
  const limit = Math.max(0, index - WORD_LIMIT)
  let start = index
  while (start > limit && isLetterClass(classAt(text, start - 1))) start -= 1
  return start
}

/** What the word looks like: every `*` one to twenty times. Sources of regular expressions for the flag `i`. */
export function wordPattern(word: string): string {
  return word.replace(/([a-z])\*/gi, '$1{1,20}')
}

/**
 * States (three classes of characters) of which a text with the word passes at least one, as few and rare as there
 * are. A letter that may repeat can stand at either end of the three but not in the middle, where its repeats would
 * part the others; a word of such letters only is looked up by how it can begin after whatever is no letter.
 */
export function statesOfWord(word: string): number[] {
  if (!word.includes('*')) return [placeLiteral(word).state]
  const letters = [...word.matchAll(/([a-z])(\*?)/gi)].map(([, letter = '', star]) => ({
    letter,
    repeats: star === '*',
  }))
  if (letters.length < 2) throw new Error(`"${word}" is too short for a word list`)
  let best: { rarity: number; states: number[] } = { rarity: Infinity, states: [] }
  for (let i = 0; i + 2 < letters.length; i++) {
    const triple = letters.slice(i, i + 3)
    const rarity = commonness(triple.map(({ letter }) => letter).join(''))
    if (!triple[1]?.repeats && rarity < best.rarity)
      best = { rarity, states: [stateOf(triple.map(({ letter }) => letter))] }
  }
  const [first, second] = letters
  if (best.states.length > 0 || !first || !second) return best.states
  const opening = [first, ...(first.repeats ? [first] : []), second].map(({ letter }) => classAt(letter, 0))
  const kinds = Array.from({ length: CLASSES }, (_, kind) => kind).filter((kind) => !isLetterClass(kind))
  return kinds.flatMap((kind) =>
    opening.slice(1).map((next) => [kind, opening[0] ?? 0, next].reduce(nextState, 0)),
  )
}

const stateOf = (letters: readonly string[]) =>
  letters.reduce((state, letter) => nextState(state, classAt(letter, 0)), 0)
