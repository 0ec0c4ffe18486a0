import { useT } from '#i18n'
import { EntryTime } from '@/components/log/entry-time'
import { Badge } from '@/components/ui/badge'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Visible } from '@/components/item/visible'
import type { AuditRow } from '@/lib/log/audit'

export function AuditRows({ rows }: { rows: AuditRow[] }) {
  const t = useT('log.table')
  const words = useT('audit')
  return (
    <Table caption={t('caption')}>
      <TableHead>
        <Th align="end">{t('entry')}</Th>
        <Th>{t('happened')}</Th>
        <Th>{t('when')}</Th>
      </TableHead>
      <TableBody>
        {rows.map(({ index, entry, sentence, opened }) => (
          <Tr key={index}>
            <Td label={t('entry')} align="end">
              <Count value={index} />
            </Td>
            <Td label={t('what')}>
              <span className="min-w-0 wrap-anywhere">
                <Visible text={sentence} /> {opened ? null : <Badge>{words('publicOnly')}</Badge>}
              </span>
            </Td>
            <Td label={t('when')}>
              <EntryTime at={entry.at} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
