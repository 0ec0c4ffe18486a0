/** What the priority of a case is made of. All are columns of the case. */
export type PriorityInputs = {
  /** 1 low … 4 critical: the highest of its flags. */
  severity: number
  /** 0…1: the highest of its flags. */
  score: number
  flagCount: number
  /** Requests by people that name this item. */
  takedowns: number
}

export type PriorityPart = { what: string; points: number }

const PER_SEVERITY = 20
const PER_FURTHER_FLAG = 4
const MOST_FURTHER_FLAGS = 4
const PER_REQUEST = 100

/**
 * Higher is sooner: severity × 20 × score, + 4 for each further flag (at most 16), + 100 when a person asked.
 * Without a request nothing reaches 100, so that somebody who waits with a legal clock comes before anything a program
 * found. The parts are shown on the case, so that the order is never a mystery.
 */
export function priorityParts({ severity, score, flagCount, takedowns }: PriorityInputs): PriorityPart[] {
  const parts = [
    {
      what: `severity ${severity} × 20 × score ${score.toFixed(2)}`,
      points: Math.round(severity * PER_SEVERITY * score),
    },
  ]
  const further = Math.min(Math.max(flagCount - 1, 0), MOST_FURTHER_FLAGS)
  if (further > 0) parts.push({ what: `${flagCount} flags`, points: further * PER_FURTHER_FLAG })
  if (takedowns > 0) parts.push({ what: 'a person asked', points: PER_REQUEST })
  return parts
}

export function priorityOf(inputs: PriorityInputs): number {
  return priorityParts(inputs).reduce((total, part) => total + part.points, 0)
}
