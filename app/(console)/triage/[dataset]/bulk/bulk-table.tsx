import { useT } from '#i18n'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { PROGRESS } from '@/lib/bulk/labels'
import { type BulkSummary, selectionOf } from '@/lib/bulk/queries'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'

/** What each was about, how far it came, and whose it is. */
export function BulkTable({ slug, bulks }: { slug: string; bulks: readonly BulkSummary[] }) {
  const t = useT('bulk')
  return (
    <Table caption={t('title')}>
      <TableHead>
        <Th>{t('head.what')}</Th>
        <Th>{t('head.cases')}</Th>
        <Th align="end">{t('head.decided')}</Th>
        <Th align="end">{t('head.skipped')}</Th>
        <Th align="end">{t('head.of')}</Th>
        <Th>{t('head.state')}</Th>
        <Th>{t('head.by')}</Th>
        <Th>{t('head.when')}</Th>
      </TableHead>
      <TableBody>
        {bulks.map((one) => (
          <Tr key={one.id}>
            <Td>
              <Link href={paths.bulk(slug, one.id)} className="link font-medium">
                {titleOf(one)}
              </Link>
            </Td>
            <Td label={t('head.cases')}>{selectionOf(one.selection)}</Td>
            <Td label={t('head.decided')} align="end">
              <Count value={one.decided} />
            </Td>
            <Td label={t('head.skipped')} align="end">
              <Count value={one.skipped} />
            </Td>
            <Td label={t('head.of')} align="end">
              <Count value={one.total} />
            </Td>
            <Td label={t('head.state')}>
              <StatusBadge progress={PROGRESS[one.state]}>{t(`badge.${one.state}`)}</StatusBadge>
            </Td>
            <Td label={t('head.by')}>{one.by}</Td>
            <Td label={t('head.when')}>
              <Timestamp at={one.startedAt ?? one.createdAt} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

/** "Remove (pii.contact)", "Take back" */
export const titleOf = ({ action, reasonCode }: Pick<BulkSummary, 'action' | 'reasonCode'>) =>
  action === null
    ? say('bulk.takeBack')
    : say('bulk.decision', { action: say(`labels.action.${action}.verb`), reason: String(reasonCode) })
