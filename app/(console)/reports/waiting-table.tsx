import { useT } from '#i18n'
import { Link } from '@/components/ui/link'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { paths } from '@/lib/paths'
import type { Waiting } from '@/lib/register/staff'

/** Notices that somebody else proposed. */
export function WaitingTable({ waiting }: { waiting: readonly Waiting[] }) {
  const t = useT('reports.waiting')
  const label = useT('labels.takedownKind')
  if (waiting.length === 0) return <p className="text-sm text-ink-soft">{t('none')}</p>
  return (
    <Table caption={t('caption')}>
      <TableHead>
        <Th>{t('request')}</Th>
        <Th>{t('kind')}</Th>
        <Th>{t('dataset')}</Th>
        <Th align="end">{t('proposed')}</Th>
      </TableHead>
      <TableBody>
        {waiting.map(({ requestId, reference, kind, name, at }) => (
          <Tr key={requestId}>
            <Td>
              <Link href={paths.request(requestId)} className="link font-mono">
                {reference}
              </Link>
            </Td>
            <Td label={t('kind')}>{label(kind)}</Td>
            <Td label={t('dataset')}>{name}</Td>
            <Td label={t('proposed')} align="end">
              <Timestamp at={at} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
