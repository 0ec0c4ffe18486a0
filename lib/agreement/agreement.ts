import { say } from '@/lib/i18n/say'

/** A coefficient of agreement, or why there is none: never NaN. */
export type Agreement = Measured | Undefined

export type Measured = {
  state: 'measured'
  /** 1 is perfect. Corrected for chance, 0 is what chance gives, and below 0 people contradict each other. */
  value: number
  observed: number
  /** Agreement by chance; null for a measure that is not corrected for it. */
  expected: number | null
  /** What it rests on: items with at least two ratings, and their ratings. */
  items: number
  ratings: number
  /** 95 %, when it was asked for and could be had. */
  interval: Interval | null
}

export type Interval = { low: number; high: number }

export type Undefined = {
  state: 'undefined'
  why: Why
  /** Made when it is read: a bootstrap asks a thousand times, and reads none. */
  readonly says: string
  items: number
  ratings: number
}

export type Why =
  /** No item was rated by two people. */
  | 'no_overlap'
  /** Everybody always chose the same: agreement by chance is 1, and dividing by what is left of it has no meaning. */
  | 'no_variation'
  /** No two people have as many items in common as a mean of pairs asks for. */
  | 'few_shared'
  /** Fleiss's formula needs the same number of ratings for each item. */
  | 'ratings_vary'

export type Basis = { items: number; ratings: number }

/** (observed − expected) ÷ (1 − expected); the caller has made sure that there is something to divide by. */
export function corrected(observed: number, expected: number, basis: Basis): Measured {
  const value = (observed - expected) / (1 - expected)
  return { state: 'measured', value, observed, expected, ...basis, interval: null }
}

export function noOverlap(basis: Basis): Undefined {
  return because('no_overlap', basis, () => say('metrics.undefined.noOverlap'))
}

/** @param label what everybody chose */
export function noVariation(label: string, basis: Basis): Undefined {
  return because('no_variation', basis, () => say('metrics.undefined.noVariation', { label }))
}

/** Likewise, of characters that everybody marked, or nobody did. */
export function noMarks(marked: 'nothing' | 'everything', basis: Basis): Undefined {
  return because('no_variation', basis, () => say(`metrics.undefined.${marked}Marked`))
}

export function fewShared(least: number, basis: Basis): Undefined {
  return because('few_shared', basis, () => say('metrics.undefined.fewShared', { least: String(least) }))
}

export function ratingsVary(fewest: number, most: number, basis: Basis): Undefined {
  return because('ratings_vary', basis, () =>
    say('metrics.undefined.ratingsVary', { fewest: String(fewest), most: String(most) }),
  )
}

const because = (why: Why, basis: Basis, says: () => string): Undefined => ({
  state: 'undefined',
  why,
  ...basis,
  get says() {
    return says()
  },
})
