import 'server-only'
import { stat } from 'node:fs/promises'
import { bad, isBad, type Row } from '@/lib/datasets/read/extract'
import type { BadRow } from '@/lib/datasets/read/bad-row'
import { parquetRowCount, parquetRows } from '@/lib/datasets/read/parquet'
import type { Mask } from '@/lib/release-format/redact-again'
import type { Copied, Work } from './apply-to-text'
import type { Judge, Judged } from './judge'
import { copyParquet } from './parquet-copy'
import { keyOf } from './row-key'
import { RowSet } from './row-set'

/**
 * Filters a Parquet file. Its bytes are written anew, because pages are compressed together: the rows that stay have the same values in
 * the same columns and order. A redacted value that is no text becomes null, since its column can hold nothing else of it.
 */
export async function applyToParquet({ file, judge, output, onBytes, signal, hands }: Work): Promise<Copied> {
  const hashed = hands.hashFile(file.path)
  // Awaited at the end; until then a failure must not count as unhandled.
  hashed.catch(() => undefined)
  const dropped = new RowSet()
  const masks = new Map<number, readonly Mask[]>()
  for await (const judged of rowsOf(file.path, judge)) {
    if (judged.row % 4096 === 0) signal?.throwIfAborted()
    const verdict = judge.judge(judged)
    if (verdict === 'drop') dropped.add(judged.row)
    else if (verdict !== 'keep') masks.set(judged.row, verdict)
  }
  judge.finish()
  const { size } = await stat(file.path)
  if (!output) {
    onBytes(size)
    return { sha256: await hashed, records: judge.rows.in - dropped.count, output: null }
  }
  await output.make(file.name, (draft) => copyParquet(file, draft, { dropped, masks }))
  onBytes(size)
  const draft = output.draftOf(file.name)
  const [sha256, copy, records, { size: bytes }] = await Promise.all([
    hashed,
    hands.hashFile(draft),
    parquetRowCount(draft),
    stat(draft),
  ])
  return { sha256, records, output: { sha256: copy, bytes } }
}

/** Every row; read only as far as the judge asks. */
async function* rowsOf(path: string, { keys }: Judge): AsyncGenerator<Judged> {
  if (keys) {
    for await (const { firstRow, rows } of parquetRows(path, keys.fields))
      for (const [i, row] of rows.entries()) yield judgedRow(firstRow + i, row, keys.withIds)
    return
  }
  const count = await parquetRowCount(path)
  for (let row = 0; row < count; row++) yield judgedRow(row, unread, false)
}

const unread: Row | BadRow = bad('missing_text')

const judgedRow = (row: number, read: Row | BadRow, withIds: boolean): Judged => ({
  row,
  line: null,
  tooLarge: isBad(read) && read.reason === 'too_large',
  key: () => keyOf(read, withIds),
})
