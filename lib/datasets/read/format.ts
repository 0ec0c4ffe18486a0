/** What a source file is, found from its content. `columns` of a delimited or Parquet file are its header, in order. */
export type TextFormat =
  | { kind: 'jsonl'; gzip: boolean }
  | { kind: 'csv' | 'tsv'; gzip: boolean; delimiter: string; columns: string[] }
export type ParquetFormat = { kind: 'parquet'; columns: string[] }
export type Format = TextFormat | ParquetFormat

export type FormatName = 'jsonl' | 'jsonl.gz' | 'csv' | 'csv.gz' | 'tsv' | 'tsv.gz' | 'parquet'

/** The name a revision records for a file; `csv` stands for any delimiter but the tab. */
export function formatName(format: Format): FormatName {
  if (format.kind === 'parquet') return 'parquet'
  return format.gzip ? `${format.kind}.gz` : format.kind
}
