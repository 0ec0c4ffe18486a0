import { useT } from '#i18n'
import { formatPercent } from '@/lib/format'

export type IntervalPoint = { name: string; value: number; low: number; high: number }

/** Shares with their 95 % intervals on one scale from 0 to 100 %, each named at its line. */
export function Intervals({ points }: { points: readonly IntervalPoint[] }) {
  const t = useT('metrics.chart')
  return (
    <figure aria-hidden="true" className="flex flex-col gap-1.5 text-xs">
      {points.map(({ name, value, low, high }) => (
        <div key={name} className="grid grid-cols-[minmax(0,2fr)_minmax(0,5fr)_3.5rem] items-center gap-3">
          <span className="truncate text-ink">{name}</span>
          <svg className="h-4 w-full overflow-visible">
            <line x1="0" x2="100%" y1="8" y2="8" className="stroke-line" />
            <line
              x1={`${low * 100}%`}
              x2={`${high * 100}%`}
              y1="8"
              y2="8"
              strokeWidth="3"
              className="stroke-line-strong"
            />
            <circle cx={`${value * 100}%`} cy="8" r="4" className="fill-accent" />
          </svg>
          <span className="text-end text-ink">{formatPercent(value)}</span>
        </div>
      ))}
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,5fr)_3.5rem] gap-3 text-ink-soft">
        <span />
        <span className="flex justify-between">
          <span>0%</span>
          <span>{t('interval')}</span>
          <span>100%</span>
        </span>
      </div>
    </figure>
  )
}
