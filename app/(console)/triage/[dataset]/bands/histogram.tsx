import { useT } from '#i18n'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import type { Bar } from '@/lib/bulk/histogram'
import { formatScore } from '@/lib/format'

/** How many cases each score has: drawn, and as a table of the scores that occur. */
export function Histogram({ bars }: { bars: readonly Bar[] }) {
  const t = useT('bands.histogram')
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
          <span>{t('least')}</span>
          <span>{t('highest', { n: most })}</span>
          <span>{t('most')}</span>
        </figcaption>
      </figure>
      <Table caption={t('caption')}>
        <TableHead>
          <Th>{t('score')}</Th>
          <Th align="end">{t('cases')}</Th>
        </TableHead>
        <TableBody>
          {bars
            .filter(({ cases }) => cases > 0)
            .map(({ low, high, cases }) => (
              <Tr key={low}>
                <Td>{t('range', { low: formatScore(low), high: formatScore(high) })}</Td>
                <Td label={t('cases')} align="end">
                  <Count value={cases} />
                </Td>
              </Tr>
            ))}
        </TableBody>
      </Table>
    </div>
  )
}
