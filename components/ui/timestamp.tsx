import { formatDate, formatDateTime, formatRelative } from '@/lib/format'

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
  const date = typeof at === 'string' ? new Date(at) : at
  if (Number.isNaN(date.getTime())) return <span>unknown time</span>
  return (
    <time
      dateTime={date.toISOString()}
      title={formatDateTime(date)}
      suppressHydrationWarning
      className="whitespace-nowrap"
    >
      {words(date, show, now)}
    </time>
  )
}

function words(date: Date, show: 'relative' | 'date' | 'full', now: Date | undefined): string {
  if (show === 'full') return formatDateTime(date)
  if (show === 'date') return formatDate(date)
  return formatRelative(date, now ?? new Date())
}
