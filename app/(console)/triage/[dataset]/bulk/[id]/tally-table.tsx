import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import type { Tally } from '@/lib/bulk/queries'

export function TallyTable({ caption, tallies }: { caption: string; tallies: readonly Tally[] }) {
  if (tallies.length === 0) return null
  return (
    <div>
      <h3 className="mb-1 text-sm">{caption}</h3>
      <Table caption={caption}>
        <TableHead>
          <Th>{caption.replace('By ', '').replace(/^./, (first) => first.toUpperCase())}</Th>
          <Th align="end">Cases</Th>
        </TableHead>
        <TableBody>
          {tallies.map(({ value, cases }) => (
            <Tr key={value}>
              <Td className="wrap-anywhere">{value}</Td>
              <Td label="Cases" align="end">
                <Count value={cases} />
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
