import { EntryTime } from '@/components/log/entry-time'
import { Badge } from '@/components/ui/badge'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Visible } from '@/components/item/visible'
import type { AuditRow } from '@/lib/log/audit'

export function AuditRows({ rows }: { rows: AuditRow[] }) {
  return (
    <Table caption="Log entries, newest first">
      <TableHead>
        <Th align="end">Entry</Th>
        <Th>What happened</Th>
        <Th>When</Th>
      </TableHead>
      <TableBody>
        {rows.map(({ index, entry, sentence, opened }) => (
          <Tr key={index}>
            <Td label="Entry" align="end">
              <Count value={index} />
            </Td>
            <Td label="What">
              <span className="min-w-0 wrap-anywhere">
                <Visible text={sentence} /> {opened ? null : <Badge>public part only</Badge>}
              </span>
            </Td>
            <Td label="When">
              <EntryTime at={entry.at} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
