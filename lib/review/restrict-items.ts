import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/**
 * Sets `restricted` on every case of these items (digests in hex): true while one of their restricted categories hides them, and always
 * true for a case of a restricted category itself. The item is what must not be seen: its other cases are hidden with it. The caller
 * holds the locks of these cases.
 */
export async function restrictItems(tx: Tx, datasetId: string, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return
  await tx.execute(sql`
    update review_case c set restricted = i.hidden or k.restricted = 1
    from (
      select i.digest, ${isHiddenNow('i')} as hidden from item i
      where i.dataset_id = ${datasetId}
        and i.digest in (select decode(asked, 'hex') from unnest(${sql.param(digests)}::text[]) as asked)
    ) i, category k
    where c.dataset_id = ${datasetId} and c.digest = i.digest and k.id = c.category
      and c.restricted <> (i.hidden or k.restricted = 1)`)
}

/** Whether the item of the row with this alias must not be seen now, as a condition: the database knows when (`item_hidden`). */
export const isHiddenNow = (alias: 'h' | 'i'): SQL =>
  sql`item_hidden(${sql.identifier(alias)}.dataset_id, ${sql.identifier(alias)}.digest)`

/** Whether officers kept the item of the flag with this alias in the category of that flag, or it was left in sight for now. */
export const isCleared = (alias: 'f' | 'o'): SQL => sql`exists (
  select from review_case x
  left join decision y on y.dataset_id = x.dataset_id and y.id = x.decision_id
  left join report_in_sight z
    on z.dataset_id = x.dataset_id and z.case_id = x.id and z.round = x.round and z.hidden_at is null
  where x.dataset_id = ${sql.identifier(alias)}.dataset_id and x.digest = ${sql.identifier(alias)}.digest
    and x.category = ${sql.identifier(alias)}.category
    and case when x.status = 'decided' then y.action = 'keep' else z.round is not null end)`

/** Whether the item itself must not be seen now, and not only a case of it. The caller holds the locks of its cases. */
export async function isHidden(
  tx: Tx,
  { datasetId, digest }: { datasetId: string; digest: Buffer },
): Promise<boolean> {
  const [row] = await tx.execute<{ hidden: boolean }>(
    sql`select item_hidden(${datasetId}, ${digest}) as hidden`,
  )
  return row?.hidden ?? false
}
