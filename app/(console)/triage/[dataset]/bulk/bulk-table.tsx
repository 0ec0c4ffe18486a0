import Link from 'next/link'
import { Count } from '@/components/ui/number'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { PROGRESS, STATE } from '@/lib/bulk/labels'
import { type BulkSummary, selectionOf } from '@/lib/bulk/queries'
import { paths } from '@/lib/paths'
import { ACTION } from '@/lib/review/labels'

/** What each was about, how far it came, and whose it is. */
export function BulkTable({ slug, bulks }: { slug: string; bulks: readonly BulkSummary[] }) {
  return (
    <Table caption="Bulk decisions">
      <TableHead>
        <Th>What</Th>
        <Th>Cases</Th>
        <Th align="end">Decided</Th>
        <Th align="end">Skipped</Th>
        <Th align="end">Of</Th>
        <Th>State</Th>
        <Th>By</Th>
        <Th>When</Th>
      </TableHead>
      <TableBody>
        {bulks.map((one) => (
          <Tr key={one.id}>
            <Td>
              <Link href={paths.bulk(slug, one.id)} className="link font-medium">
                {titleOf(one)}
              </Link>
            </Td>
            <Td label="Cases">{selectionOf(one.selection)}</Td>
            <Td label="Decided" align="end">
              <Count value={one.decided} />
            </Td>
            <Td label="Skipped" align="end">
              <Count value={one.skipped} />
            </Td>
            <Td label="Of" align="end">
              <Count value={one.total} />
            </Td>
            <Td label="State">
              <StatusBadge progress={PROGRESS[one.state]}>{STATE[one.state].toLowerCase()}</StatusBadge>
            </Td>
            <Td label="By">{one.by}</Td>
            <Td label="When">
              <Timestamp at={one.startedAt ?? one.createdAt} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

/** "Remove (pii.contact)", "Take back" */
export const titleOf = ({ action, reasonCode }: Pick<BulkSummary, 'action' | 'reasonCode'>) =>
  action === null ? 'Take back' : `${ACTION[action].verb} (${reasonCode})`
