import 'server-only'
import { invalid } from '@/lib/errors'
import type { RowCounts } from '@/lib/release-format/counts'
import type { FilePlan } from './file-plan'
import { type Judge, type Judged, placeOf, type Verdict } from './judge'
import { NOTHING_LACKS } from './receipt'
import { RowSet } from './row-set'

/** For a file that is a base file of the release, byte for byte: row n is row n. */
export class PositionJudge implements Judge {
  readonly way = 'position'
  readonly keys = null
  readonly lacking = NOTHING_LACKS
  readonly kept: RowSet
  private seen = 0
  private counted = { untouched: 0, redacted: 0, removed: 0, restricted: 0 }

  constructor(
    private readonly plan: FilePlan,
    private readonly name: string,
  ) {
    this.kept = new RowSet(plan.base.rows)
  }

  get rows(): RowCounts {
    return { in: this.seen, ...this.counted }
  }

  get redacted() {
    return this.plan.redactions
  }

  judge(judged: Judged): Verdict {
    const { plan } = this
    const { row } = judged
    this.seen += 1
    if (!plan.kept.has(row)) {
      this.counted[plan.restricted.has(row) ? 'restricted' : 'removed'] += 1
      return 'drop'
    }
    if (judged.tooLarge)
      throw invalid(`${placeOf(judged, this.name)} is too long to have been kept. Nothing was written.`)
    this.kept.add(row)
    if (plan.redacted.has(row)) {
      this.counted.redacted += 1
      return plan.redactions.get(row) ?? []
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
}
