import { countsAs, addRows, NO_ROWS, type Counts, type RowCounts } from './counts'
import { listsExclusions, publishedLabels, publishedReason, UNREADABLE, type Disclosure } from './disclosure'
import type { Outcome } from './fold'
import { exclusions, labels, manifest, reasons } from './lists'
import { compareText, type Place } from './order'
import { redactions } from './redactions'
import { REPLACEMENT } from './spans'

/** A record of the base with what becomes of it; null = untouched. A record that is no item has no digest. */
export type BaseRow = Place & {
  readonly id: string | null
  readonly digest: string | null
  readonly outcome: Outcome | null
}

export type Telling = { readonly disclosure: Disclosure; readonly reasons: boolean }

/** Lists of a release, as far as the level tells. Each is there even if it has no row, so that its absence says nothing. */
export function listsOf({ disclosure, reasons: told }: Telling) {
  return [
    manifest,
    redactions,
    labels,
    ...(listsExclusions(disclosure) ? [exclusions] : []),
    ...(told ? [reasons] : []),
  ]
}

/** The lines a row has in the lists of a release: the one place that decides what is told about it. */
export function linesOf(
  { file, row, id, digest, outcome }: BaseRow,
  telling: Telling,
): { path: string; text: string }[] {
  const lines: { path: string; text: string }[] = []
  const action = digest === null ? 'remove' : (outcome?.action ?? null)
  const add = (path: string, text: string) => lines.push({ path, text })

  if (action === 'remove' || action === 'restrict') {
    if (listsExclusions(telling.disclosure)) add(exclusions.path, exclusions.line({ file, row, action }))
  } else {
    const open = action === 'redact' ? { id: '', digest: '' } : { id: id ?? '', digest: digest ?? '' }
    add(manifest.path, manifest.line({ file, row, ...open }))
  }
  if (action === 'redact')
    for (const span of outcome?.spans ?? [])
      add(redactions.path, redactions.line({ file, row, ...span, replacement: REPLACEMENT }))
  if (outcome && digest !== null)
    for (const label of publishedLabels(outcome)) add(labels.path, labels.line({ file, row, label }))
  if (action !== null && telling.reasons) {
    const reason = digest === null || !outcome ? UNREADABLE : publishedReason(outcome)
    add(reasons.path, reasons.line({ file, row, action, reason }))
  }
  return lines
}

/** Counts the affected rows of a release; the untouched are what remains of each file. */
export class Tally {
  private readonly files = new Map<string, RowCounts>()
  private readonly reasons = new Map<string, number>()
  private labelled = 0

  constructor(
    private readonly telling: Telling,
    files: readonly { readonly path: string; readonly rows: number }[],
  ) {
    for (const { path, rows } of files) this.files.set(path, { ...NO_ROWS, in: rows, untouched: rows })
  }

  add({ file, digest, outcome }: BaseRow): void {
    const action = digest === null ? 'remove' : (outcome?.action ?? null)
    const counts = this.files.get(file)
    if (!counts) throw new RangeError(`${file} is not a file of the base`)
    if (action === null) return
    const name = countsAs(action, this.telling.disclosure)
    this.files.set(file, addOne({ ...counts, untouched: counts.untouched - 1 }, name))
    if (digest !== null && outcome && outcome.labels.length > 0) this.labelled += 1
    const reason = digest === null || !outcome ? UNREADABLE : publishedReason(outcome)
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1)
  }

  /** @param told whether the reasons may be counted after all, which can be known only at the end */
  counts(told = this.telling.reasons): Counts {
    const files = [...this.files]
      .map(([file, rows]) => ({ file, rows }))
      .sort((a, b) => compareText(a.file, b.file))
    const rows = files.reduce((sum, entry) => addRows(sum, entry.rows), NO_ROWS)
    const counted = { rows, labelled: this.labelled, files }
    return told ? { ...counted, reasons: Object.fromEntries(this.reasons) } : counted
  }
}

const addOne = (counts: RowCounts, name: keyof RowCounts): RowCounts => ({
  ...counts,
  [name]: counts[name] + 1,
})
