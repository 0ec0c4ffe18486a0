import Link from 'next/link'
import { AutoRefresh } from '@/components/ui/auto-refresh'
import { Count } from '@/components/ui/number'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { DrawView } from '@/lib/audit-draw/queries'
import { formatCount } from '@/lib/format'
import { paths } from '@/lib/paths'

export function DrawTable({ draws }: { draws: readonly DrawView[] }) {
  return (
    <>
      {draws.some(({ made }) => made === null) ? <AutoRefresh seconds={2} /> : null}
      <Table caption="Draws, newest first">
        <TableHead>
          <Th>Decisions of</Th>
          <Th align="end">Entries</Th>
          <Th align="end">Drawn</Th>
          <Th align="end">Opened</Th>
          <Th>State</Th>
          <Th align="end">Announced</Th>
        </TableHead>
        <TableBody>
          {draws.map((draw) => (
            <Tr key={draw.id}>
              <Td>
                <Link href={paths.draw(draw.id)} className="link">
                  {draw.dataset?.name ?? 'All datasets'}
                </Link>
              </Td>
              <Td label="Entries" align="end">
                {formatCount(draw.from)} to {formatCount(draw.to)}
              </Td>
              <Td label="Drawn" align="end">
                {draw.made ? <Count value={draw.drawn} /> : '–'}
              </Td>
              <Td label="Opened" align="end">
                {draw.made ? <Count value={draw.opened} /> : '–'}
              </Td>
              <Td label="State">
                <DrawState draw={draw} />
              </Td>
              <Td label="Announced" align="end">
                <Timestamp at={draw.createdAt} />
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </>
  )
}

/** Waiting for what settles it, to be read until a day, or read. */
export function DrawState({ draw: { made, witness, drawn, opened } }: { draw: DrawView }) {
  if (!made)
    return (
      <StatusBadge progress="waiting">
        {witness === null ? 'waits for the next checkpoint' : `waits for ${witness}`}
      </StatusBadge>
    )
  if (opened >= drawn) return <StatusBadge progress="done">read</StatusBadge>
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <StatusBadge progress="attention">to be read</StatusBadge>
      <span className="text-ink-soft">
        until <Timestamp at={made.dueAt} show="date" />
      </span>
    </span>
  )
}
