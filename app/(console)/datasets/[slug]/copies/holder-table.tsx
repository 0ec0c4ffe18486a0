import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { CopyRow } from '@/lib/copies/queries'

export function HolderTable({ rows }: { rows: readonly CopyRow[] }) {
  const t = useT('copies.team')
  return (
    <Table caption={t('caption')}>
      <TableHead>
        <Th>{t('who')}</Th>
        <Th>{t('uses')}</Th>
        <Th>{t('state')}</Th>
        <Th align="end">{t('confirmed')}</Th>
        <Th align="end">{t('since')}</Th>
      </TableHead>
      <TableBody>
        {rows.map(({ id, name, organisation, email, version, isBehind, confirmedAt, since }) => (
          <Tr key={id}>
            <Td>
              <Visible text={organisation ? `${name}, ${organisation}` : name} />
              <span className="block wrap-anywhere text-ink-soft">{email}</span>
            </Td>
            <Td label={t('uses')}>{version ?? t('unknown')}</Td>
            <Td label={t('state')}>
              <StatusBadge progress={isBehind ? 'attention' : 'done'}>
                {t(isBehind ? 'behind' : 'current')}
              </StatusBadge>
            </Td>
            <Td label={t('confirmed')} align="end">
              {confirmedAt ? <Timestamp at={confirmedAt} /> : t('never')}
            </Td>
            <Td label={t('since')} align="end">
              <Timestamp at={since} show="date" />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
