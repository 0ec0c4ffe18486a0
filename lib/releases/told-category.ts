import { WITHHELD } from '@/lib/release-format/disclosure'

/**
 * SQL of the category of the decision `d`, as a release freezes it. A reason is told only if the log entry behind it can be opened:
 * that of a restricted item is sealed, whatever else it was decided for, and what was erased has no opening left.
 */
export const TOLD_CATEGORY = `case when exists (
    select from log_opening o where o.entry_id = d.entry_id and o.field = 'decision') then d.category else '${WITHHELD}' end`
