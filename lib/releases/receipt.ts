import 'server-only'
import type { RowCounts } from '@/lib/release-format/counts'
import type { Span } from '@/lib/release-format/spans'
import type { RowSet } from './row-set'

export const RECEIPT = 'winnow-receipt.json'
export const RECEIPT_FORMAT = 'winnow-receipt/1'

export type FileHash = { name: string; sha256: string; bytes: number }

/** How rows were told: by their place in a base file, by their content, or by the receipt of the release before. */
export type Way = 'position' | 'content' | 'receipt'

/**
 * What a release gives back to a copy that an earlier one had taken it from: `rows` that are not in it any more, and rows that
 * stay `masked` where they need not. Both are in the base.
 */
export type Lacking = { rows: number; masked: number }

export const NOTHING_LACKS: Lacking = { rows: 0, masked: 0 }

/** What was done to one file. */
export type Applied = {
  way: Way
  input: FileHash
  /** Null when nothing was to be written. */
  output: FileHash | null
  /** The base file whose rows `kept` and `redacted` count; null by content, where they are rows of the input. */
  base: { path: string; sha256: string } | null
  rows: RowCounts
  lacking: Lacking
  /** Rows that are in the output, in the same order. */
  kept: RowSet
  /** What is masked in the output, in code points of the original values. */
  redacted: ReadonlyMap<number, readonly Span[]>
}

export type ReleaseName = { dataset: string; version: string; profile: string; sha256: string }

/** A signed list of pending removals that was applied with a release, and how many rows of its base went by it. */
export type AppliedPending = { audience: string; serial: number; date: string; sha256: string; rows: number }

/**
 * The receipt as text, piece by piece. `rowMap` of a file is the runs [first row, length] of base rows that make up the output and
 * `redacted` the spans [field, start, end] masked in them, so that a later release can be applied to the filtered copy.
 */
export async function* receiptText(
  release: ReleaseName,
  { rows, pending }: { rows: RowCounts; pending: AppliedPending | null },
  files: readonly Applied[],
): AsyncGenerator<Buffer[]> {
  yield text(
    `{"format":"${RECEIPT_FORMAT}","release":${JSON.stringify(release)},${pending ? `"pending":${JSON.stringify(pending)},` : ''}"rows":${JSON.stringify(rows)},"files":[`,
  )
  for (const [i, { way, input, output, base, rows, lacking, kept, redacted }] of files.entries()) {
    const head = JSON.stringify({ way, input, output, base, rows, lacking })
    yield text(`${i > 0 ? ',' : ''}\n${head.slice(0, -1)},"rowMap":[`)
    yield* listed(kept.runs(), ({ start, length }) => `[${start},${length}]`)
    yield text('],"redacted":[')
    yield* listed(redacted, ([row, spans]) =>
      JSON.stringify([row, spans.map(({ field, start, end }) => [field, start, end])]),
    )
    yield text(']}')
  }
  yield text('\n]}\n')
}

function* listed<T>(items: Iterable<T>, write: (item: T) => string): Generator<Buffer[]> {
  let some: string[] = []
  let separator = ''
  for (const item of items) {
    if (some.push(write(item)) < 4096) continue
    yield text(separator + some.join(','))
    some = []
    separator = ','
  }
  if (some.length > 0) yield text(separator + some.join(','))
}

const text = (written: string) => [Buffer.from(written)]
