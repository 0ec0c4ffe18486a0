import type { Cell, MetricTable } from '@/lib/metrics/table'
import { Intervals } from './intervals'
import { WeekBars } from './week-bars'

/** What is seen sooner than read, drawn from the numbers of the table below it. */
export function MetricChart({ table: { id, columns, rows } }: { table: MetricTable }) {
  switch (id) {
    case 'weeks':
      return (
        <div className="grid gap-6 sm:grid-cols-3">
          {[1, 2, 3].map((column) => (
            <WeekBars
              key={column}
              title={columns[column]?.label ?? ''}
              weeks={seriesOf(rows, column)}
              most={columns[column]?.kind === 'coefficient' ? 1 : undefined}
            />
          ))}
        </div>
      )
    case 'overturned':
      return (
        <Intervals points={rows.map(([name, , , , value, low, high]) => pointOf([name], value, low, high))} />
      )
    case 'detectors':
      return (
        <Intervals
          points={rows
            .slice(0, MOST_DRAWN)
            .map(([detector, type, , , value, low, high]) => pointOf([detector, type], value, low, high))}
        />
      )
    default:
      return null
  }
}

/** As many as a chart shows without becoming a second table. */
const MOST_DRAWN = 12
const MOST_WEEKS = 26

const seriesOf = (rows: MetricTable['rows'], column: number) =>
  rows.slice(-MOST_WEEKS).map((row) => ({ week: String(row[0] ?? ''), value: numeric(row[column] ?? null) }))

const pointOf = (
  names: readonly (Cell | undefined)[],
  value: Cell | undefined,
  low: Cell | undefined,
  high: Cell | undefined,
) => ({
  name: names.map((name) => (typeof name === 'string' ? name : '')).join(' · '),
  value: numeric(value ?? null) ?? 0,
  low: numeric(low ?? null) ?? 0,
  high: numeric(high ?? null) ?? 1,
})

const numeric = (cell: Cell): number | null => (typeof cell === 'number' ? cell : null)
