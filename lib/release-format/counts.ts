import { canonicalBytes, parseCanonical } from '@/lib/tlog/canonical-json'
import { listsExclusions, type Disclosure } from './disclosure'
import type { Outcome } from './fold'
import { FormatError } from './format-error'
import { compareText } from './order'
import { isCount, isObject, isText, membersOf } from './value'

/** in = untouched + redacted + removed + restricted. A row that only has a label is untouched. */
export type RowCounts = {
  readonly in: number
  readonly untouched: number
  readonly redacted: number
  readonly removed: number
  readonly restricted: number
}

/** `labelled`: kept rows with a label, redacted ones among them. `reasons` (reason → rows) is there if and only if `data/reasons.csv` is. */
export type Counts = {
  readonly rows: RowCounts
  readonly labelled: number
  readonly files: readonly { readonly file: string; readonly rows: RowCounts }[]
  readonly reasons?: Readonly<Record<string, number>>
}

export const COUNTS_PATH = 'data/counts.json'

export const NO_ROWS: RowCounts = { in: 0, untouched: 0, redacted: 0, removed: 0, restricted: 0 }

export function addRows(a: RowCounts, b: RowCounts): RowCounts {
  return {
    in: a.in + b.in,
    untouched: a.untouched + b.untouched,
    redacted: a.redacted + b.redacted,
    removed: a.removed + b.removed,
    restricted: a.restricted + b.restricted,
  }
}

export const addsUp = (rows: RowCounts): boolean =>
  rows.in === rows.untouched + rows.redacted + rows.removed + rows.restricted

/** What a row counts as; where exclusions are not listed, nothing tells a restricted row from a removed one. */
export function countsAs(action: Outcome['action'] | null, disclosure: Disclosure): keyof RowCounts {
  if (action === 'redact') return 'redacted'
  if (action === 'restrict') return listsExclusions(disclosure) ? 'restricted' : 'removed'
  return action === 'remove' ? 'removed' : 'untouched'
}

export const countsBytes = (counts: Counts): Uint8Array => canonicalBytes(counts)

/** Throws a FormatError unless the bytes are canonical and the sums are right. */
export function parseCounts(bytes: Uint8Array): Counts {
  const counts = countsOf(parse(bytes))
  if (!counts) throw new FormatError(COUNTS_PATH, null, 'not the counts of a release')
  const sum = counts.files.reduce((total, { rows }) => addRows(total, rows), NO_ROWS)
  const whole = [counts.rows, ...counts.files.map(({ rows }) => rows)].every(addsUp)
  if (!whole || !sameRows(sum, counts.rows))
    throw new FormatError(COUNTS_PATH, null, 'the counts do not add up')
  return counts
}

export const sameRows = (a: RowCounts, b: RowCounts): boolean =>
  ROW_COUNTS.every((name) => a[name] === b[name])

const ROW_COUNTS = ['in', 'untouched', 'redacted', 'removed', 'restricted'] as const

export function rowCountsOf(value: unknown): RowCounts | undefined {
  const members = membersOf(value, ...ROW_COUNTS)
  if (!members) return undefined
  const { in: rows, untouched, redacted, removed, restricted } = members
  if (![rows, untouched, redacted, removed, restricted].every(isCount)) return undefined
  if (
    !isCount(rows) ||
    !isCount(untouched) ||
    !isCount(redacted) ||
    !isCount(removed) ||
    !isCount(restricted)
  )
    return undefined
  return { in: rows, untouched, redacted, removed, restricted }
}

function countsOf(value: unknown): Counts | undefined {
  const members =
    membersOf(value, 'rows', 'labelled', 'files') ?? membersOf(value, 'rows', 'labelled', 'files', 'reasons')
  const rows = rowCountsOf(members?.rows)
  const files = filesOf(members?.files)
  if (!members || !rows || !files || !isCount(members.labelled)) return undefined
  if (members.reasons === undefined) return { rows, labelled: members.labelled, files }
  const reasons = reasonsOf(members.reasons)
  return reasons && { rows, labelled: members.labelled, files, reasons }
}

function filesOf(value: unknown): Counts['files'] | undefined {
  if (!Array.isArray(value)) return undefined
  const files: { file: string; rows: RowCounts }[] = []
  for (const entry of value) {
    const members = membersOf(entry, 'file', 'rows')
    const rows = rowCountsOf(members?.rows)
    if (!members || !rows || !isText(members.file)) return undefined
    if (compareText(files.at(-1)?.file ?? '', members.file) >= 0) return undefined
    files.push({ file: members.file, rows })
  }
  return files
}

function reasonsOf(value: unknown): Record<string, number> | undefined {
  if (!isObject(value)) return undefined
  const reasons = Object.entries(value).flatMap(([reason, rows]) =>
    isCount(rows) ? [[reason, rows] as const] : [],
  )
  return reasons.length === Object.keys(value).length ? Object.fromEntries(reasons) : undefined
}

function parse(bytes: Uint8Array): unknown {
  try {
    return parseCanonical(bytes)
  } catch (error) {
    throw new FormatError(COUNTS_PATH, null, error instanceof Error ? error.message : String(error))
  }
}
