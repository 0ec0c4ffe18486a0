import 'server-only'
import type { Db, Tx } from '@/db/client'
import type { Span } from '@/lib/review/spans'
import { TextIndex } from '@/lib/text/positions'
import { type AnswerRow, inStretches } from './answer-rows'
import type { JudgedRow } from './answers'
import type { CopyRow } from './copy-row'
import { isThere } from './passages-in'
import { latestRevision } from './revision-rows'
import { saidOf } from './said-of-rows'

/** What stands in place of what is about somebody else. */
export const LEFT_OUT = '█████'

/** What makes a stretch of the rows that are given, in the order of the dataset. */
export async function givenRows(
  on: Db | Tx,
  request: { id: string; datasetId: string },
  given: readonly JudgedRow[],
) {
  const revision = await latestRevision(on, request.datasetId)
  const fileOf = new Map(revision?.files.map(({ ordinal, path }) => [ordinal, path]))
  const spansOf = new Map(given.map(({ digest, spans }) => [digest.toString('hex'), spans]))
  const read = await inStretches(
    on,
    request,
    given.map(({ digest }) => digest),
  )
  return async (from: number) => {
    const { rows, gone } = await read(from)
    const about = await saidOf(
      on,
      request.datasetId,
      rows.map(({ digest }) => Buffer.from(digest, 'hex')),
    )
    const shown = rows.map((row): CopyRow => {
      const spans = spansOf.get(row.digest)
      if (!spans) throw new Error('a row of a copy was judged by nobody')
      const passages = spans.filter((span) => !isThere(span))
      return {
        file:
          row.revisionId === revision?.id && row.ordinal !== null ? (fileOf.get(row.ordinal) ?? null) : null,
        ...{ row: row.row, rows: row.rows },
        ...(passages.length < spans.length ? unsaid(row) : { id: row.sourceId, address: row.url }),
        fields: withoutOthers(row.fields, passages),
        left_out: passages.length,
        ...{ marked: [], decided: [], releases: [], ...about.get(row.digest) },
      }
    })
    return { rows: shown, gone }
  }
}

/** That there is an address or a number is said, and what it is left out. */
const unsaid = ({ sourceId, url }: AnswerRow) => ({
  id: sourceId === null ? null : LEFT_OUT,
  address: url === null ? null : LEFT_OUT,
})

/** The text with what is about others left out. */
function withoutOthers(fields: AnswerRow['fields'], spans: readonly Span[]): AnswerRow['fields'] {
  return Object.fromEntries(
    Object.entries(fields).map(([field, text]) => {
      const index = new TextIndex(text)
      let [left, at] = ['', 0]
      for (const { start, end } of spans.filter((span) => span.field === field)) {
        left += text.slice(at, index.toUnit(start)) + LEFT_OUT
        at = index.toUnit(end)
      }
      return [field, left + text.slice(at)]
    }),
  )
}
