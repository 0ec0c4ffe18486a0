import Link from 'next/link'
import { ItemSnippet } from '@/components/item/item-snippet'
import { Visible } from '@/components/item/visible'
import { CategoryBadge } from '@/components/ui/category-badge'
import { Count } from '@/components/ui/number'
import { Table, TableBody, TableHead, Td, Th, Tr } from '@/components/ui/table'
import { paths } from '@/lib/paths'
import type { RowSnippet, TriageRow } from '@/lib/review/queries'

/** Cases with the beginning of what was found: a list of numbers shows nobody what they decide about. */
export function LookTable({ rows }: { rows: readonly TriageRow[] }) {
  return (
    <Table caption="Some of the cases">
      <TableHead>
        <Th>Category</Th>
        <Th>Text</Th>
        <Th>Row</Th>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <CategoryBadge category={row.category} label={row.categoryLabel} />
            </Td>
            <Td label="Text" className="w-full min-w-48 sm:max-w-0">
              <Link href={paths.reviewCase(row.dataset, row.id)} className="block hover:underline">
                <Snippet snippet={row.snippet} />
              </Link>
            </Td>
            <Td label="Row" className="sm:max-w-40">
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
  switch (snippet.kind) {
    case 'text':
      return <ItemSnippet text={snippet.text} marks={snippet.marks} length={400} />
    case 'covered':
      return <span className="text-ink-soft">Covered until you open it</span>
    case 'long':
      return <span className="text-ink-soft">Long text</span>
    case 'gone':
      return <span className="text-ink-soft">Text no longer held</span>
  }
}
