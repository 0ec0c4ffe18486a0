import type { decisionAction } from '@/db/schema/review'
import type { TakedownKind } from './attestations'
import type { Regime } from './kinds'
import { isForATime, isToGiveNobody, type Right } from './rights'
import type { TakedownStatus, TakedownStep } from './status'
import type { Voice } from '@/lib/i18n/say'

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

const ACTIONS = ['remove', 'redact', 'restrict', 'label', 'keep'] as const satisfies readonly Action[]

/** The actions that follow what was asked so far. */
export const actionsThat = (follow: (typeof FOLLOWS)[Action]): Action[] =>
  ACTIONS.filter((action) => FOLLOWS[action] === follow)

/** What registered holders still get is given to somebody, where nobody was to have it. */
const followedBy = (action: Action, right: Right | null): (typeof FOLLOWS)[Action] =>
  action === 'restrict' && isToGiveNobody({ right }) ? 'partly' : FOLLOWS[action]

/** Whether a decision leaves something to contest for whoever asked. */
export const isContestable = (action: Action, right: Right | null): boolean =>
  followedBy(action, right) !== 'fully'

/** The step that ends a request whose items were decided like this. Of nothing, nothing follows. */
export function outcomeStep(actions: readonly Action[], right: Right | null = null): OutcomeStep {
  const follows = new Set(actions.map((action) => followedBy(action, right)))
  if (follows.size === 0 || (follows.size === 1 && follows.has('not'))) return 'decline'
  return follows.size === 1 && follows.has('fully') ? 'act' : 'act_in_part'
}

const OUTCOMES = ['actioned', 'partially_actioned', 'no_action'] as const satisfies readonly OutcomeStatus[]

export const isOutcome = (value: unknown): value is OutcomeStatus =>
  OUTCOMES.some((outcome) => outcome === value)

export const outcomeSummary = (voice: Voice, status: OutcomeStatus): string =>
  voice(`takedowns.outcome.${status}`)

/** What follows from the outcome, and what does not. `later`: it holds for later revisions, too. */
export function whatFollows(
  voice: Voice,
  status: OutcomeStatus,
  { later, right }: { later: boolean; right: Right | null },
): string {
  if (status === 'no_action') return voice('takedowns.follows.nothing')
  if (isForATime({ right })) return voice('takedowns.follows.forATime')
  return voice(later ? 'takedowns.follows.standing' : 'takedowns.follows.change')
}

/** What somebody can do who does not agree: here, and beyond us by their law. `contest`: where they can contest it, if they can. */
export function redressOf(
  voice: Voice,
  { kind, regime }: { kind: TakedownKind; regime: Regime },
  contest: 'page' | 'below' | null,
): string {
  const here = contest ? voice(`takedowns.redress.${contest}`) : voice(`takedowns.redress.again.${kind}`)
  if (kind === 'privacy') return `${here} ${voice(`takedowns.redress.privacy.${regime}`)}`
  return kind === 'opt_out' || kind === 'retraction' || kind === 'other'
    ? here
    : `${here} ${voice(`takedowns.redress.beyond.${kind}`)}`
}
