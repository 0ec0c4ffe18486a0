import { useT } from '#i18n'
import { Badge } from '@/components/ui/badge'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Link } from '@/components/ui/link'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { Timestamp } from '@/components/ui/timestamp'
import { categoryName } from '@/lib/detection/category-name'
import { formatCount } from '@/lib/format'
import type { GoldenRow } from '@/lib/golden/queries'
import { paths } from '@/lib/paths'

export function GoldenTable({ slug, rows }: { slug: string; rows: readonly GoldenRow[] }) {
  const t = useT('golden')
  const action = useT('labels.action')
  return (
    <Table caption={t('table.caption')}>
      <TableHead>
        <Th>{t('table.check')}</Th>
        <Th>{t('table.expected')}</Th>
        <Th>{t('table.state')}</Th>
        <Th align="end">{t('table.answered')}</Th>
        <Th align="end">{t('table.passed')}</Th>
        <Th align="end">{t('table.left')}</Th>
        <Th>{t('table.by')}</Th>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td label={t('table.check')}>
              <span className="inline-flex flex-wrap items-center gap-2">
                <CategoryBadge category={row.category} label={categoryName(row.category)} />
                <Link href={paths.goldenItem(slug, row.id)} className="link font-mono text-xs">
                  {row.digest.slice(0, 10)}…
                </Link>
              </span>
            </Td>
            <Td label={t('table.expected')}>
              {row.actions
                .map((one) => action(`${one}.verb`))
                .reduce((first, second) => t('table.or', { first, second }))}
            </Td>
            <Td label={t('table.state')}>
              <span className="inline-flex flex-wrap gap-1">
                <Badge
                  tone={row.status === 'served' ? 'good' : row.status === 'retired' ? 'neutral' : 'warn'}
                >
                  {t(`status.${row.status}`)}
                </Badge>
                {row.asked > 0 ? <Badge tone="warn">{t('table.asked', { n: row.asked })}</Badge> : null}
                {row.objections > 0 ? (
                  <Badge tone="warn">{t('table.objected', { n: row.objections })}</Badge>
                ) : null}
              </span>
            </Td>
            <Td label={t('table.answered')} align="end">
              {formatCount(row.answered)}
            </Td>
            <Td label={t('table.passed')} align="end">
              {row.answered === 0 ? '–' : `${Math.round((row.passed / row.answered) * 100)} %`}
            </Td>
            <Td label={t('table.left')} align="end">
              {formatCount(row.left)}
            </Td>
            <Td label={t('table.by')}>
              {row.by}, <Timestamp at={row.at} />
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
