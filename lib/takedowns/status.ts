import type { takedownStatus } from '@/db/schema/takedowns'
import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

export type TakedownStatus = (typeof takedownStatus.enumValues)[number]

/** Whose a step is; a member's permission is asked for by the verb that takes it. */
type By = Exclude<Actor['kind'], 'visitor'>

/** What can happen to a request, and by whom. */
const STEPS = {
  confirm: ['requester', 'system'],
  expire: ['system'],
  match: ['system'],
  match_nothing: ['system'],
  ask_info: ['member'],
  give_info: ['requester'],
  abandon: ['system'],
  ask_identity: ['member'],
  prove: ['requester', 'member', 'system'],
  notify_owner: ['member'],
  end_owner_window: ['member', 'system'],
  mark_duplicate: ['member'],
  unmark_duplicate: ['member', 'system'],
  hold: ['member'],
  resume: ['member'],
  reject: ['member', 'system'],
  act: ['member', 'system'],
  act_in_part: ['member', 'system'],
  decline: ['member', 'system'],
  // Who asked what there is about them is told.
  answer: ['member'],
  appeal: ['requester'],
  counter: ['member', 'system'],
  stand: ['system'],
  stand_in_part: ['system'],
  restore: ['system'],
  keep_down: ['system'],
  reopen: ['system'],
  retract: ['requester', 'member', 'system'],
  take_back: ['member'],
  withdraw: ['requester'],
  // A restriction ends on the day that was told (GDPR Art. 18(3)).
  lift: ['system'],
  fulfil: ['system'],
} as const satisfies Record<string, readonly By[]>

export type TakedownStep = keyof typeof STEPS
export const TAKEDOWN_STEPS = Object.keys(STEPS).filter((step): step is TakedownStep => step in STEPS)

/** Where it stood before it was held. */
const BEFORE = 'before'

type Transitions = Partial<Record<TakedownStep, TakedownStatus | typeof BEFORE>>

/** What happens to a request, and what it is then. Anything that is not here is refused. */
const TRANSITIONS: Record<TakedownStatus, Transitions> = {
  email_unverified: { confirm: 'received', expire: 'expired' },
  // Routed and looked for: what the reference process calls triage and matching.
  received: {
    match: 'under_review',
    match_nothing: 'no_match',
    ask_info: 'needs_info',
    hold: 'on_hold',
    reject: 'rejected',
    withdraw: 'withdrawn',
  },
  // 17 U.S.C. § 512(c)(3)(B)(ii): who sent a defective notice is asked, not dropped.
  needs_info: {
    give_info: 'received',
    abandon: 'rejected',
    hold: 'on_hold',
    reject: 'rejected',
    withdraw: 'withdrawn',
  },
  // GDPR Art. 12(6): only where there are reasonable doubts.
  needs_identity: {
    prove: 'under_review',
    abandon: 'rejected',
    hold: 'on_hold',
    reject: 'rejected',
    withdraw: 'withdrawn',
  },
  under_review: {
    ask_info: 'needs_info',
    ask_identity: 'needs_identity',
    notify_owner: 'owner_notified',
    mark_duplicate: 'duplicate',
    hold: 'on_hold',
    reject: 'rejected',
    act: 'actioned',
    act_in_part: 'partially_actioned',
    decline: 'no_action',
    answer: 'answered',
    withdraw: 'withdrawn',
  },
  owner_notified: {
    end_owner_window: 'under_review',
    hold: 'on_hold',
    withdraw: 'withdrawn',
  },
  // It keeps its own answer: what is decided about the same items is decided for it too.
  duplicate: {
    unmark_duplicate: 'under_review',
    ask_identity: 'needs_identity',
    hold: 'on_hold',
    reject: 'rejected',
    act: 'actioned',
    act_in_part: 'partially_actioned',
    decline: 'no_action',
    withdraw: 'withdrawn',
  },
  on_hold: { resume: BEFORE },
  // Found or not is an answer, too, that can be complained of (Regulation (EU) 2022/2065 Art. 20(1)).
  no_match: { ask_info: 'needs_info', appeal: 'received' },
  // `take_back`: a bulk decision about many requests, taken back in time. `reopen`: what it was told does not hold any more.
  actioned: {
    // What is decided and in no release yet: a court can stop that, too.
    hold: 'on_hold',
    take_back: 'under_review',
    reopen: 'under_review',
    counter: 'countered',
    retract: 'retracted',
    lift: 'restored',
    fulfil: 'closed',
  },
  partially_actioned: {
    hold: 'on_hold',
    take_back: 'under_review',
    reopen: 'under_review',
    appeal: 'under_review',
    counter: 'countered',
    retract: 'retracted',
    lift: 'restored',
    fulfil: 'closed',
  },
  no_action: {
    appeal: 'under_review',
    reopen: 'under_review',
    retract: 'retracted',
    take_back: 'under_review',
  },
  // Regulation (EU) 2022/2065 Art. 20(1): not to act on a notice can be complained of too.
  // Refused, or taken back, after it was answered once: what it took out by that answer stays out, and can be countered.
  rejected: { appeal: 'received', counter: 'countered' },
  // 17 U.S.C. § 512(g)(2): what happens between the counter notice and the put-back. Another one may come about the same or other
  // items. When the last of them is over, what is left of the request stands: all of it, a part, nothing, or what a court keeps down.
  countered: {
    counter: 'countered',
    stand: 'actioned',
    stand_in_part: 'partially_actioned',
    restore: 'restored',
    keep_down: 'kept_down',
    retract: 'retracted',
    hold: 'on_hold',
  },
  restored: {},
  // In court is only what its counter notice was about.
  kept_down: { hold: 'on_hold', counter: 'countered', retract: 'retracted', fulfil: 'closed' },
  retracted: {},
  // A release without the targets is out; the time to contest or to counter runs on.
  closed: {
    appeal: 'under_review',
    reopen: 'under_review',
    counter: 'countered',
    retract: 'retracted',
    lift: 'restored',
  },
  // Of access: nothing was decided about a row, so there is nothing to take back.
  answered: { appeal: 'under_review' },
  withdrawn: { counter: 'countered' },
  expired: {},
}

/**
 * Whether its requester has an answer, or wants none any more: nothing follows unless somebody contests, counters or retracts. Only
 * then may its personal data go when their time is over.
 */
const CLOSED: Record<TakedownStatus, boolean> = {
  email_unverified: false,
  received: false,
  needs_info: false,
  needs_identity: false,
  under_review: false,
  owner_notified: false,
  duplicate: false,
  on_hold: false,
  countered: false,
  no_match: true,
  actioned: true,
  partially_actioned: true,
  no_action: true,
  rejected: true,
  restored: true,
  kept_down: true,
  retracted: true,
  closed: true,
  answered: true,
  withdrawn: true,
  expired: true,
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

/** The status after `step`; `before` is where a held request stood. Throws {@link StepAlreadyTaken} or {@link StepRefused}. */
export function nextStatus(
  from: TakedownStatus,
  step: TakedownStep,
  before: TakedownStatus | null = null,
): TakedownStatus {
  const to = TRANSITIONS[from][step]
  if (to === BEFORE && before && may(before, 'hold')) return before
  if (to && to !== BEFORE) return to
  throw leadsTo(step, from) ? new StepAlreadyTaken(from) : new StepRefused(from, step)
}

/** Whether the step leads on: the screen disables by it what the verb refuses. */
export function may(from: TakedownStatus, step: TakedownStep): boolean {
  return TRANSITIONS[from][step] !== undefined
}

/** Whether the step is one of this kind of actor. */
export function isTheirs(step: TakedownStep, by: Actor['kind']): boolean {
  const whose: readonly Actor['kind'][] = STEPS[step]
  return whose.includes(by)
}

export const isStatus = (value: string): value is TakedownStatus => value in CLOSED

/** Nothing follows any more, unless somebody contests, counters or retracts. */
export const isClosed = (status: TakedownStatus): boolean => CLOSED[status]

/** Confirming twice is "already done" even when the request has moved on since. */
function leadsTo(step: TakedownStep, status: TakedownStatus): boolean {
  if (step === 'confirm') return status !== 'expired' && status !== 'email_unverified'
  return Object.values(TRANSITIONS).some((steps) => steps[step] === status)
}

function cannot(status: TakedownStatus): string {
  if (status === 'expired') return say('takedowns.errors.expired')
  if (status === 'email_unverified') return say('takedowns.errors.unconfirmed')
  if (status === 'on_hold') return say('takedowns.errors.onHold')
  return say(isClosed(status) ? 'takedowns.errors.closed' : 'takedowns.errors.notNow')
}
