import { useT } from '#i18n'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import type { Tally } from '@/lib/bulk/queries'

export function TallyTable({
  caption,
  head,
  tallies,
}: {
  caption: string
  /** What is counted, over its names. */
  head: string
  tallies: readonly Tally[]
}) {
  const t = useT('bulk.head')
  if (tallies.length === 0) return null
  return (
    <div>
      <h3 className="mb-1 text-sm">{caption}</h3>
      <Table caption={caption}>
        <TableHead>
          <Th>{head}</Th>
          <Th align="end">{t('cases')}</Th>
        </TableHead>
        <TableBody>
          {tallies.map(({ value, cases }) => (
            <Tr key={value}>
              <Td className="wrap-anywhere">{value}</Td>
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
