import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import type { Bar } from '@/lib/bulk/histogram'
import { formatCount, formatScore } from '@/lib/format'

/** How many cases each score has: drawn, and as a table of the scores that occur. */
export function Histogram({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ cases }) => cases))
  const width = 100 / bars.length
  return (
    <div className="grid gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <figure aria-hidden="true" className="flex min-w-0 flex-col gap-1 text-xs text-ink-soft">
        <svg className="h-40 w-full">
          <line x1="0" x2="100%" y1="155.5" y2="155.5" className="stroke-line-strong" />
          {bars.map(({ low, cases }, i) => {
            const height = cases === 0 ? 0 : Math.max(2, (cases / most) * 150)
            return (
              <rect
                key={low}
                x={`${i * width + width * 0.08}%`}
                y={155 - height}
                width={`${width * 0.84}%`}
                height={height}
                className="fill-accent"
              />
            )
          })}
        </svg>
        <figcaption className="flex justify-between">
          <span>score 0</span>
          <span>at most {formatCount(most)} cases</span>
          <span>score 1</span>
        </figcaption>
      </figure>
      <Table caption="Open cases by score">
        <TableHead>
          <Th>Score</Th>
          <Th align="end">Open cases</Th>
        </TableHead>
        <TableBody>
          {bars
            .filter(({ cases }) => cases > 0)
            .map(({ low, high, cases }) => (
              <Tr key={low}>
                <Td>
                  {formatScore(low)} to {formatScore(high)}
                </Td>
                <Td label="Open cases" align="end">
                  <Count value={cases} />
                </Td>
              </Tr>
            ))}
        </TableBody>
      </Table>
    </div>
  )
}
