import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { Count } from '@/components/ui/number'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { revisionsOf } from '@/lib/datasets/queries'
import { paths } from '@/lib/paths'

type Revisions = Awaited<ReturnType<typeof revisionsOf>>

export function RevisionList({
  slug,
  revisions,
  canImport,
}: {
  slug: string
  revisions: Revisions
  canImport: boolean
}) {
  if (revisions.length === 0) {
    return (
      <EmptyState title="Nothing has been imported yet">
        {canImport
          ? 'Import the files of the dataset to have them looked through.'
          : 'A maintainer imports the first revision.'}
      </EmptyState>
    )
  }
  return (
    <Table caption="Revisions, newest first">
      <TableHead>
        <Th>Revision</Th>
        <Th>State</Th>
        <Th align="end">Rows</Th>
        <Th align="end">Flagged</Th>
        <Th align="end">Quarantined</Th>
        <Th>Imported</Th>
      </TableHead>
      <TableBody>
        {revisions.map((revision) => (
          <Tr key={revision.id}>
            <Td label="Revision">
              <Link href={paths.revision(slug, revision.number)} className="link">
                {revision.number}
                {revision.label ? `: ${revision.label}` : ''}
              </Link>
            </Td>
            <Td label="State">
              <StatusBadge progress={STATE[revision.state].progress}>
                {STATE[revision.state].word}
              </StatusBadge>
            </Td>
            <Td label="Rows" align="end">
              <Count value={revision.rowsGood} />
            </Td>
            <Td label="Flagged" align="end">
              <Count value={revision.rowsFlagged} />
            </Td>
            <Td label="Quarantined" align="end">
              <Count value={revision.rowsBad} />
            </Td>
            <Td label="Imported">
              <Timestamp at={revision.completedAt ?? revision.createdAt} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

const STATE = {
  importing: { word: 'Importing', progress: 'active' },
  complete: { word: 'Complete', progress: 'done' },
  failed: { word: 'Failed', progress: 'refused' },
} as const
