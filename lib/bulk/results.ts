import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { english } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { csvCell } from '@/lib/text/csv-cell'
import { isSkipCode, type ItemState } from './labels'
import type { BulkView } from './queries'

const HEAD = ['case', 'address', 'category', 'result', 'why', 'decision', 'log entry']
const PAGE = 2_000

type Row = {
  n: number
  caseId: string
  category: string
  state: ItemState
  why: string | null
  detail: string | null
  decisionId: string | null
  entryId: string | null
}

/** As in the file, whoever asks for it. */
const RESULT: Record<ItemState, string> = {
  waiting: 'not reached',
  sample: 'in the sample',
  decided: 'decided',
  skipped: 'skipped',
}

/** What became of each case, as CSV by RFC 4180, in English, in pages that hold the memory constant. */
export async function* resultsCsv({ datasetId, id, slug }: BulkView): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(`${HEAD.map(csvCell).join(',')}\r\n`)
  for (let after = 0; ;) {
    const rows = await db().execute<Row>(sql`
      select i.n, i.case_id as "caseId", c.category, i.state, i.why, i.detail, i.decision_id as "decisionId", d.entry_id as "entryId"
      from bulk_item i
      join review_case c on c.dataset_id = i.dataset_id and c.id = i.case_id
      left join decision d on d.dataset_id = i.dataset_id and d.id = i.decision_id
      where i.dataset_id = ${datasetId} and i.bulk_id = ${id} and i.n > ${after} and not c.restricted
      order by i.n limit ${PAGE}`)
    if (rows.length > 0) yield encoder.encode(rows.map((row) => line(slug, row)).join(''))
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.n
  }
}

const reasonFor = (why: string) => (isSkipCode(why) ? english(`bulk.skipped.${why}`) : why)

function line(slug: string, { caseId, category, state, why, detail, decisionId, entryId }: Row): string {
  const cells = [
    caseId,
    env().url + paths.reviewCase(slug, caseId),
    category,
    RESULT[state],
    why === null ? '' : (detail ?? reasonFor(why)),
    decisionId ?? '',
    entryId ?? '',
  ]
  return `${cells.map(csvCell).join(',')}\r\n`
}
