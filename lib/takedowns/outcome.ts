import type { decisionAction } from '@/db/schema/review'
import type { TakedownKind } from './attestations'
import type { TakedownStatus, TakedownStep } from './status'

type Action = (typeof decisionAction.enumValues)[number]

export type OutcomeStatus = Extract<TakedownStatus, 'actioned' | 'partially_actioned' | 'no_action'>
type OutcomeStep = Extract<TakedownStep, 'act' | 'act_in_part' | 'decline'>

/** How far each action follows what was asked: a label leaves the row in place and tells its readers something. */
const FOLLOWS: Record<Action, 'fully' | 'partly' | 'not'> = {
  remove: 'fully',
  redact: 'fully',
  restrict: 'fully',
  label: 'partly',
  keep: 'not',
}

/** Whether a decision leaves something to contest for whoever asked. */
export const isContestable = (action: Action): boolean => FOLLOWS[action] !== 'fully'

/** The step that ends a request whose items were decided like this. Of nothing, nothing follows. */
export function outcomeStep(actions: readonly Action[]): OutcomeStep {
  const follows = new Set(actions.map((action) => FOLLOWS[action]))
  if (follows.size === 0 || (follows.size === 1 && follows.has('not'))) return 'decline'
  return follows.size === 1 && follows.has('fully') ? 'act' : 'act_in_part'
}

export const OUTCOME_SUMMARY: Record<OutcomeStatus, string> = {
  actioned: 'We have done what you asked for with everything we found.',
  partially_actioned: 'We have done part of what you asked for. The reasons are given for each item.',
  no_action:
    'We have not changed the dataset. The reasons are given for each item, and so is what you can do.',
}

export const isOutcome = (value: unknown): value is OutcomeStatus =>
  typeof value === 'string' && Object.hasOwn(OUTCOME_SUMMARY, value)

export const RESULT: Record<Action, string> = {
  remove: 'will be left out',
  redact: 'will have the passages blacked out',
  restrict: 'will only be in the copy for registered holders',
  label: 'stays, with a label for those who use it',
  keep: 'stays',
}

/** What follows from the outcome, and what does not. */
export function whatFollows(kind: TakedownKind, status: OutcomeStatus): string {
  if (status === 'no_action') return 'Nothing changes in the next release.'
  const standing =
    kind === 'opt_out'
      ? ' A standing rule also keeps what comes from the same source out of later revisions.'
      : ''
  return `The next release shows the change.${standing} Copies that others made of earlier releases are out of our reach.`
}

/** What somebody can do who does not agree: here, and beyond us. `contest`: where they can contest it, if they can. */
export function redressOf(
  kind: TakedownKind,
  contest: 'on the page of your request' | 'below' | null,
): string {
  const here = contest
    ? `If you do not agree, say so ${contest}: people who had no part in the decision look again.`
    : SEND_AGAIN[kind]
  return [here, BEYOND[kind]].filter((text) => text !== '').join(' ')
}

const SEND_AGAIN: Record<TakedownKind, string> = {
  privacy: 'If you do not agree, send a new request and say why: a person looks again.',
  copyright: 'If you do not agree, send a new request and say what was missed: a person looks again.',
  illegal_content: 'If you do not agree, send a new request and say what was missed: a person looks again.',
  opt_out: 'If you do not agree, send a new request and show that it is yours: a person looks again.',
  other: 'If you do not agree, send a new request and say what was missed: a person looks again.',
}

const BEYOND: Record<TakedownKind, string> = {
  privacy:
    'You can also complain to the data protection authority where you live (GDPR Art. 77) and go to court (Art. 79).',
  copyright: 'You remain free to go to court.',
  illegal_content:
    'You can also turn to a certified dispute settlement body (Regulation (EU) 2022/2065, Art. 21) and to a court.',
  opt_out: '',
  other: '',
}
