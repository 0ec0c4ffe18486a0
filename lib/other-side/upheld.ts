import 'server-only'
import { type SQL, sql } from 'drizzle-orm'

/**
 * Whether a request with this alias was followed, and holds what it asked for: also while that is contested, held or countered. Nobody
 * has said anything yet of one that only waits for its answer.
 */
export const upheld = (alias: 'q' | 'r'): SQL => {
  const r = sql.identifier(alias)
  return sql`${r}.status::text in ('actioned', 'partially_actioned', 'closed', 'countered', 'kept_down')
    or ${r}.status::text in ('received', 'needs_info', 'needs_identity', 'under_review', 'owner_notified', 'duplicate', 'on_hold') and exists (
      select from takedown_event e
      where e.request_id = ${r}.id and e.type in ('outcome', 'appeal_decided')
        and e.data ->> 'outcome' in ('actioned', 'partially_actioned'))`
}
