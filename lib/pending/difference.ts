import { RowSet } from '@/lib/releases/row-set'
import type { PendingFile } from '@/lib/release-format/pending'

/** The rows of some files that are not in others, by path; files without any left are left out. */
export function filesWithout(files: readonly PendingFile[], others: readonly PendingFile[]): PendingFile[] {
  const known = new Map(others.map((file) => [file.path, rowsOf(file)]))
  return files.flatMap((file) => {
    const out = known.get(file.path)
    const left = new RowSet()
    for (const row of eachRow(file)) if (!out?.has(row)) left.add(row)
    const rows = [...left.runs()].map(({ start, length }): [number, number] => [start, length])
    return rows.length > 0 ? [{ ...file, rows }] : []
  })
}

export function* eachRow({ rows }: PendingFile): Generator<number, undefined> {
  for (const [start, length] of rows) for (let i = 0; i < length; i++) yield start + i
  return undefined
}

function rowsOf(file: PendingFile): RowSet {
  const set = new RowSet()
  for (const row of eachRow(file)) set.add(row)
  return set
}
