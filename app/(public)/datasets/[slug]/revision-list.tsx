import { useT } from '#i18n'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import type { revisionsOf } from '@/lib/datasets/queries'
import { paths } from '@/lib/paths'

type Revisions = Awaited<ReturnType<typeof revisionsOf>>

export function RevisionList({
  slug,
  revisions,
  canImport,
}: {
  slug: string
  revisions: Revisions
  canImport: boolean
}) {
  const t = useT('catalogue.revisions')
  if (revisions.length === 0) {
    return <EmptyState title={t('empty')}>{canImport ? t('emptyImport') : t('emptyWait')}</EmptyState>
  }
  return (
    <Table caption={t('caption')}>
      <TableHead>
        <Th>{t('revision')}</Th>
        <Th>{t('state')}</Th>
        <Th align="end">{t('rows')}</Th>
        <Th align="end">{t('flagged')}</Th>
        <Th align="end">{t('quarantined')}</Th>
        <Th>{t('imported')}</Th>
      </TableHead>
      <TableBody>
        {revisions.map((revision) => (
          <Tr key={revision.id}>
            <Td label={t('revision')}>
              <Link href={paths.revision(slug, revision.number)} className="link">
                {revision.number}
                {revision.label ? `: ${revision.label}` : ''}
              </Link>
            </Td>
            <Td label={t('state')}>
              <StatusBadge progress={PROGRESS[revision.state]}>{t(`states.${revision.state}`)}</StatusBadge>
            </Td>
            <Td label={t('rows')} align="end">
              <Count value={revision.rowsGood} />
            </Td>
            <Td label={t('flagged')} align="end">
              <Count value={revision.rowsFlagged} />
            </Td>
            <Td label={t('quarantined')} align="end">
              <Count value={revision.rowsBad} />
            </Td>
            <Td label={t('imported')}>
              <Timestamp at={revision.completedAt ?? revision.createdAt} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}

const PROGRESS = { importing: 'active', complete: 'done', failed: 'refused' } as const
