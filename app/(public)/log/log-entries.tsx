import Link from 'next/link'
import { EntryTime } from '@/components/log/entry-time'
import { Digest } from '@/components/ui/digest'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { describeEntry } from '@/lib/log/describe'
import type { EntryView } from '@/lib/log/queries'
import { paths } from '@/lib/paths'

/** One plain sentence per entry. Times are rounded in the entry itself, so they are shown as they stand there. */
export function LogEntries({ entries }: { entries: EntryView[] }) {
  return (
    <Table caption="Log entries, newest first">
      <TableHead>
        <Th align="end">Index</Th>
        <Th>What happened</Th>
        <Th>When</Th>
        <Th>Leaf hash</Th>
      </TableHead>
      <TableBody>
        {entries.map(({ index, entry, leaf }) => (
          <Tr key={index}>
            <Td label="Index" align="end">
              <Link href={paths.logEntry(index)} prefetch={false} className="link">
                <Count value={index} />
              </Link>
            </Td>
            <Td label="What">{describeEntry(entry)}</Td>
            <Td label="When" className="whitespace-nowrap">
              <EntryTime at={entry.at} />
            </Td>
            <Td label="Leaf hash">
              <Digest value={leaf} copy subject={`entry ${index}`} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
