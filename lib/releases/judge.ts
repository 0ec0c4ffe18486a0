import type { RowCounts } from '@/lib/release-format/counts'
import type { Mask } from '@/lib/release-format/redact-again'
import type { Applied } from './receipt'
import type { KeyPlan } from './row-key'

/** What becomes of a row: kept as it is, left out, or kept with these stretches masked. */
export type Verdict = 'keep' | 'drop' | readonly Mask[]

/** A row while it is judged. */
export type Judged = {
  /** 0-based, in its file. */
  readonly row: number
  /** Physical line from 1; null in a file without lines. */
  readonly line: number | null
  /** Over the limit of what is read. */
  readonly tooLarge: boolean
  /** What it is known by, as the judge's `keys` say; null for a record that is no item. */
  readonly key: () => Uint8Array | null
}

/** Decides about each row of one file, in order, and keeps count. */
export interface Judge extends Pick<Applied, 'way' | 'lacking' | 'kept' | 'redacted'> {
  readonly rows: RowCounts
  /** What has to be read of a row; null when its place says it all. */
  readonly keys: KeyPlan | null
  judge(row: Judged): Verdict
  /** Called behind the last row; throws if the file is not what it was taken for. */
  finish(): void
}

/** "Row 4 of a.jsonl (line 5)" */
export const placeOf = ({ row, line }: Pick<Judged, 'row' | 'line'>, name: string): string =>
  `Row ${row} of ${name}${line === null ? '' : ` (line ${line})`}`
