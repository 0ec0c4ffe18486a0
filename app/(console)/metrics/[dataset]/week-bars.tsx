import { useLocale, useT } from '#i18n'
import { formatCount, formatDate, formatScore } from '@/lib/format'

export type WeekPoint = { week: string; value: number | null }

/**
 * One number a week as bars, the first and the last week and the highest number said beside them. A week without a value has no
 * bar. `most` is the top of a scale that has one.
 */
export function WeekBars({
  title,
  weeks,
  most,
}: {
  title: string
  weeks: readonly WeekPoint[]
  most?: number
}) {
  const t = useT('metrics.chart')
  const locale = useLocale()
  const dateOf = (point: WeekPoint | undefined) =>
    point ? formatDate(new Date(point.week), true, locale) : null
  const values = weeks.flatMap(({ value }) => value ?? [])
  const top = most ?? Math.max(1, ...values)
  const last = weeks.at(-1)
  const words = (value: number) => (most === undefined ? formatCount(value) : formatScore(value))
  // A single week is not as wide as a year.
  const width = 100 / Math.max(8, weeks.length)
  return (
    <figure aria-hidden="true" className="flex min-w-0 flex-col gap-1 text-xs text-ink-soft">
      <figcaption className="flex justify-between gap-2">
        <span className="font-medium text-ink">{title}</span>
        <span>
          {typeof last?.value !== 'number' ? t('noneLast') : t('last', { value: words(last.value) })}
        </span>
      </figcaption>
      <svg className="h-24 w-full">
        <line x1="0" x2="100%" y1="95.5" y2="95.5" className="stroke-line-strong" />
        {weeks.map(({ week, value }, i) => {
          const height = (Math.max(0, value ?? 0) / top) * 90
          return value === null ? null : (
            <rect
              key={week}
              x={`${i * width + width * 0.1}%`}
              y={95 - Math.max(1, height)}
              width={`${width * 0.8}%`}
              height={Math.max(1, height)}
              className="fill-accent"
            />
          )
        })}
      </svg>
      <p className="flex justify-between gap-2">
        <span>{dateOf(weeks[0])}</span>
        {values.length > 0 ? <span>{t('most', { value: words(Math.max(...values)) })}</span> : null}
        <span>{weeks.length > 1 ? dateOf(last) : null}</span>
      </p>
    </figure>
  )
}
