import Link from 'next/link'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { formatCount } from '@/lib/format'
import { paths } from '@/lib/paths'
import { SOURCE } from '@/lib/suppression/labels'
import type { ExclusionView } from '@/lib/takedowns/exclusions'

export function ExclusionTable({ slug, exclusions }: { slug: string; exclusions: readonly ExclusionView[] }) {
  return (
    <Table caption="Standing exclusions, those in force first">
      <TableHead>
        <Th>About</Th>
        <Th>State</Th>
        <Th>Why</Th>
        <Th>Asked by</Th>
        <Th align="end">Flagged at the last import</Th>
        <Th align="end">Since</Th>
      </TableHead>
      <TableBody>
        {exclusions.map((exclusion) => (
          <Tr key={exclusion.id}>
            <Td>
              <Link href={paths.exclusion(slug, exclusion.id)} className="link">
                {SOURCE[exclusion.kind]}
              </Link>
            </Td>
            <Td label="State">
              {exclusion.endedAt ? (
                <StatusBadge progress="held">ended</StatusBadge>
              ) : (
                <StatusBadge progress="done">
                  {exclusion.territories ? `in force in ${exclusion.territories.join(', ')}` : 'in force'}
                </StatusBadge>
              )}
            </Td>
            <Td label="Why">
              {exclusion.categoryLabel}, <code className="font-mono text-xs">{exclusion.reasonCode}</code>
            </Td>
            <Td label="Asked by">
              {exclusion.request ? (
                <Link href={paths.request(exclusion.request.id)} className="link">
                  {exclusion.request.reference}
                </Link>
              ) : (
                <span className="text-ink-soft">the team</span>
              )}
            </Td>
            <Td label="Flagged at the last import" align="end">
              {formatCount(exclusion.items)}
            </Td>
            <Td label="Since" align="end">
              <Timestamp at={exclusion.since} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
