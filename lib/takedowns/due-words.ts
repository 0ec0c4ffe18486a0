import 'server-only'
import { dayToTell } from '@/lib/clocks/clock'
import { formatDate, formatMinute } from '@/lib/format'
import type { Locale } from '@/lib/i18n/locales'
import type { RequestClock } from './clock-rows'

/** Until when, in words: the day by the calendar of the clock, which may be another one in UTC; of hours, the minute. */
export function untilWhen(
  { rule, dueAt }: Pick<RequestClock, 'rule' | 'dueAt'>,
  locale: Locale = 'en-GB',
): string | null {
  if (!dueAt) return null
  if (rule.term.unit === 'hour') return formatMinute(dueAt, locale)
  return formatDate(dayToTell(dueAt, rule.zone), false, locale)
}
