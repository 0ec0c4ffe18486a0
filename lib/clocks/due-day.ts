import 'server-only'
import type { Temporal } from 'temporal-polyfill'
import { type Calendar, isWorkingDay } from './working-days'

/** A length of time in whole days of some kind. The day something arrives on is day zero (Regulation 1182/71, Art. 3(1)). */
export type DayTerm = { unit: 'business_day' | 'calendar_day' | 'calendar_month'; amount: number }

/** Days on which a clock stood: after `from`, up to and with `to`. */
export type Pause = { from: Temporal.PlainDate; to: Temporal.PlainDate }

export type Ending = {
  calendar: Calendar
  /**
   * A term that would end on a Saturday, Sunday or holiday ends with the next working day, and one of two days or more has two
   * working days in it at least (Regulation (EEC, Euratom) 1182/71, Art. 3(4) and (5)).
   */
  rollsOver: boolean
}

/**
 * The day a term ends on. A month later is the same day of that month, or its last. Days a clock stood are not counted: of a term in
 * business days none of those, of the others as many days are added.
 */
export function dueDay(
  start: Temporal.PlainDate,
  { unit, amount }: DayTerm,
  pauses: readonly Pause[],
  { calendar, rollsOver }: Ending,
): Temporal.PlainDate {
  if (unit === 'business_day') return businessDaysAfter(start, amount, pauses, calendar)
  const stood = pauses.reduce((sum, { from, to }) => sum + from.until(to).days, 0)
  const plain = unit === 'calendar_month' ? start.add({ months: amount }) : start.add({ days: amount })
  const last = plain.add({ days: stood })
  return rollsOver ? rolledOver(start, last, calendar) : last
}

function businessDaysAfter(
  start: Temporal.PlainDate,
  amount: number,
  pauses: readonly Pause[],
  calendar: Calendar,
): Temporal.PlainDate {
  let day = start
  for (let counted = 0; counted < amount;) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day, calendar) && !pauses.some((pause) => isIn(pause, day))) counted += 1
  }
  return day
}

const isIn = ({ from, to }: Pause, day: Temporal.PlainDate): boolean =>
  from.until(day).sign > 0 && day.until(to).sign >= 0

function rolledOver(
  start: Temporal.PlainDate,
  last: Temporal.PlainDate,
  calendar: Calendar,
): Temporal.PlainDate {
  const wanted = start.until(last).days >= 2 ? 2 : 0
  let end = last
  while (!isWorkingDay(end, calendar) || workingDays(start, end, calendar, wanted) < wanted)
    end = end.add({ days: 1 })
  return end
}

/** Working days after `start`, up to and with `end`; counted no further than `enough`. */
function workingDays(
  start: Temporal.PlainDate,
  end: Temporal.PlainDate,
  calendar: Calendar,
  enough: number,
): number {
  let count = 0
  for (let day = end; count < enough && start.until(day).sign > 0; day = day.subtract({ days: 1 }))
    if (isWorkingDay(day, calendar)) count += 1
  return count
}
