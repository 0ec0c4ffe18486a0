import 'server-only'
import type { RowCounts } from '@/lib/release-format/counts'
import type { RowSet } from './row-set'

export const RECEIPT = 'winnow-receipt.json'

export type FileHash = { name: string; sha256: string; bytes: number }

/** What was done to one file. */
export type Applied = {
  way: 'position' | 'content'
  input: FileHash
  output: FileHash
  rows: RowCounts
  /** Rows of the input that are in the output, in the same order. */
  kept: RowSet
}

export type ReleaseName = { dataset: string; version: string; profile: string; sha256: string }

/**
 * The receipt as text, piece by piece. `rowMap` of a file is the runs [first row, length] of input rows that make up the output,
 * so that a later release can be applied to the filtered copy.
 */
export async function* receiptText(
  release: ReleaseName,
  rows: RowCounts,
  files: readonly Applied[],
): AsyncGenerator<Buffer[]> {
  yield text(
    `{"format":"winnow-receipt/1","release":${JSON.stringify(release)},"rows":${JSON.stringify(rows)},"files":[`,
  )
  for (const [i, { way, input, output, rows, kept }] of files.entries()) {
    const head = JSON.stringify({ way, input, output, rows })
    yield text(`${i > 0 ? ',' : ''}\n${head.slice(0, -1)},"rowMap":[`)
    let runs: string[] = []
    let separator = ''
    for (const { start, length } of kept.runs()) {
      if (runs.push(`[${start},${length}]`) < 4096) continue
      yield text(separator + runs.join(','))
      runs = []
      separator = ','
    }
    if (runs.length > 0) yield text(separator + runs.join(','))
    yield text(']}')
  }
  yield text('\n]}\n')
}

const text = (written: string) => [Buffer.from(written)]
