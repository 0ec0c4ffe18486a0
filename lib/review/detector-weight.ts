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

/** What a person flags is weighed as a whole, under this in place of a type. */
export const EVERY_TYPE = '*'

/** A person is believed at first; so many flags that were right are taken for granted when theirs are counted. */
const GRANTED = 5

/** Nobody's flag is worth less than half: people see what no detector does. */
const LEAST_PERSON_WEIGHT = 0.5

/** The share of a person's flags that were right, smoothed so that one or two wrong ones cost little; between a half and 1. */
export const personWeightOf = ({ judged, upheld }: { judged: number; upheld: number }): number =>
  Math.max(LEAST_PERSON_WEIGHT, (upheld + GRANTED) / (judged + GRANTED))

/** Less of a change is none: with each weight that moves the open cases of its detector get a new priority. */
const FAR = 0.05

/** The weight from now on, `known` until `now` is far from it. */
export const keptUntilFar = (known: number, now: number): number =>
  Math.abs(now - known) < FAR ? known : now
