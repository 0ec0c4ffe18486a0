import { literal, openDuck } from '@/lib/datasets/duck'
import { exclusions, labels, manifest, reasons } from '@/lib/release-format/lists'
import { redactions } from '@/lib/release-format/redactions'

/** Rows of a Parquet file as DuckDB reads them, every value as text and null as nothing. */
export async function parquetRows(file: string): Promise<string[][]> {
  using opened = await openDuck({ ordered: true })
  const reader = await opened.duck.runAndReadAll(`SELECT * FROM read_parquet(${literal(file)})`)
  return reader.getRows().map((row) => row.map((value) => (value === null ? '' : String(value))))
}

/** Rows of a list as our own strict reader has them. */
export function listedRows(name: string, text: string): string[][] {
  const of = <T>(list: { reader(): { push(text: string): T[] } }, values: (row: T) => unknown[]) =>
    list
      .reader()
      .push(text)
      .map((row) => values(row).map(String))
  if (name === manifest.path) return of(manifest, ({ file, row, id, digest }) => [file, row, id, digest])
  if (name === exclusions.path) return of(exclusions, ({ file, row, action }) => [file, row, action])
  if (name === labels.path) return of(labels, ({ file, row, label }) => [file, row, label])
  if (name === reasons.path)
    return of(reasons, ({ file, row, action, reason }) => [file, row, action, reason])
  if (name === redactions.path)
    return of(redactions, (one) => [one.file, one.row, one.field, one.start, one.end, one.replacement])
  throw new Error(`no list ${name}`)
}
