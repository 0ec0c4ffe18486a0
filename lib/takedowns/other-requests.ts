import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'

/** What else the same mailbox asked here and confirmed. Not what is restricted: a link of its own leads there. */
export async function otherRequests(on: Db | Tx, requestId: string) {
  return on.execute<{ request: string; kind: string; dataset: string; sent: string; status: string }>(sql`
    select q.reference as request, q.kind::text as kind, d.slug as dataset,
      to_char(q.submitted_at at time zone 'UTC', 'YYYY-MM-DD') as sent, q.status::text as status
    from takedown_contact own
    join takedown_contact c on c.email_hmac = own.email_hmac and c.request_id <> own.request_id
    join takedown_request q on q.id = c.request_id and q.confirmed_at is not null
    join category k on k.id = q.category and k.restricted = 0
    join dataset d on d.id = q.dataset_id
    where own.request_id = ${requestId} order by q.submitted_at, q.reference limit 200`)
}
