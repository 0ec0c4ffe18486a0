import { useT } from '#i18n'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { paths } from '@/lib/paths'
import { PROGRESS } from '@/lib/takedowns/labels'
import type { RequestRow } from '@/lib/takedowns/queries'
import { DueBadge } from './due-badge'

export function RequestTable({ rows }: { rows: readonly RequestRow[] }) {
  const t = useT('requests.table')
  const label = useT('labels')
  return (
    <Table caption={t('caption')}>
      <TableHead>
        <Th>{t('request')}</Th>
        <Th>{t('kind')}</Th>
        <Th>{t('dataset')}</Th>
        <Th>{t('status')}</Th>
        <Th align="end">{t('openCases')}</Th>
        <Th align="end">{t('sent')}</Th>
        <Th align="end">{t('due')}</Th>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <Link href={paths.request(row.id)} className="link font-mono">
                {row.reference}
              </Link>
            </Td>
            <Td label={t('kind')}>{label(`takedownKind.${row.kind}`)}</Td>
            <Td label={t('dataset')}>{row.dataset}</Td>
            <Td label={t('status')}>
              <StatusBadge progress={PROGRESS[row.status]}>
                {label(`takedownStatus.${row.status}`)}
              </StatusBadge>
            </Td>
            <Td label={t('openCases')} align="end">
              <Count value={row.openCases} />
            </Td>
            <Td label={t('sent')} align="end">
              <Timestamp at={row.submittedAt} />
            </Td>
            <Td label={t('due')} align="end">
              {row.dueAt && !row.closedAt ? (
                <span className="inline-flex flex-wrap items-center justify-end gap-2">
                  <DueBadge request={row} />
                  <Timestamp at={row.dueAt} show="date" />
                </span>
              ) : (
                <span className="text-ink-faint">–</span>
              )}
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
