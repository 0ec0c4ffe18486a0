/** Below this many votes, or rounds in common, anything is chance. */
export const LEAST = 20

/** Somebody who needs less than this share of the others' time is listed. */
const FAST_SHARE = 1 / 3

export type Handling = { rater: string; votes: number; median: number }
export type Fast = Handling & { others: number; share: number }

/**
 * Reviewers whose median time is far below the median of the other reviewers' medians. Two others at least: with fewer there
 * is no usual.
 */
export function unusuallyFast(people: readonly Handling[]): Fast[] {
  const counted = people.filter(({ votes }) => votes >= LEAST)
  return counted.flatMap((person) => {
    const medians = counted.filter(({ rater }) => rater !== person.rater).map(({ median }) => median)
    if (medians.length < 2) return []
    const others = middle(medians)
    return person.median <= others * FAST_SHARE ? [{ ...person, others, share: person.median / others }] : []
  })
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) / 2
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2
}
