import { LEAST_JUDGED, type StandingState } from './standing-rules'

export type GoldenStatus = 'served' | 'waiting' | 'suspended' | 'retired'

/** What follows from somebody's answers, a message of `checks.standing.follows` with `least`; null when nothing has to be said. */
export function standingFollows({
  judged,
  state,
}: {
  judged: number
  state: StandingState
}): 'few' | 'warned' | 'held' | null {
  if (judged < LEAST_JUDGED) return 'few'
  return state === 'fine' ? null : state
}

/** Over what a reviewer reads once they answered: a message of `checks.title`. */
export const checkTitle = ({ passed, retired }: { passed: boolean; retired: boolean }) =>
  retired ? 'retired' : passed ? 'right' : 'other'
