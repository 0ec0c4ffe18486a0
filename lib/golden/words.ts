import 'server-only'
import { say } from '@/lib/i18n/say'
import { standingFollows } from './labels'
import type { Standing } from './standing'
import { AGAIN_DAYS_HELD, LEAST_JUDGED, type StandingState } from './standing-rules'

/** The state of a person as leads read it: of few answers it says nothing. */
export const stateInWords = ({ judged, state }: { judged: number; state: StandingState }): string =>
  say(`golden.standing.is.${judged < LEAST_JUDGED ? 'few' : state}`)

/** How somebody's answers stand, to themselves. */
export function standingInWords(standing: Standing): string {
  const { judged, passed, toCome } = standing
  const share = say('checks.standing.share', { judged, passed })
  const follows = standingFollows(standing)
  if (follows === null) return share
  const then =
    follows === 'few'
      ? say('checks.standing.follows.few', { least: String(LEAST_JUDGED) })
      : follows === 'held'
        ? say('checks.standing.follows.held', { n: toCome, days: String(AGAIN_DAYS_HELD) })
        : say('checks.standing.follows.warned')
  return `${share} ${then}`
}
