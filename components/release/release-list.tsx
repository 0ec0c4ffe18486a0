import { useT } from '#i18n'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { paths } from '@/lib/paths'
import type { ReleaseSummary } from '@/lib/releases/queries'

export function ReleaseList({ slug, releases }: { slug: string; releases: ReleaseSummary[] }) {
  const t = useT('releases')
  if (releases.length === 0) {
    return <EmptyState title={t('list.empty.title')}>{t('list.empty.text')}</EmptyState>
  }
  return (
    <Table caption={t('list.caption')}>
      <TableHead>
        <Th>{t('list.release')}</Th>
        <Th align="end">{t('list.revision')}</Th>
        <Th align="end">{t('list.kept')}</Th>
        <Th align="end">{t('list.redacted')}</Th>
        <Th align="end">{t('list.removed')}</Th>
        <Th>{t('list.published')}</Th>
      </TableHead>
      <TableBody>
        {releases.map((release) => (
          <Tr key={release.id}>
            <Td label={t('list.release')}>
              <Link href={paths.release(slug, release.name)} className="link font-medium">
                {release.name}
              </Link>{' '}
              {release.notices.length > 0 ? (
                <Badge tone="bad">
                  {t(`notice.${release.removed ? 'removed_for_legal_reasons' : 'withdrawn'}.badge`)}
                </Badge>
              ) : release.isHead ? (
                <Badge tone="good">{t('list.latest')}</Badge>
              ) : null}
            </Td>
            <Td label={t('list.revision')} align="end">
              {release.revisionNumber}
            </Td>
            <Td label={t('list.kept')} align="end">
              <Count value={release.rows?.untouched ?? 0} />
            </Td>
            <Td label={t('list.redacted')} align="end">
              <Count value={release.rows?.redacted ?? 0} />
            </Td>
            <Td label={t('list.removed')} align="end">
              <Count value={(release.rows?.removed ?? 0) + (release.rows?.restricted ?? 0)} />
            </Td>
            <Td label={t('list.published')}>
              {release.publishedAt ? <Timestamp at={release.publishedAt} /> : null}
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
