import type { Agreement, Interval } from './agreement'

export type Bootstrap = {
  /** The same seed gives the same interval. */
  seed: number
  rounds?: number
}

export type Options = { bootstrap?: Bootstrap }

const ROUNDS = 1_000

/** Beyond this share of samples without a value, a percentile of the others would say nothing. */
const UNDEFINED_SHARE = 0.05

/**
 * Measures, and gives the 95 % interval by the percentile bootstrap when it is asked for. Items are drawn with replacement, each with
 * all of its ratings: they are what another day would have brought others of, the raters are the same.
 *
 * @param evaluate the measure, of how often each pattern occurs
 */
export function measured(
  { patternOf, counts }: { patternOf: Uint32Array; counts: Float64Array },
  evaluate: (counts: Float64Array) => Agreement,
  { bootstrap }: Options,
): Agreement {
  const result = evaluate(counts)
  if (result.state === 'undefined' || !bootstrap) return result
  return { ...result, interval: intervalOf(patternOf, counts.length, evaluate, bootstrap) }
}

function intervalOf(
  patternOf: Uint32Array,
  size: number,
  evaluate: (counts: Float64Array) => Agreement,
  { seed, rounds = ROUNDS }: Bootstrap,
): Interval | null {
  const below = generator(seed)
  const values: number[] = []
  const counts = new Float64Array(size)
  for (let round = 0; round < rounds; round++) {
    counts.fill(0)
    for (let drawn = 0; drawn < patternOf.length; drawn++) {
      const pattern = patternOf[below(patternOf.length)] ?? 0
      counts[pattern] = (counts[pattern] ?? 0) + 1
    }
    const result = evaluate(counts)
    if (result.state === 'measured') values.push(result.value)
  }
  if (values.length < rounds * (1 - UNDEFINED_SHARE)) return null
  values.sort((a, b) => a - b)
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? 0
  return { low: at(0.025), high: at(0.975) }
}

/** sfc32, seeded by splitmix32; the high word of a 32-bit product has no bias that counts below 2^22 items. */
function generator(seed: number): (n: number) => number {
  let state = seed | 0
  const word = () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
  let [a, b, c, counter] = [word(), word(), word(), 1]
  return (n) => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return Math.floor(((sum >>> 0) / 4294967296) * n)
  }
}
