import 'server-only'
import { quarantinePage } from '@/lib/datasets/queries'
import { csvCell } from '@/lib/text/csv-cell'

const PAGE = 5000

/** `file,row,line,kind,reason,detail` in file order, a page of rows at a time: short queries, constant memory. */
export async function* quarantineCsv(datasetId: string, revisionId: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('file,row,line,kind,reason,detail\r\n')
  for (let after: { ordinal: number; row: number } | null = null; ;) {
    const page: Awaited<ReturnType<typeof quarantinePage>> = await quarantinePage(
      datasetId,
      revisionId,
      after,
      PAGE,
    )
    const lines = page.rows.map((row) =>
      [row.file, row.row, row.line ?? '', row.kind, row.reason, row.detail].map(csvCell).join(','),
    )
    if (lines.length > 0) yield encoder.encode(`${lines.join('\r\n')}\r\n`)
    if (!page.next) return
    after = page.next
  }
}
