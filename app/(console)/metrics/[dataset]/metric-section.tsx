import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { formatCount, formatDuration, formatPercent, formatScore } from '@/lib/format'
import type { Cell, ColumnKind, MetricTable } from '@/lib/metrics/table'

/** A table of numbers with how they were counted, its chart above and its file beside the title. */
export function MetricSection({
  table,
  csv,
  children,
}: {
  table: Omit<MetricTable, 'id'>
  csv: string
  children: ReactNode
}) {
  const t = useT('metrics')
  const { title, about, columns, rows, empty, capped } = table
  return (
    <Section
      title={title}
      actions={
        rows.length > 0 ? (
          <a href={csv} download className="link text-sm">
            {t.rich('csv', { title, hidden: (words) => <span className="sr-only">{words}</span> })}
          </a>
        ) : null
      }
    >
      <p className="mb-3 max-w-prose text-sm text-ink-soft">
        {about} {capped}
      </p>
      {rows.length === 0 ? (
        <p className="text-sm text-ink">{empty}</p>
      ) : (
        <div className="flex flex-col gap-4">
          {children}
          <Table caption={title}>
            <TableHead>
              {columns.map(({ label, kind }) => (
                <Th key={label} align={alignOf(kind)} wrap>
                  {label}
                </Th>
              ))}
            </TableHead>
            <TableBody>
              {rows.map((row, at) => (
                <Tr key={at}>
                  {columns.map(({ label, kind }, i) => (
                    <Td
                      key={label}
                      label={label}
                      align={alignOf(kind)}
                      className={i === 0 ? 'font-medium' : undefined}
                    >
                      <Value cell={row[i] ?? null} kind={kind} />
                    </Td>
                  ))}
                </Tr>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </Section>
  )
}

const alignOf = (kind: ColumnKind) => (kind === 'text' || kind === 'time' ? 'start' : 'end')

function Value({ cell, kind }: { cell: Cell; kind: ColumnKind }) {
  if (cell === null) return '–'
  if (typeof cell === 'object')
    return <span className="inline-block max-w-64 text-start text-ink-soft">{cell.says}</span>
  if (kind === 'time') return <Timestamp at={String(cell)} />
  return typeof cell === 'number' ? numberOf(cell, kind) : cell
}

/** As the column says: a count, a share in percent, a length of time, a coefficient with two decimals. */
export function numberOf(value: number, kind: ColumnKind): string {
  switch (kind) {
    case 'share':
      return formatPercent(value)
    case 'seconds':
      return formatDuration(value)
    case 'coefficient':
      return formatScore(value)
    default:
      return formatCount(value)
  }
}
