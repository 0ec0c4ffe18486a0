import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/**
 * Sets `restricted` on every case of these items (digests in hex): true while one of their restricted categories is not
 * cleared by a `keep`, and always true for a case of a restricted category itself. The item is what must not be seen: its
 * other cases are hidden with it. The caller holds the locks of these cases.
 */
export async function restrictItems(tx: Tx, datasetId: string, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return
  await tx.execute(sql`
    with item as (
      select c.digest, ${hidden} as hidden
      from review_case c
      join category k on k.id = c.category
      left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
      where c.dataset_id = ${datasetId}
        and c.digest in (select decode(asked, 'hex') from unnest(${sql.param(digests)}::text[]) as asked)
      group by c.digest
    )
    update review_case c set restricted = item.hidden or k.restricted = 1
    from item, category k
    where c.dataset_id = ${datasetId} and c.digest = item.digest and k.id = c.category
      and c.restricted <> (item.hidden or k.restricted = 1)`)
}

/** Of the cases `c` of an item, their categories `k` and the decisions `d` in force. */
const hidden = sql`bool_or(k.restricted = 1 and (c.status = 'open' or d.action <> 'keep'))`

/** Whether the item of the row with this alias must not be seen now, as a condition. */
export const isHiddenNow = (alias: 'h' | 'i'): SQL => sql`coalesce((
  select ${hidden}
  from review_case c
  join category k on k.id = c.category
  left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
  where c.dataset_id = ${sql.identifier(alias)}.dataset_id and c.digest = ${sql.identifier(alias)}.digest), false)`

/** Whether officers kept the item of the flag with this alias in the category of that flag. */
export const isCleared = (alias: 'f' | 'o'): SQL => sql`exists (
  select from review_case x
  join decision y on y.dataset_id = x.dataset_id and y.id = x.decision_id
  where x.dataset_id = ${sql.identifier(alias)}.dataset_id and x.digest = ${sql.identifier(alias)}.digest
    and x.category = ${sql.identifier(alias)}.category and x.status = 'decided' and y.action = 'keep')`

/** Whether the item itself must not be seen now, and not only a case of it. The caller holds the locks of its cases. */
export async function isHidden(
  tx: Tx,
  { datasetId, digest }: { datasetId: string; digest: Buffer },
): Promise<boolean> {
  const [row] = await tx.execute<{ hidden: boolean | null }>(sql`
    select ${hidden} as hidden
    from review_case c
    join category k on k.id = c.category
    left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    where c.dataset_id = ${datasetId} and c.digest = ${digest}`)
  return row?.hidden ?? false
}
