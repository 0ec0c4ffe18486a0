import { LEAST_JUDGED, type StandingState } from './standing-rules'

const STANDING: Record<StandingState, string> = {
  fine: 'as it should be',
  warned: 'reminded',
  held: 'votes do not count alone',
}

/** The state of a person as leads read it: of few answers it says nothing. */
export const stateInWords = ({ judged, state }: { judged: number; state: StandingState }): string =>
  judged < LEAST_JUDGED ? 'too few to tell' : STANDING[state]

export type GoldenStatus = 'served' | 'waiting' | 'suspended' | 'retired'

export const GOLDEN_STATUS: Record<GoldenStatus, { label: string; says: string }> = {
  served: { label: 'in use', says: 'It is given to reviewers.' },
  waiting: {
    label: 'waits for a second lead',
    says: 'It is given to nobody until another lead confirms it.',
  },
  suspended: {
    label: 'suspended',
    says: 'Its case was decided anew, something was found in it, or a person asked about it. It is given to nobody meanwhile.',
  },
  retired: { label: 'taken back', says: 'Its answers count for nobody.' },
}

/** Over what a reviewer reads once they answered. */
export const checkTitle = ({ passed, retired }: { passed: boolean; retired: boolean }): string =>
  retired
    ? 'That was a check, which has been taken back'
    : passed
      ? 'That was a check, and your answer is as expected'
      : 'That was a check: another answer was expected'

/** How somebody's answers stand, to themselves. */
export function standingInWords({
  judged,
  passed,
  state,
}: {
  judged: number
  passed: number
  state: StandingState
}): string {
  const share = `Of your last ${judged === 1 ? 'check' : `${judged} checks`}, ${passed} ${passed === 1 ? 'was' : 'were'} as expected.`
  if (judged < LEAST_JUDGED) return `${share} From fewer than ${LEAST_JUDGED} nothing follows.`
  switch (state) {
    case 'fine':
      return share
    case 'warned':
      return `${share} That is fewer than this dataset asks for. Look at the policy again and take your time; its leads are glad to be asked.`
    case 'held':
      return `${share} Until there are more, another reviewer is asked beside each of your votes. Checks come more often meanwhile, so that this passes soon. Only you and the leads know of it.`
  }
}
