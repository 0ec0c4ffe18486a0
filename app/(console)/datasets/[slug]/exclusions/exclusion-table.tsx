import { useT } from '#i18n'
import { Link } from '@/components/ui/link'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { categoryName } from '@/lib/detection/category-name'
import { formatCount } from '@/lib/format'
import { paths } from '@/lib/paths'
import type { ExclusionView } from '@/lib/takedowns/exclusions'

export function ExclusionTable({ slug, exclusions }: { slug: string; exclusions: readonly ExclusionView[] }) {
  const t = useT('suppression')
  return (
    <Table caption={t('table.caption')}>
      <TableHead>
        <Th>{t('about')}</Th>
        <Th>{t('table.state')}</Th>
        <Th>{t('table.why')}</Th>
        <Th>{t('table.askedBy')}</Th>
        <Th align="end">{t('table.flagged')}</Th>
        <Th align="end">{t('table.since')}</Th>
      </TableHead>
      <TableBody>
        {exclusions.map((exclusion) => (
          <Tr key={exclusion.id}>
            <Td>
              <Link href={paths.exclusion(slug, exclusion.id)} className="link">
                {t(`source.${exclusion.kind}`)}
              </Link>
            </Td>
            <Td label={t('table.state')}>
              {exclusion.endedAt ? (
                <StatusBadge progress="held">{t('state.ended')}</StatusBadge>
              ) : (
                <StatusBadge progress="done">
                  {exclusion.territories
                    ? t('state.inForceIn', { places: exclusion.territories.join(', ') })
                    : t('state.inForce')}
                </StatusBadge>
              )}
            </Td>
            <Td label={t('table.why')}>
              {t.rich('table.reason', {
                category: categoryName(exclusion.category),
                reason: exclusion.reasonCode,
                code: (words) => <code className="font-mono text-xs">{words}</code>,
              })}
            </Td>
            <Td label={t('table.askedBy')}>
              {exclusion.request ? (
                <Link href={paths.request(exclusion.request.id)} className="link">
                  {exclusion.request.reference}
                </Link>
              ) : (
                <span className="text-ink-soft">{t('table.team')}</span>
              )}
            </Td>
            <Td label={t('table.flagged')} align="end">
              {formatCount(exclusion.items)}
            </Td>
            <Td label={t('table.since')} align="end">
              <Timestamp at={exclusion.since} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
