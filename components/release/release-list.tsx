import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { paths } from '@/lib/paths'
import type { ReleaseSummary } from '@/lib/releases/queries'

export function ReleaseList({ slug, releases }: { slug: string; releases: ReleaseSummary[] }) {
  if (releases.length === 0) {
    return (
      <EmptyState title="No release has been published yet">
        A release is what to download: the list of what the community keeps, signed and checkable.
      </EmptyState>
    )
  }
  return (
    <Table caption="Releases, newest first">
      <TableHead>
        <Th>Release</Th>
        <Th align="end">Of revision</Th>
        <Th align="end">Kept</Th>
        <Th align="end">Redacted</Th>
        <Th align="end">Removed</Th>
        <Th>Published</Th>
      </TableHead>
      <TableBody>
        {releases.map((release) => (
          <Tr key={release.id}>
            <Td label="Release">
              <Link href={paths.release(slug, release.name)} className="link font-medium">
                {release.name}
              </Link>{' '}
              {release.notices.length > 0 ? (
                <Badge tone="bad">{release.removed ? 'Files removed' : 'Withdrawn'}</Badge>
              ) : release.isHead ? (
                <Badge tone="good">Latest</Badge>
              ) : null}
            </Td>
            <Td label="Of revision" align="end">
              {release.revisionNumber}
            </Td>
            <Td label="Kept" align="end">
              <Count value={release.rows?.untouched ?? 0} />
            </Td>
            <Td label="Redacted" align="end">
              <Count value={release.rows?.redacted ?? 0} />
            </Td>
            <Td label="Removed" align="end">
              <Count value={(release.rows?.removed ?? 0) + (release.rows?.restricted ?? 0)} />
            </Td>
            <Td label="Published">{release.publishedAt ? <Timestamp at={release.publishedAt} /> : null}</Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
