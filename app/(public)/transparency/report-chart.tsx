import { formatCount } from '@/lib/format'
import type { ReportTable } from '@/lib/transparency/table'

/** Which column of a table is drawn beside its names; the others have no picture. */
const DRAWN: Partial<Record<ReportTable['id'], number>> = { kinds: 1, months: 1, automation: 1, flags: 2 }

/**
 * One column as bars, one for each row, with the number at its end. Every number is in the table below, so the picture is hidden from
 * those who have it read to them. A row that is a total, or says no number, has no bar.
 */
export function ReportChart({ table: { id, rows, columns } }: { table: ReportTable }) {
  const column = DRAWN[id]
  if (column === undefined) return null
  const bars = rows
    .filter((_, i) => id !== 'kinds' || !isTotal(rows, i))
    .flatMap((row) => {
      const value = row[column]
      const name = id === 'flags' ? `${String(row[0])}, ${String(row[1])}` : String(row[0])
      return typeof value === 'number' ? [{ name, value }] : []
    })
  if (bars.length < 2) return null
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <figure aria-hidden="true" className="flex max-w-2xl flex-col gap-1 text-xs">
      <figcaption className="mb-1 font-medium text-ink">{columns[column]?.label}</figcaption>
      {bars.map(({ name, value }) => (
        <div
          key={name}
          className="grid grid-cols-[8rem_minmax(0,1fr)_3rem] items-center gap-2 sm:grid-cols-[14rem_minmax(0,1fr)_3rem]"
        >
          <span className="truncate text-ink-soft">{name}</span>
          <svg className="h-3.5 w-full">
            <rect
              width={`${value === 0 ? 0 : Math.max(0.5, (value / most) * 100)}%`}
              height="14"
              className="fill-accent"
            />
          </svg>
          <span className="text-end text-ink">{formatCount(value)}</span>
        </div>
      ))}
    </figure>
  )
}

/** The first row that is the sum of those before it ends the list of kinds. */
function isTotal(rows: ReportTable['rows'], at: number): boolean {
  const numbers = rows.map((row) => row[1])
  const before = numbers.slice(0, at)
  return (
    at > 0 &&
    before.every((n) => typeof n === 'number') &&
    typeof numbers[at + 1] !== 'number' &&
    numbers[at] === before.reduce((sum: number, n) => sum + Number(n), 0)
  )
}
