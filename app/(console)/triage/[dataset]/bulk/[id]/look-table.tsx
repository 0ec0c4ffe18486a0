import { useT } from '#i18n'
import { Visible } from '@/components/item/visible'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Link } from '@/components/ui/link'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { paths } from '@/lib/paths'
import type { TriageRow } from '@/lib/review/queries'
import { CaseSnippet } from '../../case-snippet'

/** Cases with the beginning of what was found: a list of numbers shows nobody what they decide about. */
export function LookTable({ rows }: { rows: readonly TriageRow[] }) {
  const t = useT('bulk')
  return (
    <Table caption={t('look.caption')}>
      <TableHead>
        <Th>{t('head.category')}</Th>
        <Th>{t('head.text')}</Th>
        <Th>{t('head.row')}</Th>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <CategoryBadge category={row.category} label={row.categoryLabel} />
            </Td>
            <Td label={t('head.text')} className="w-full min-w-48 sm:max-w-0">
              <Link href={paths.reviewCase(row.dataset, row.id)} className="block hover:underline">
                <CaseSnippet snippet={row.snippet} />
              </Link>
            </Td>
            <Td label={t('head.row')} className="sm:max-w-40">
              {row.place ? (
                <span className="flex min-w-0" title={row.place.file}>
                  <span className="truncate">
                    <Visible text={row.place.file} />
                  </span>
                  <span className="shrink-0 whitespace-pre">
                    {' · '}
                    <Count value={row.place.row} />
                  </span>
                </span>
              ) : (
                '–'
              )}
            </Td>
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
