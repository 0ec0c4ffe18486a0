import type { takedownStatus } from '@/db/schema/takedowns'
import { AppError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

export type TakedownStatus = (typeof takedownStatus.enumValues)[number]

export type TakedownStep =
  'confirm' | 'expire' | 'match' | 'match_nothing' | 'act' | 'act_in_part' | 'decline' | 'appeal' | 'withdraw'

/** What happens to a request, and what it is then. Anything that is not here is refused. */
const TRANSITIONS: Record<TakedownStatus, Partial<Record<TakedownStep, TakedownStatus>>> = {
  email_unverified: { confirm: 'received', expire: 'expired' },
  received: { match: 'under_review', match_nothing: 'no_match', withdraw: 'withdrawn' },
  under_review: {
    act: 'actioned',
    act_in_part: 'partially_actioned',
    decline: 'no_action',
    withdraw: 'withdrawn',
  },
  no_match: {},
  actioned: {},
  partially_actioned: { appeal: 'under_review' },
  no_action: { appeal: 'under_review' },
  withdrawn: {},
  expired: {},
}

/** The step was already taken: whoever asked again has nothing to worry about. */
export class StepAlreadyTaken extends AppError {
  constructor(readonly status: TakedownStatus) {
    super('conflict', say('takedowns.errors.alreadyDone'))
  }
}

/** The step does not lead on from where the request stands. */
export class StepRefused extends AppError {
  constructor(
    readonly status: TakedownStatus,
    readonly step: TakedownStep,
  ) {
    super('conflict', cannot(status))
  }
}

/** The status after `step`. Throws {@link StepAlreadyTaken} or {@link StepRefused}. */
export function nextStatus(from: TakedownStatus, step: TakedownStep): TakedownStatus {
  const to = TRANSITIONS[from][step]
  if (to) return to
  throw leadsTo(step, from) ? new StepAlreadyTaken(from) : new StepRefused(from, step)
}

/** Whether the step leads on: the screen disables by it what the verb refuses. */
export function may(from: TakedownStatus, step: TakedownStep): boolean {
  return TRANSITIONS[from][step] !== undefined
}

/** Nothing follows any more, unless its requester contests the outcome. */
export function isClosed(status: TakedownStatus): boolean {
  return Object.keys(TRANSITIONS[status]).every((step) => step === 'appeal')
}

/** Confirming twice is "already done" even when the request has moved on since. */
function leadsTo(step: TakedownStep, status: TakedownStatus): boolean {
  if (step === 'confirm') return status !== 'expired' && status !== 'email_unverified'
  return Object.values(TRANSITIONS).some((steps) => steps[step] === status)
}

function cannot(status: TakedownStatus): string {
  if (status === 'expired') return say('takedowns.errors.expired')
  if (status === 'email_unverified') return say('takedowns.errors.unconfirmed')
  return say(isClosed(status) ? 'takedowns.errors.closed' : 'takedowns.errors.notNow')
}
