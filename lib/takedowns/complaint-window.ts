import 'server-only'
import type { Db, Tx } from '@/db/client'
import { localeOfReader } from '@/lib/i18n/say'
import { clocksOf, type RequestClock } from './clock-rows'
import { untilWhen } from './due-words'

/** Until when a decision could be complained of, when that is over; else null. It is six months at least (Regulation (EU) 2022/2065 Art. 20(1)). */
export async function complaintOverSince(on: Db | Tx, requestId: string): Promise<string | null> {
  const window = windowOf(await clocksOf(on, requestId))
  return window?.dueAt && window.dueAt < new Date() ? untilWhen(window, localeOfReader()) : null
}

/** The time that runs since the last decision. */
export const windowOf = (clocks: readonly RequestClock[]): RequestClock | undefined =>
  clocks.findLast(({ law, state }) => law === 'complaint_window' && state !== 'satisfied')
