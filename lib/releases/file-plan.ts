import type { RowCounts } from '@/lib/release-format/counts'
import type { BaseFile } from '@/lib/release-format/release-json'
import type { Redaction } from '@/lib/release-format/redactions'
import { RowSet } from './row-set'

/** What a release does to the rows of one base file. Three bits a row, and the redactions. */
export class FilePlan {
  readonly kept: RowSet
  /** Of the kept. */
  readonly redacted: RowSet
  readonly excluded: RowSet
  /** Of the excluded. */
  readonly restricted: RowSet
  readonly redactions = new Map<number, Redaction[]>()

  constructor(readonly base: BaseFile) {
    this.kept = new RowSet(base.rows)
    this.redacted = new RowSet()
    this.excluded = new RowSet()
    this.restricted = new RowSet()
  }

  /** The row goes as well, whatever the release does with it. False if the release has not kept it. */
  leaveOut(row: number): boolean {
    if (!this.kept.delete(row)) return false
    this.redacted.delete(row)
    this.redactions.delete(row)
    this.excluded.add(row)
    return true
  }

  counts(): RowCounts {
    return {
      in: this.base.rows,
      untouched: this.kept.count - this.redacted.count,
      redacted: this.redacted.count,
      removed: this.base.rows - this.kept.count - this.restricted.count,
      restricted: this.restricted.count,
    }
  }
}
