import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { logFault } from '@/lib/http/error-view'

export type Health = {
  status: 'ok' | 'unavailable'
  database: 'ok' | 'unreachable' | 'wrong_role'
  /** Entries accepted and not yet sequenced: stays near 0 while a worker runs. */
  logPending?: number
  logSize?: number
}

/** What a load balancer and `npm start` ask. The product refuses to be healthy as owner or superuser. */
export async function health(): Promise<Health> {
  try {
    const [row] = await db().execute<{ privileged: boolean; pending: string; size: string | null }>(sql`
      select (r.rolsuper or pg_get_userbyid(d.datdba) = current_user or current_user = 'winnow_owner') as privileged,
             (select count(*) from log_pending) as pending,
             (select size from log_head) as size
      from pg_roles r, pg_database d
      where r.rolname = current_user and d.datname = current_database()`)
    if (!row || row.privileged) return { status: 'unavailable', database: 'wrong_role' }
    return { status: 'ok', database: 'ok', logPending: Number(row.pending), logSize: Number(row.size ?? 0) }
  } catch (error) {
    logFault('health', error)
    return { status: 'unavailable', database: 'unreachable' }
  }
}
