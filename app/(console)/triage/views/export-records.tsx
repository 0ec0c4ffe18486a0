import { useT } from '#i18n'
import { Count } from '@/components/ui/number'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { ExportRecord } from '@/lib/review/exports'

/** Who took cases along, for those who could do so too. */
export function ExportRecords({
  records,
  inWords,
}: {
  records: readonly ExportRecord[]
  inWords: (query: string) => string
}) {
  const t = useT('views.exports')
  if (records.length === 0) return null
  return (
    <Section title={t('title')}>
      <Table caption={t('caption')}>
        <TableHead>
          <Th>{t('when')}</Th>
          <Th>{t('by')}</Th>
          <Th>{t('what')}</Th>
          <Th align="end">{t('cases')}</Th>
        </TableHead>
        <TableBody>
          {records.map(({ id, at, by, query, format, cases }) => (
            <Tr key={id}>
              <Td label={t('when')}>
                <Timestamp at={at} />
              </Td>
              <Td label={t('by')}>{by}</Td>
              <Td label={t('what')}>{t(format, { words: inWords(query) })}</Td>
              <Td label={t('cases')} align="end">
                {cases === null ? t('brokenOff') : <Count value={cases} />}
              </Td>
            </Tr>
          ))}
        </TableBody>
      </Table>
    </Section>
  )
}
