import Link from 'next/link'
import { Count } from '@/components/ui/number'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { paths } from '@/lib/paths'
import { KIND, PROGRESS, STATUS } from '@/lib/takedowns/labels'
import type { RequestRow } from '@/lib/takedowns/queries'

export function RequestTable({ rows }: { rows: readonly RequestRow[] }) {
  return (
    <Table caption="Takedown requests">
      <TableHead>
        <Th>Request</Th>
        <Th>Kind</Th>
        <Th>Dataset</Th>
        <Th>Status</Th>
        <Th align="end">Open cases</Th>
        <Th align="end">Sent</Th>
        <Th align="end">Answer due</Th>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <Link href={paths.request(row.id)} className="link font-mono">
                {row.reference}
              </Link>
            </Td>
            <Td label="Kind">{KIND[row.kind]}</Td>
            <Td label="Dataset">{row.dataset}</Td>
            <Td label="Status">
              <StatusBadge progress={PROGRESS[row.status]}>{STATUS[row.status]}</StatusBadge>
            </Td>
            <Td label="Open cases" align="end">
              <Count value={row.openCases} />
            </Td>
            <Td label="Sent" align="end">
              <Timestamp at={row.submittedAt} />
            </Td>
            <Td label="Answer due" align="end">
              {row.dueAt && !row.closedAt ? (
                <Timestamp at={row.dueAt} show="date" />
              ) : (
                <span className="text-ink-faint">–</span>
              )}
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
