import 'server-only'
import Holidays from 'date-holidays'
import type { Temporal } from 'temporal-polyfill'

/** Whose public holidays are no working days: `US`, `DE`, `DE-BY`, `GB-ENG` (ISO 3166-1 and -2); `none` knows weekends only. */
export type Calendar = string

/**
 * Whether people work on that day: neither a weekend nor a public holiday, nor the day that stands in for a holiday on a weekend. For
 * `US` these are the federal holidays (5 U.S.C. § 6103).
 *
 * @throws RangeError for a calendar that is not known
 */
export function isWorkingDay(day: Temporal.PlainDate, calendar: Calendar): boolean {
  return day.dayOfWeek < 6 && !holidaysOf(calendar, day.year).has(day.toString())
}

/** Whether there is a calendar of that name. */
export function isCalendar(name: string): boolean {
  if (name === 'none') return true
  const [country = '', state] = split(name)
  const all = new Holidays()
  return country in all.getCountries() && (state === undefined || state in (all.getStates(country) ?? {}))
}

const known = new Map<string, ReadonlySet<string>>()

function holidaysOf(calendar: Calendar, year: number): ReadonlySet<string> {
  if (calendar === 'none') return NONE
  const key = `${calendar} ${year}`
  const found = known.get(key) ?? readHolidays(calendar, year)
  known.set(key, found)
  return found
}

const NONE: ReadonlySet<string> = new Set()

function readHolidays(calendar: Calendar, year: number): ReadonlySet<string> {
  if (!isCalendar(calendar)) throw new RangeError(`there is no calendar of public holidays “${calendar}”`)
  const [country = '', state] = split(calendar)
  const holidays = state === undefined ? new Holidays(country) : new Holidays(country, state)
  if (country === 'US') holidays.setHoliday(VETERANS_DAY, { name: 'Veterans Day', type: 'public' })
  return new Set(
    holidays
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10)),
  )
}

/** The one federal holiday that the tables leave on its weekend. */
const VETERANS_DAY = 'substitutes 11-11 if sunday then next monday if saturday then previous friday'

const split = (name: string): string[] => name.split(/-(.*)/s).slice(0, 2)
