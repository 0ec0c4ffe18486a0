import { useT } from '#i18n'
import { EntryTime } from '@/components/log/entry-time'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { shownSentence } from '@/lib/audit-draw/drawn-entry'
import type { DrawnEntry, DrawView } from '@/lib/audit-draw/queries'
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
  const t = useT('audit.drawn')
  return (
    <Table caption={t('caption')}>
      <TableHead>
        <Th align="end">{t('entry')}</Th>
        <Th>{t('shown')}</Th>
        <Th>{t('when')}</Th>
        <Th>{t('auditors')}</Th>
      </TableHead>
      <TableBody>
        {entries.map((drawn) => (
          <Tr key={drawn.index}>
            <Td label={t('entry')} align="end">
              <Link href={paths.logEntry(drawn.index)} className="link">
                <Count value={drawn.index} />
              </Link>
            </Td>
            <Td label={t('what')}>{shownSentence(drawn)}</Td>
            <Td label={t('when')} className="whitespace-nowrap">
              <EntryTime at={drawn.entry.at} />
            </Td>
            <Td label={t('auditors')}>
              {drawn.state === 'open' ? (
                <>
                  {mayOpen ? (
                    <Link href={paths.drawnEntry(draw.id, drawn.index)} className="link">
                      {t.rich('read', {
                        index: String(drawn.index),
                        hidden: (words) => <span className="sr-only">{words}</span>,
                      })}
                    </Link>
                  ) : null}{' '}
                  <span className="text-ink-soft">
                    {drawn.views === 0 ? t('unopened') : t('openedBy', { n: drawn.views })}
                  </span>
                </>
              ) : (
                <span className="text-ink-soft">{t(drawn.state)}</span>
              )}
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
