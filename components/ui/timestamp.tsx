import { useLocale } from '#i18n'
import { formatDate, formatDateTime, formatRelative } from '@/lib/format'
import type { Locale } from '@/lib/i18n/locales'

/**
 * A moment: relative by default, the absolute on hover and in `datetime`. The words depend on when they were written, so
 * React is told to keep the server's (they are right to the second of the page).
 */
export function Timestamp({
  at,
  show = 'relative',
  now,
}: {
  at: Date | string
  show?: 'relative' | 'date' | 'full'
  now?: Date
}) {
  const locale = useLocale()
  const date = typeof at === 'string' ? new Date(at) : at
  if (Number.isNaN(date.getTime())) return <span>–</span>
  return (
    <time
      dateTime={date.toISOString()}
      title={formatDateTime(date, locale)}
      suppressHydrationWarning
      className="whitespace-nowrap"
    >
      {words(date, show, now, locale)}
    </time>
  )
}

function words(
  date: Date,
  show: 'relative' | 'date' | 'full',
  now: Date | undefined,
  locale: Locale,
): string {
  if (show === 'full') return formatDateTime(date, locale)
  if (show === 'date') return formatDate(date, false, locale)
  return formatRelative(date, now ?? new Date(), locale)
}
