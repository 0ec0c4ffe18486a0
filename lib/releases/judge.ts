import type { RowCounts } from '@/lib/release-format/counts'
import type { Applied } from './receipt'
import type { RecordView, Verdict } from './splice'

/** Decides about each record of one file and keeps count. */
export interface Judge {
  readonly way: Applied['way']
  readonly rows: RowCounts
  readonly kept: Applied['kept']
  judge(record: RecordView): Verdict
  /** Called behind the last record; throws if the file is not what it was taken for. */
  finish(): void
}
