import 'server-only'
import { stat } from 'node:fs/promises'
import { readBlocks, type Position } from '@/lib/datasets/read/blocks'
import type { FieldPlan } from '@/lib/datasets/read/fields'
import type { Format } from '@/lib/datasets/read/format'
import { parquetRowCount, parquetRows } from '@/lib/datasets/read/parquet'
import { openBytes } from '@/lib/datasets/read/source'
import type { ScanTask } from './scan-block'

/**
 * A file as tasks for the scan pool.
 *
 * @param from a place between two rows
 * @param onRead called with the bytes read of the file as it lies on disk; of Parquet, the share of its rows
 */
export async function* scanTasks(
  path: string,
  format: Format,
  plan: FieldPlan,
  from: Position,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<ScanTask> {
  if (format.kind !== 'parquet') {
    const bytes = openBytes(path, format.gzip, from.offset, onRead)
    for await (const block of readBlocks(bytes, format, from)) yield { format, block }
    return
  }
  const { size } = await stat(path)
  const total = await parquetRowCount(path)
  for await (const { firstRow, rows } of parquetRows(path, plan, from.row)) {
    yield { from: { offset: 0, line: 0, row: firstRow }, rows }
    onRead(Math.round((size * (firstRow + rows.length)) / total))
  }
}
