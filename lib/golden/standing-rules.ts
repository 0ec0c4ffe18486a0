import type { goldenState } from '@/db/schema/golden'

/** How many of somebody's latest answers count, so that everybody can recover. */
export const WINDOW = 20

/** With fewer answers a share says nothing, and nothing follows. */
export const LEAST_JUDGED = 5

/** Whoever has to recover is given one in about so many cases, where the dataset gives fewer. */
export const EVERY_WHILE_HELD = 5

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
