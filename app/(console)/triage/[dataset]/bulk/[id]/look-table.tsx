import Link from 'next/link'
import { useT } from '#i18n'
import { ItemSnippet } from '@/components/item/item-snippet'
import { Visible } from '@/components/item/visible'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { paths } from '@/lib/paths'
import type { RowSnippet, TriageRow } from '@/lib/review/queries'

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
                <Snippet snippet={row.snippet} />
              </Link>
            </Td>
            <Td label={t('head.row')} className="sm:max-w-40">
              {row.place ? (
                <span className="block truncate">
                  <Visible text={row.place.file} /> · <Count value={row.place.row} />
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

function Snippet({ snippet }: { snippet: RowSnippet }) {
  const t = useT('bulk.look')
  return snippet.kind === 'text' ? (
    <ItemSnippet text={snippet.text} marks={snippet.marks} length={400} />
  ) : (
    <span className="text-ink-soft">{t(snippet.kind)}</span>
  )
}
