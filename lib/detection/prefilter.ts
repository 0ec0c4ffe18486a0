import { CLASS } from './characters'
import { nextState, placeLiteral, standsAt, TripleTable } from './literal-table'
import { statesOfWord, wordHash, wordPattern, wordStart } from './word-forms'

/**
 * One pass over a text that says which detectors could find anything in it. Most rows of a dataset hold nothing, so
 * the scanner's speed is the speed of this pass: one look-up by the last three characters for all literals and words
 * together, and a counter of digits.
 *
 * A gate may let through a text that holds nothing; it must never stop one that holds a finding
 * (tests/unit/detection/spans.test.ts compares both ways on the same texts).
 */

/** The text passes if it holds any one of these. Everything is compared without regard to ASCII case. */
export type Gate = {
  /** Substrings of three ASCII characters or more, or one that is no letter or digit. */
  literals?: readonly string[]
  /** Whole words as in `word-forms.ts`. */
  words?: readonly string[]
  /** At least this many digits, each at most two other characters after the one before. */
  digits?: number
}

/** Bit i of the answer is set when gate i passes. */
export type Prefilter = (text: string) => number

/** What to make sure of when three characters of a literal or a word were read, the last of them at `index`. */
type Suspect = { gate: number; isAt(text: string, index: number): boolean }

export function compilePrefilter(gates: readonly (Gate | undefined)[]): Prefilter {
  if (gates.length > 31) throw new Error('a prefilter holds at most 31 gates')
  const always = gates.reduce((mask, gate, i) => (gate ? mask : mask | (1 << i)), 0)
  const singles = singleCharacters(gates)
  const { buckets, items } = suspectsOf(gates)
  const wanted = Int32Array.from(items, (suspects) => suspects.reduce((mask, { gate }) => mask | gate, 0))
  const digitGates = compileDigits(gates)

  return (text) => {
    let found = always
    for (const single of singles) if (text.includes(single.text)) found |= single.mask

    let state = 0
    for (let i = 0; i < text.length; i++) {
      state = nextState(state, CLASS[text.charCodeAt(i)] ?? 0)
      const bucket = buckets[state] ?? 0
      if (bucket !== 0 && ((wanted[bucket] ?? 0) & ~found) !== 0)
        found |= confirm(items[bucket], text, i, found)
    }
    return found | digitGates(text)
  }
}

/** A second pass that a regular expression makes faster than the loop above could: most texts have few digits. */
function compileDigits(gates: readonly (Gate | undefined)[]): (text: string) => number {
  const wanted = gates.flatMap((gate, i) => (gate?.digits ? [{ mask: 1 << i, count: gate.digits }] : []))
  if (wanted.length === 0) return () => 0
  const fewest = Math.min(...wanted.map(({ count }) => count))
  const run = new RegExp(String.raw`\d(?:\D{0,2}\d){${fewest - 1},}`, 'g')
  return (text) => {
    let longest = 0
    for (const [digits] of text.matchAll(run)) longest = Math.max(longest, digits.replace(/\D/g, '').length)
    return wanted.reduce((mask, gate) => (longest >= gate.count ? mask | gate.mask : mask), 0)
  }
}

function confirm(
  suspects: readonly Suspect[] | undefined,
  text: string,
  index: number,
  found: number,
): number {
  let passed = 0
  for (const { gate, isAt } of suspects ?? [])
    if (((found | passed) & gate) === 0 && isAt(text, index)) passed |= gate
  return passed
}

/** A literal of one character is found by `includes`, which is a vector instruction. */
function singleCharacters(gates: readonly (Gate | undefined)[]) {
  const singles = gates.flatMap((gate, i) =>
    (gate?.literals ?? []).filter((text) => text.length === 1).map((text) => ({ text, mask: 1 << i })),
  )
  if (singles.some(({ text }) => /[a-z0-9]/i.test(text))) throw new Error('such a gate would pass every text')
  return singles
}

function suspectsOf(gates: readonly (Gate | undefined)[]): TripleTable<Suspect> {
  const table = new TripleTable<Suspect>()
  for (const [i, { literals = [], words = [] } = {}] of gates.entries()) {
    const gate = 1 << i
    for (const literal of new Set(literals)) {
      if (literal.length === 1) continue
      const { text, at, state } = placeLiteral(literal)
      table.add(state, { gate, isAt: (row, index) => standsAt(row, index - 2 - at, text) })
    }
    const suspect = { gate, isAt: wordsAt(words) }
    for (const state of new Set(words.flatMap(statesOfWord))) table.add(state, suspect)
  }
  return table
}

/** The middle one of the three characters is a letter of the word in every state a word is looked up by. */
function wordsAt(words: readonly string[]): Suspect['isAt'] {
  const byHash = new Map<number, RegExp[]>()
  for (const word of words) {
    const hash = wordHash(word.replaceAll('*', ''), 0)
    const pattern = new RegExp(`${wordPattern(word)}(?![a-z])`, 'iy')
    byHash.set(hash, [...(byHash.get(hash) ?? []), pattern])
  }
  return (row, index) => {
    const start = wordStart(row, index - 1)
    const patterns = byHash.get(wordHash(row, start))
    if (!patterns) return false
    return patterns.some((pattern) => {
      pattern.lastIndex = start
      return pattern.test(row)
    })
  }
}
