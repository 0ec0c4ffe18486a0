import 'server-only'
import { readBlocks, type Position } from '@/lib/datasets/read/blocks'
import type { FieldPlan } from '@/lib/datasets/read/fields'
import type { Format } from '@/lib/datasets/read/format'
import { parquetRows } from '@/lib/datasets/read/parquet'
import { openBytes } from '@/lib/datasets/read/source'
import type { ScanTask } from './scan-block'

/** A file as tasks for the scan pool, from a place between two rows on. */
export async function* scanTasks(
  path: string,
  format: Format,
  plan: FieldPlan,
  from: Position,
): AsyncGenerator<ScanTask> {
  if (format.kind !== 'parquet') {
    const bytes = openBytes(path, format.gzip, from.offset)
    for await (const block of readBlocks(bytes, format, from)) yield { format, block }
    return
  }
  for await (const { firstRow, rows } of parquetRows(path, plan, from.row))
    yield { from: { offset: 0, line: 0, row: firstRow }, rows }
}
