/**
 * One pass over a text that says which detectors could find anything in it. Most rows of a dataset hold nothing, so
 * the scanner's speed is the speed of this pass: literals are looked up by one rare pair of neighbouring characters
 * each, words by a hash made while reading, digits by a counter.
 *
 * A gate may let through a text that holds nothing; it must never stop one that holds a finding
 * (tests/unit/detection/gates.test.ts compares both ways on the same texts).
 */

/** The text passes if it holds any one of these. Everything is compared without regard to ASCII case. */
export type Gate = {
  /** Substrings of characters below U+0100. */
  literals?: readonly string[]
  /** Whole words of ASCII letters; a run of one letter counts as that letter (`looong` = `long`). */
  words?: readonly string[]
  /** At least this many digits, each at most two other characters after the one before. */
  digits?: number
}

/** Bit i of the answer is set when gate i passes. At most 31 gates. */
export type Prefilter = (text: string) => number

type Literal = { gate: number; text: string; pairAt: number }

export function compilePrefilter(gates: readonly (Gate | undefined)[]): Prefilter {
  if (gates.length > 31) throw new Error('a prefilter holds at most 31 gates')
  const always = maskOf(gates, (gate) => !gate)
  const all = maskOf(gates, () => true)
  const singles = singleCharacters(gates)
  const { pairs, literals, wanted } = literalTable(gates)
  const words = wordTable(gates)
  const wordGates = maskOf(gates, (gate) => (gate?.words?.length ?? 0) > 0)
  const digits = gates.flatMap((gate, i) => (gate?.digits ? [{ mask: 1 << i, count: gate.digits }] : []))
  const fewestDigits = Math.min(...digits.map((gate) => gate.count), Infinity)

  return (text) => {
    let found = always
    for (const single of singles)
      if (!(found & single.mask) && text.includes(single.text)) found |= single.mask

    let before = 0
    let hash = 0
    let lastLetter = 0
    let run = 0
    let longestRun = 0
    let lastDigit = -4
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      const folded = unit < 256 ? (FOLD[unit] ?? 0) : foldedHigh(unit)
      const bucket = pairs[(before << 8) | folded] ?? 0
      if (bucket !== 0 && (wanted[bucket] ?? 0) & ~found)
        found |= verify(literals[bucket], text, i - 1, found)
      before = folded

      const kind = KIND[folded] ?? 0
      if (kind === LETTER) {
        if (folded !== lastLetter) hash = (Math.imul(hash, 31) + folded) | 0
        lastLetter = folded
      } else {
        if (lastLetter !== 0) {
          if (words.mayHold(hash)) found |= words.gatesOf(hash)
          hash = 0
          lastLetter = 0
        }
        if (kind === DIGIT) {
          run = i - lastDigit <= 3 ? run + 1 : 1
          lastDigit = i
          if (run > longestRun) longestRun = run
        }
      }
    }
    if (lastLetter !== 0) found |= words.gatesOf(hash) & wordGates
    if (longestRun >= fewestDigits)
      for (const gate of digits) if (longestRun >= gate.count) found |= gate.mask
    return found & all
  }
}

const LETTER = 1
const DIGIT = 2

/** Latin-1 unit → the same in lower case (ASCII only). */
const FOLD = Uint8Array.from({ length: 256 }, (_, unit) => (unit >= 65 && unit <= 90 ? unit + 32 : unit))
/** The two characters above Latin-1 that a pattern with the flags `iu` takes for `s` and `k`. */
function foldedHigh(unit: number): number {
  return unit === 0x17f ? 115 : unit === 0x212a ? 107 : 0
}

const KIND = Uint8Array.from({ length: 256 }, (_, unit) =>
  unit >= 97 && unit <= 122 ? LETTER : unit >= 48 && unit <= 57 ? DIGIT : 0,
)

function maskOf(gates: readonly (Gate | undefined)[], test: (gate: Gate | undefined) => boolean): number {
  return gates.reduce((mask, gate, i) => (test(gate) ? mask | (1 << i) : mask), 0)
}

/** A literal of one character is found by `includes`, which is a vector instruction. */
function singleCharacters(gates: readonly (Gate | undefined)[]) {
  const singles = gates.flatMap((gate, i) =>
    (gate?.literals ?? []).filter((text) => text.length === 1).map((text) => ({ text, mask: 1 << i })),
  )
  if (singles.some(({ text }) => /[a-z]/i.test(text)))
    throw new Error('a one-letter literal would pass every text')
  return singles
}

function literalTable(gates: readonly (Gate | undefined)[]) {
  const pairs = new Uint8Array(1 << 16)
  const literals: Literal[][] = [[]]
  const wanted: number[] = [0]
  for (const [gate, { literals: texts = [] } = {}] of gates.entries()) {
    for (const literal of new Set(texts)) {
      if (literal.length < 2) continue
      const text = fold(literal)
      const pairAt = rarestPair(text)
      const pair = (text.charCodeAt(pairAt) << 8) | text.charCodeAt(pairAt + 1)
      let bucket = pairs[pair] ?? 0
      if (bucket === 0) {
        bucket = literals.length
        if (bucket > 255) throw new Error('a prefilter holds at most 255 different pairs')
        pairs[pair] = bucket
        literals.push([])
        wanted.push(0)
      }
      literals[bucket]?.push({ gate: 1 << gate, text, pairAt })
      wanted[bucket] = (wanted[bucket] ?? 0) | (1 << gate)
    }
  }
  return { pairs, literals, wanted: Int32Array.from(wanted) }
}

function fold(literal: string): string {
  const folded = literal.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  if (/[^\u0001-\u00ff]/.test(folded)) throw new Error(`"${literal}" holds a character above U+00FF`)
  return folded
}

/** English letters, common first: a pair's commonness is judged by its two places here, anything else is rare. */
const COMMON = 'etaoinsrhldcumfpgwybvkxjqz'

function rarestPair(text: string): number {
  const commonness = (unit: string) =>
    unit === ' ' ? 26 : COMMON.includes(unit) ? 26 - COMMON.indexOf(unit) : 1
  let best = 0
  let least = Infinity
  for (let i = 0; i + 1 < text.length; i++) {
    const score = commonness(text.charAt(i)) * commonness(text.charAt(i + 1))
    if (score < least) [best, least] = [i, score]
  }
  return best
}

function verify(
  literals: readonly Literal[] | undefined,
  text: string,
  pairStart: number,
  found: number,
): number {
  let passed = 0
  for (const literal of literals ?? []) {
    if ((found | passed) & literal.gate) continue
    if (foldedAt(text, pairStart - literal.pairAt, literal.text)) passed |= literal.gate
  }
  return passed
}

function foldedAt(text: string, start: number, literal: string): boolean {
  if (start < 0 || start + literal.length > text.length) return false
  for (let i = 0; i < literal.length; i++) {
    const unit = text.charCodeAt(start + i)
    if ((unit < 256 ? FOLD[unit] : foldedHigh(unit)) !== literal.charCodeAt(i)) return false
  }
  return true
}

function wordTable(gates: readonly (Gate | undefined)[]) {
  const byHash = new Map<number, number>()
  // One bit per hash value modulo 2^20 answers "no" for nearly every word without touching the map.
  const bits = new Uint32Array(1 << 15)
  for (const [gate, { words = [] } = {}] of gates.entries()) {
    for (const word of words) {
      if (!/^[a-z]+$/i.test(word)) throw new Error(`"${word}" is not a word of ASCII letters`)
      const hash = hashOf(word.toLowerCase())
      byHash.set(hash, (byHash.get(hash) ?? 0) | (1 << gate))
      const slot = (hash >>> 5) & 0x7fff
      bits[slot] = (bits[slot] ?? 0) | (1 << (hash & 31))
    }
  }
  return {
    mayHold: (hash: number) => (((bits[(hash >>> 5) & 0x7fff] ?? 0) >>> (hash & 31)) & 1) === 1,
    gatesOf: (hash: number) => byHash.get(hash) ?? 0,
  }
}

function hashOf(word: string): number {
  let hash = 0
  let last = 0
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if (unit !== last) hash = (Math.imul(hash, 31) + unit) | 0
    last = unit
  }
  return hash
}
