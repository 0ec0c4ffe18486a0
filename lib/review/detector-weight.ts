import { wilson } from '@/lib/agreement/wilson'

/** A detector of which little is known: neither believed like a proven one nor held back. */
export const UNPROVEN_WEIGHT = 0.75

/** Below this many judged flags a share says nothing. */
export const LEAST_JUDGED = 20

/** However bad its record, a detector's flags are looked at: people decide, and only so can it recover. */
const LEAST_WEIGHT = 0.25

/** The lower end of the 95 % interval of its precision: it grows with every flag that was right, and with how many were judged. */
export function weightOf({ judged, upheld }: { judged: number; upheld: number }): number {
  return judged < LEAST_JUDGED ? UNPROVEN_WEIGHT : Math.max(LEAST_WEIGHT, wilson(upheld, judged).low)
}
