import { useT } from '#i18n'
import { EntryTime } from '@/components/log/entry-time'
import { Digest } from '@/components/ui/digest'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { describeEntry } from '@/lib/log/describe'
import type { EntryView } from '@/lib/log/queries'
import { paths } from '@/lib/paths'

/** One plain sentence per entry. Times are rounded in the entry itself, so they are shown as they stand there. */
export function LogEntries({ entries }: { entries: EntryView[] }) {
  const t = useT('log.table')
  return (
    <Table caption={t('caption')}>
      <TableHead>
        <Th align="end">{t('index')}</Th>
        <Th>{t('happened')}</Th>
        <Th>{t('when')}</Th>
        <Th>{t('leaf')}</Th>
      </TableHead>
      <TableBody>
        {entries.map(({ index, entry, leaf }) => (
          <Tr key={index}>
            <Td label={t('index')} align="end">
              <Link href={paths.logEntry(index)} className="link">
                <Count value={index} />
              </Link>
            </Td>
            <Td label={t('what')}>{describeEntry(entry)}</Td>
            <Td label={t('when')} className="whitespace-nowrap">
              <EntryTime at={entry.at} />
            </Td>
            <Td label={t('leaf')}>
              <Digest value={leaf} copy subject={t('subject', { index: String(index) })} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
