import 'server-only'
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { copyHolder, copyHolding, dataset } from '@/db/schema'
import type { Audience } from '@/lib/pending/collect'
import { secretHash } from './holder'

/*
 * What a holder of copies is told is pending. Anybody with a mailbox is one, and gets as much as everybody; what the list for holders has
 * beside the public one are the restricted rows, and they are for those whom somebody has checked, as long as that is not taken back.
 */

/** In SQL: the audience of a holding `h`. */
export const audienceOf: SQL<Audience> = sql`(case when h.approval_id is null then 'public' else 'holders' end)`

/** Whether the secret of a page is that of somebody who keeps a copy of a dataset, and, for the restricted list, who is approved for it. */
export async function mayRead(token: string, slug: string, audience: Audience): Promise<boolean> {
  const [row] = await db()
    .select({ id: copyHolder.id })
    .from(copyHolder)
    .innerJoin(copyHolding, eq(copyHolding.holderId, copyHolder.id))
    .innerJoin(dataset, eq(dataset.id, copyHolding.datasetId))
    .where(
      and(
        eq(copyHolder.pageHash, secretHash(token)),
        eq(copyHolder.state, 'active'),
        eq(dataset.slug, slug),
        audience === 'holders' ? isNotNull(copyHolding.approvalId) : undefined,
      ),
    )
  return row !== undefined
}
