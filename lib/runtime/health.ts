import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { logFault } from '@/lib/http/error-view'
import { isReadOnly } from '@/lib/runtime/read-only'

export type Health = {
  status: 'ok' | 'unavailable'
  database: 'ok' | 'unreachable' | 'wrong_role'
  /** Entries accepted and not yet sequenced: stays near 0 while a worker runs. */
  logPending?: number
  logSize?: number
  /** Behind its own log (docs/backup.md): pages work, writes are refused. */
  readOnly?: true
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
    const log = { logPending: Number(row.pending), logSize: Number(row.size ?? 0) }
    return { status: 'ok', database: 'ok', ...log, ...(isReadOnly() ? { readOnly: true } : {}) }
  } catch (error) {
    logFault('health', error)
    return { status: 'unavailable', database: 'unreachable' }
  }
}
