import 'server-only'
import type { TextFormat } from '@/lib/datasets/read/format'
import { invalid } from '@/lib/errors'
import type { RowCounts } from '@/lib/release-format/counts'
import type { Judge } from './judge'
import type { FilePlan } from './file-plan'
import { redactor } from './redact-record'
import { RowSet } from './row-set'
import type { RecordView, Verdict } from './splice'

/** For a file that is a base file of the release, byte for byte: row n is row n. */
export class PositionJudge implements Judge {
  readonly way = 'position'
  readonly kept: RowSet
  private readonly redact: ReturnType<typeof redactor>
  private seen = 0
  private counted = { untouched: 0, redacted: 0, removed: 0, restricted: 0 }

  constructor(
    private readonly plan: FilePlan,
    format: TextFormat,
    private readonly name: string,
  ) {
    this.redact = redactor(format)
    this.kept = new RowSet(plan.base.rows)
  }

  get rows(): RowCounts {
    return { in: this.seen, ...this.counted }
  }

  judge(record: RecordView): Verdict {
    const { plan } = this
    this.seen += 1
    if (!plan.kept.has(record.row)) {
      this.counted[plan.restricted.has(record.row) ? 'restricted' : 'removed'] += 1
      return 'drop'
    }
    if (record.tooLarge) throw this.refuse(record, 'is too long to have been kept')
    this.kept.add(record.row)
    if (plan.redacted.has(record.row)) {
      this.counted.redacted += 1
      return this.redacted(record)
    }
    this.counted.untouched += 1
    return 'keep'
  }

  finish(): void {
    if (this.seen !== this.plan.base.rows)
      throw invalid(
        `${this.name} has ${this.seen} rows; the release counts ${this.plan.base.rows}. Nothing was written.`,
      )
  }

  private redacted(record: RecordView): Buffer {
    try {
      return this.redact(record.bytes, this.plan.redactions.get(record.row) ?? [])
    } catch (error) {
      if (error instanceof RangeError) throw this.refuse(record, `cannot be redacted: ${error.message}`)
      throw error
    }
  }

  private refuse({ row, line }: RecordView, problem: string) {
    return invalid(`Row ${row} of ${this.name} (line ${line}) ${problem}. Nothing was written.`)
  }
}
