import type { TakedownKind } from './attestations'

/** Days we give ourselves where the law names none ("expeditiously", "in a timely manner"). */
const OWN_TERM: Record<Exclude<TakedownKind, 'privacy'>, number> = {
  copyright: 14,
  illegal_content: 14,
  opt_out: 30,
  other: 30,
}

/**
 * When the requester has to have an answer, counted from the submission, not from the confirmation. Privacy: one month
 * (GDPR Art. 12(3)), to the same day of the next month or its last, and on to Monday when that is a weekend (Regulation
 * (EEC, Euratom) 1182/71, Art. 3(4)); public holidays differ by country and are not counted. UTC; the end of that day.
 */
export function dueDate(kind: TakedownKind, submitted: Date): Date {
  return kind === 'privacy' ? nextWorkingDay(oneMonthAfter(submitted)) : endOfDay(submitted, OWN_TERM[kind])
}

/** The promise in words, for the form and the tracking page. */
export function termInWords(kind: TakedownKind): string {
  return kind === 'privacy' ? 'one month, as the law says' : `${OWN_TERM[kind]} days, our own promise`
}

function oneMonthAfter(date: Date): Date {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const lastDay = new Date(Date.UTC(year, month + 2, 0)).getUTCDate()
  return endOf(Date.UTC(year, month + 1, Math.min(day, lastDay)))
}

function nextWorkingDay(date: Date): Date {
  const weekday = date.getUTCDay()
  return weekday === 6 ? endOfDay(date, 2) : weekday === 0 ? endOfDay(date, 1) : date
}

const endOfDay = (date: Date, days: number) =>
  endOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + days))

const endOf = (midnight: number) => new Date(midnight + 86_400_000 - 1000)
