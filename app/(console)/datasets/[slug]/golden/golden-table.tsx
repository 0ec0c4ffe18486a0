import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { formatCount } from '@/lib/format'
import { GOLDEN_STATUS } from '@/lib/golden/labels'
import type { GoldenRow } from '@/lib/golden/queries'
import { paths } from '@/lib/paths'
import { ACTION } from '@/lib/review/labels'

export function GoldenTable({ slug, rows }: { slug: string; rows: readonly GoldenRow[] }) {
  return (
    <Table caption="Checks with how they were answered">
      <TableHead>
        <Th>Check</Th>
        <Th>Expected</Th>
        <Th>State</Th>
        <Th align="end">Answered</Th>
        <Th align="end">As expected</Th>
        <Th align="end">Left to others</Th>
        <Th>Made by</Th>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td label="Check">
              <span className="inline-flex flex-wrap items-center gap-2">
                <CategoryBadge category={row.category} label={row.categoryLabel} />
                <Link href={paths.goldenItem(slug, row.id)} className="link font-mono text-xs">
                  {row.digest.slice(0, 10)}…
                </Link>
              </span>
            </Td>
            <Td label="Expected">{row.actions.map((action) => ACTION[action].verb).join(' or ')}</Td>
            <Td label="State">
              <span className="inline-flex flex-wrap gap-1">
                <Badge
                  tone={row.status === 'served' ? 'good' : row.status === 'retired' ? 'neutral' : 'warn'}
                >
                  {GOLDEN_STATUS[row.status].label}
                </Badge>
                {row.objections > 0 ? <Badge tone="warn">{row.objections} objected</Badge> : null}
              </span>
            </Td>
            <Td label="Answered" align="end">
              {formatCount(row.answered)}
            </Td>
            <Td label="As expected" align="end">
              {row.answered === 0 ? '–' : `${Math.round((row.passed / row.answered) * 100)} %`}
            </Td>
            <Td label="Left to others" align="end">
              {formatCount(row.left)}
            </Td>
            <Td label="Made by">
              {row.by}, <Timestamp at={row.at} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
