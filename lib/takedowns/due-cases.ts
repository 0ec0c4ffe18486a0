import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/**
 * The open cases that a request asks about are due when the first of all requests about them is, or their queue says so if that is
 * earlier: their priority follows. A request whose clocks stand, or that was answered, presses no more.
 */
export async function moveCases(tx: Tx, { id, datasetId }: { id: string; datasetId: string }): Promise<void> {
  const moved = await tx.execute<{ id: string; due: string | null }>(sql`
    select c.id, least(
      (select min(r.due_at) from takedown_match m join takedown_request r on r.id = m.request_id
       where m.dataset_id = c.dataset_id and m.case_id = c.id and r.near_at is not null),
      c.opened_at + make_interval(hours => q.due_hours)) as due
    from review_case c left join review_queue q on q.dataset_id = c.dataset_id and q.id = c.queue_id
    where c.dataset_id = ${datasetId} and c.status = 'open' and exists (
      select from takedown_match m
      where m.dataset_id = c.dataset_id and m.case_id = c.id and m.request_id = ${id})
    order by c.digest
    for update of c`)
  if (moved.length === 0) return
  const [ids, dues] = [moved.map((row) => row.id), moved.map(({ due }) => due ?? '')]
  await tx.execute(sql`
    update review_case c set due_at = nullif(v.due, '')::timestamptz
    from unnest(${sql.param(ids)}::uuid[], ${sql.param(dues)}::text[]) as v (id, due)
    where c.dataset_id = ${datasetId} and c.id = v.id and c.due_at is distinct from nullif(v.due, '')::timestamptz`)
}
