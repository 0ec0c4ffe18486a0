import 'server-only'
import type { Db, Tx } from '@/db/client'
import { type Lift, liftOf } from './lift-reasons'
import { ourDay } from './our-day'
import { type Right, isForATime } from './rights'
import { lastEvent, wordsOf } from './said'
import { may, type TakedownStatus } from './status'

/** `until`: the moment; `day`: the one that was told. */
export type AnnouncedLift = { eventId: string; until: Date; day: Date; reason: Lift; words: string | null }

type Asked = { id: string; right: Right | null; status: TakedownStatus }

/**
 * That a restriction is going to end, as its requester was told; null where nobody was told so, where it was called off or has ended, and
 * where the request was taken back or looked at again since: then another answer holds. One that a court holds waits for that.
 */
export async function announcedLift(
  on: Db | Tx,
  { id, right, status }: Asked,
): Promise<AnnouncedLift | null> {
  if (!isForATime({ right }) || (!may(status, 'lift') && status !== 'on_hold')) return null
  const last = await lastEvent(on, id, [
    ...(['lift_announced', 'lift_called_off', 'lifted'] as const),
    ...(['outcome', 'appealed', 'appeal_decided', 'reopened', 'bulk_taken_back'] as const),
  ])
  if (last?.type !== 'lift_announced') return null
  const until = new Date(String(last.data.until))
  const words = await wordsOf(on, id, ['lift_announced'])
  return {
    eventId: last.id,
    ...{ until, day: ourDay(until) },
    reason: liftOf(last.data.reason),
    words: words.get(last.id) ?? null,
  }
}
