import Link from 'next/link'
import { EntryTime } from '@/components/log/entry-time'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { shownSentence } from '@/lib/audit-draw/drawn-entry'
import type { DrawnEntry, DrawView } from '@/lib/audit-draw/queries'
import { formatPlural } from '@/lib/format'
import { paths } from '@/lib/paths'

export function DrawnTable({
  draw,
  entries,
  mayOpen,
}: {
  draw: DrawView
  entries: readonly DrawnEntry[]
  mayOpen: boolean
}) {
  return (
    <Table caption="Entries that were drawn, in the order of the log">
      <TableHead>
        <Th align="end">Entry</Th>
        <Th>What everybody reads</Th>
        <Th>When</Th>
        <Th>For auditors</Th>
      </TableHead>
      <TableBody>
        {entries.map((drawn) => (
          <Tr key={drawn.index}>
            <Td label="Entry" align="end">
              <Link href={paths.logEntry(drawn.index)} prefetch={false} className="link">
                <Count value={drawn.index} />
              </Link>
            </Td>
            <Td label="What">{shownSentence(drawn)}</Td>
            <Td label="When" className="whitespace-nowrap">
              <EntryTime at={drawn.entry.at} />
            </Td>
            <Td label="For auditors">
              {drawn.state === 'open' ? (
                <>
                  {mayOpen ? (
                    <Link href={paths.drawnEntry(draw.id, drawn.index)} prefetch={false} className="link">
                      Read<span className="sr-only"> entry {drawn.index}</span>
                    </Link>
                  ) : null}{' '}
                  <span className="text-ink-soft">
                    {drawn.views === 0
                      ? 'not opened yet'
                      : `opened by ${formatPlural(drawn.views, 'auditor')}`}
                  </span>
                </>
              ) : (
                <span className="text-ink-soft">{CLOSED[drawn.state]}</span>
              )}
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

const CLOSED = {
  sealed: 'restricted: for the safety officer',
  erased: 'cannot be opened any more: it was erased',
} as const
