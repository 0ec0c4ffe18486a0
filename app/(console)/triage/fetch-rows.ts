import type { Edge, RowPage } from '@/components/table/use-rows'
import { paths } from '@/lib/paths'
import type { PlacedRow } from '@/lib/review/queries'

/** A row as it travels: moments are text. */
type SentRow = Omit<PlacedRow, 'openedAt' | 'dueAt' | 'decided'> & {
  openedAt: string
  dueAt: string | null
  decided: (Omit<NonNullable<PlacedRow['decided']>, 'at'> & { at: string }) | null
}

/** The page of the table that goes on beyond a place, or its first. Throws when there is no answer. */
export async function fetchRows(
  queue: string,
  edge: Edge,
  cursor: string | null,
): Promise<RowPage<PlacedRow>> {
  const params = Object.fromEntries(new URLSearchParams(queue))
  const place = cursor === null ? {} : { [edge === 'older' ? 'after' : 'before']: cursor }
  const response = await fetch(paths.triageRows({ ...params, ...place }))
  if (!response.ok) throw new Error(`the table answered ${response.status}`)
  const page: RowPage<SentRow> = await response.json()
  return { ...page, rows: page.rows.map(received) }
}

const received = (row: SentRow): PlacedRow => ({
  ...row,
  openedAt: new Date(row.openedAt),
  dueAt: row.dueAt === null ? null : new Date(row.dueAt),
  decided: row.decided && { ...row.decided, at: new Date(row.decided.at) },
})
