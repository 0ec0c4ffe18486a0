import type { goldenState } from '@/db/schema/golden'

/** How many of somebody's latest answers count, so that everybody can recover. */
export const WINDOW = 20

/** With fewer answers a share says nothing, and nothing follows. */
export const LEAST_JUDGED = 5

/** Whoever has to recover is given one in about so many cases, where the dataset gives fewer. */
export const EVERY_WHILE_HELD = 5

/** Days after which an item comes to the same person again, and to one who has to recover; where they left it without an answer, sooner. */
export const AGAIN_DAYS = 90
export const AGAIN_DAYS_HELD = 7
export const AGAIN_DAYS_UNANSWERED = 1

/** How a dataset checks its reviewers that has not said it. */
export const DEFAULTS = { every: 20, warnBelow: 0.8, holdBelow: 0.6, secondLead: false }

export type StandingState = (typeof goldenState.enumValues)[number]
export type Bounds = { warnBelow: number; holdBelow: number }

/** What the share of right answers leads to: never a count of wrong ones, and never one wrong answer alone. */
export function stateOf(
  { judged, passed }: { judged: number; passed: number },
  { warnBelow, holdBelow }: Bounds,
): StandingState {
  if (judged < LEAST_JUDGED) return 'fine'
  const share = passed / judged
  return share < holdBelow ? 'held' : share < warnBelow ? 'warned' : 'fine'
}

/**
 * How many answers in a row have to be as expected until votes count alone again, with each of which an older one leaves the window.
 * @param latest whether each was, the newest first
 */
export function rightsToCome(latest: readonly boolean[], bounds: Bounds): number {
  for (let rights = 0; rights < WINDOW; rights++) {
    const kept = latest.slice(0, WINDOW - rights)
    const counts = { judged: rights + kept.length, passed: rights + kept.filter(Boolean).length }
    if (stateOf(counts, bounds) !== 'held') return rights
  }
  return WINDOW
}
