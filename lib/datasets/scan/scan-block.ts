import 'server-only'
import { itemDigest } from '@/lib/datasets/digest'
import type { BadRow } from '@/lib/datasets/read/bad-row'
import { segmentKinds, type Block, type Position } from '@/lib/datasets/read/blocks'
import { bad, extractor, isBad, type Extract, type Row } from '@/lib/datasets/read/extract'
import type { FieldPlan } from '@/lib/datasets/read/fields'
import type { TextFormat } from '@/lib/datasets/read/format'
import { languageOf } from '@/lib/detection/language'
import { scanItem, type ItemScan } from '@/lib/detection/scan'

/** What a worker is given: records as bytes, or rows that the Parquet reader has already taken apart. */
export type ScanTask = { format: TextFormat; block: Block } | { from: Position; rows: (Row | BadRow)[] }

/** `index` counts from the first row of the block. `rules` are added later: the scanner knows of none. */
export type FlaggedRow = {
  index: number
  values: string[]
  findings: ItemScan['findings']
  language: string
  rules?: string[]
}
/** A row to be listed: not an item (`bad`), or not scanned to its end. */
export type ListedRow = { index: number; line: number | null; reason: string; detail: string }

/** What is kept of a block: for each row a digest and a place, text only where something was found in it. */
export type ScannedBlock = {
  from: Position
  to: Position
  /** 32 bytes for each row; zeros for a bad one. */
  digests: Uint8Array<ArrayBuffer>
  /** Where each record stands in the decompressed file, in bytes; null for Parquet. */
  places: { offset: Float64Array<ArrayBuffer>; length: Float64Array<ArrayBuffer> } | null
  ids: (string | null)[]
  urls: (string | null)[]
  /** Empty where the dataset declares no author field. */
  authors: (string | null)[]
  flagged: FlaggedRow[]
  bad: ListedRow[]
  unscanned: ListedRow[]
}

/** Makes the function that parses, digests and scans: the same in a worker and without one. */
export function blockScanner(plan: FieldPlan): (task: ScanTask) => ScannedBlock {
  // The media hash is an identity, not text that anybody wrote.
  const scanned = { fields: [...plan.text, ...plan.url], texts: plan.text.length }
  const readers = new Map<string, Extract>()
  return (task) => {
    if ('rows' in task) return scanRows(task.from, task.rows, scanned)
    const key = JSON.stringify(task.format)
    const read = readers.get(key) ?? extractor(task.format, plan)
    readers.set(key, read)
    return scanRecords(task.block, read, scanned)
  }
}

/** What detectors read, and how many of it are texts: those come first. */
type Scanned = { fields: readonly string[]; texts: number }

function scanRows(from: Position, rows: readonly (Row | BadRow)[], scanned: Scanned): ScannedBlock {
  const out = emptyBlock(from, { ...from, row: from.row + rows.length }, rows.length)
  for (const [index, row] of rows.entries()) addRow(out, index, null, row, scanned)
  return out
}

function scanRecords(block: Block, read: Extract, scanned: Scanned): ScannedBlock {
  const rows = block.to.row - block.from.row
  const out = emptyBlock(block.from, block.to, rows)
  const places = { offset: new Float64Array(rows), length: new Float64Array(rows) }
  out.places = places
  const bytes = Buffer.from(block.bytes.buffer)
  let start = 0
  let index = 0
  for (let i = 0; i < block.kind.length; i++) {
    const [kind, end, next] = [segmentKinds[block.kind[i] ?? 0], block.end[i] ?? 0, block.next[i] ?? 0]
    if (kind === 'record' || kind === 'too_large') {
      const length = block.tooLarge ?? end - start
      places.offset[index] = block.from.offset + start
      places.length[index] = length
      const row = kind === 'record' ? read(bytes.subarray(start, end)) : bad('too_large', `${length} bytes`)
      addRow(out, index, block.line[i] ?? null, row, scanned)
      index++
    }
    start = next
  }
  return out
}

function emptyBlock(from: Position, to: Position, rows: number): ScannedBlock {
  const digests = new Uint8Array(rows * 32)
  return {
    from,
    to,
    digests,
    places: null,
    ids: [],
    urls: [],
    authors: [],
    flagged: [],
    bad: [],
    unscanned: [],
  }
}

function addRow(
  out: ScannedBlock,
  index: number,
  line: number | null,
  row: Row | BadRow,
  { fields, texts }: Scanned,
): void {
  if (isBad(row)) {
    out.ids.push(null)
    out.urls.push(null)
    out.bad.push({ index, line, ...row })
    return
  }
  const { values, id, url, author } = row
  out.digests.set(itemDigest(values), index * 32)
  out.ids.push(id)
  out.urls.push(url)
  if (author !== null) out.authors[index] = author
  const { findings, unscanned } = scanItem(
    Object.fromEntries(fields.map((field, i) => [field, values[i] ?? ''])),
  )
  if (findings.length > 0)
    out.flagged.push({ index, values, findings, language: languageOf(row.language, values.slice(0, texts)) })
  if (unscanned) out.unscanned.push({ index, line, reason: unscanned.reason, detail: unscanned.field })
}
