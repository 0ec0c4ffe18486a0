import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { caseDue } from '@/lib/review/rounds'

/** The open cases that a request asks about are due anew, and their priority follows. */
export async function moveCases(tx: Tx, { id, datasetId }: { id: string; datasetId: string }): Promise<void> {
  const moved = await tx.execute<{ id: string; due: string | null }>(sql`
    select c.id, ${caseDue()} as due
    from review_case c
    where c.dataset_id = ${datasetId} and c.status = 'open' and exists (
      select from takedown_match m
      where m.dataset_id = c.dataset_id and m.case_id = c.id and m.request_id = ${id})
    order by c.digest
    for update`)
  if (moved.length === 0) return
  const [ids, dues] = [moved.map((row) => row.id), moved.map(({ due }) => due ?? '')]
  await tx.execute(sql`
    update review_case c set due_at = nullif(v.due, '')::timestamptz
    from unnest(${sql.param(ids)}::uuid[], ${sql.param(dues)}::text[]) as v (id, due)
    where c.dataset_id = ${datasetId} and c.id = v.id and c.due_at is distinct from nullif(v.due, '')::timestamptz`)
}
