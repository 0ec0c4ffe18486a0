import 'server-only'
import { invalid } from '@/lib/errors'
import type { RowCounts } from '@/lib/release-format/counts'
import { redactAgain } from '@/lib/release-format/redact-again'
import type { Span } from '@/lib/release-format/spans'
import type { EarlierCopy } from './earlier-copy'
import type { FilePlan } from './file-plan'
import { type Judge, type Judged, placeOf, type Verdict } from './judge'
import type { Lacking } from './receipt'
import { RowSet } from './row-set'

/** For a copy that an earlier release made of a base file: its receipt says which row of the base each record is. */
export class ReceiptJudge implements Judge {
  readonly way = 'receipt'
  readonly keys = null
  readonly kept: RowSet
  readonly redacted = new Map<number, readonly Span[]>()
  private readonly baseRows: Iterator<number>
  private readonly counted = { untouched: 0, redacted: 0, removed: 0, restricted: 0 }
  private seen = 0
  private masked = 0

  constructor(
    private readonly earlier: EarlierCopy,
    private readonly plan: FilePlan,
    private readonly name: string,
  ) {
    this.kept = new RowSet(plan.base.rows)
    this.baseRows = rowsOf(earlier)
  }

  get rows(): RowCounts {
    return { in: this.seen, ...this.counted }
  }

  get lacking(): Lacking {
    return { rows: this.plan.kept.count - this.kept.count, masked: this.masked }
  }

  judge(judged: Judged): Verdict {
    const { plan } = this
    this.seen += 1
    const row = this.nextBaseRow()
    if (!plan.kept.has(row)) {
      this.counted[plan.restricted.has(row) ? 'restricted' : 'removed'] += 1
      return 'drop'
    }
    if (judged.tooLarge)
      throw invalid(`${placeOf(judged, this.name)} is too long to have been kept. Nothing was written.`)
    this.kept.add(row)
    const again = redactAgain(this.earlier.redacted.get(row) ?? [], plan.redactions.get(row) ?? [])
    this.counted[again.spans.length > 0 ? 'redacted' : 'untouched'] += 1
    if (again.spans.length > 0) this.redacted.set(row, again.spans)
    if (again.isMore) this.masked += 1
    return again.masks.length > 0 ? again.masks : 'keep'
  }

  finish(): void {
    if (!this.baseRows.next().done)
      throw invalid(`${this.name} has fewer rows than its receipt says. Nothing was written.`)
  }

  private nextBaseRow(): number {
    const { done, value } = this.baseRows.next()
    if (!done) return value
    throw invalid(`${this.name} has more rows than its receipt says. Nothing was written.`)
  }
}

function* rowsOf({ runs }: EarlierCopy): Generator<number, undefined> {
  for (const [start, length] of runs) for (let i = 0; i < length; i++) yield start + i
  return undefined
}
