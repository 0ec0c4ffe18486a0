import { numberOf } from '@/app/(console)/metrics/[dataset]/metric-section'
import type { ReportTable } from '@/lib/transparency/table'

/** Which column of a table is drawn, beside which of its texts. */
const DRAWN: Record<ReportTable['id'], { column: number; names: readonly number[] }> = {
  kinds: { column: 1, names: [0] },
  times: { column: 2, names: [0] },
  appeals: { column: 10, names: [0, 1] },
  automation: { column: 2, names: [0, 1] },
  flags: { column: 2, names: [0, 1] },
  months: { column: 1, names: [0] },
}

/**
 * One column as bars, one for each row, with the number at its end. Every number is in the table below, so the picture is hidden from
 * those who have it read to them. A row that sums up others, or says no number, has no bar.
 */
export function ReportChart({ table: { id, rows, columns, apart = [] } }: { table: ReportTable }) {
  const { column, names } = DRAWN[id]
  const drawn = columns[column]
  const bars = rows.flatMap((row, i) => {
    const value = row[column]
    const name = names.map((at) => String(row[at])).join(', ')
    return typeof value === 'number' && !apart.includes(i) ? [{ name, value }] : []
  })
  if (!drawn || bars.length < 2) return null
  const most = Math.max(drawn.kind === 'share' ? 0 : 1, ...bars.map(({ value }) => value))
  return (
    <figure aria-hidden="true" className="flex max-w-2xl flex-col gap-1 text-xs">
      <figcaption className="mb-1 font-medium text-ink">{drawn.label}</figcaption>
      {bars.map(({ name, value }) => (
        <div
          key={name}
          className="grid grid-cols-[8rem_minmax(0,1fr)_4.5rem] items-center gap-2 sm:grid-cols-[16rem_minmax(0,1fr)_4.5rem]"
        >
          <span className="truncate text-ink-soft" title={name}>
            {name}
          </span>
          <svg className="h-3.5 w-full">
            <rect
              width={`${value === 0 || most === 0 ? 0 : Math.max(0.5, (value / most) * 100)}%`}
              height="14"
              className="fill-accent"
            />
          </svg>
          <span className="text-end text-ink">{numberOf(value, drawn.kind)}</span>
        </div>
      ))}
    </figure>
  )
}
