import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, db, type Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { dataset, datasetPromise } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, notFound } from '@/lib/errors'
import { asks, say } from '@/lib/i18n/say'
import type { Promises } from './which-clocks'

/** Working days, where the maintainers of a dataset have not said otherwise. */
export const USUAL: Promises = { acknowledgeDays: 1, decideDays: 5 }

/** Also how long a promise may be at most: what takes longer than that is none. */
const LONGEST = 60

/** What a dataset promises those who ask, and the number of that version; 0: what is usual. */
export async function promisesOf(on: Db | Tx, datasetId: string): Promise<Promises & { number: number }> {
  const [row] = await on
    .select({
      number: datasetPromise.number,
      acknowledgeDays: datasetPromise.acknowledgeDays,
      decideDays: datasetPromise.decideDays,
    })
    .from(datasetPromise)
    .where(eq(datasetPromise.datasetId, datasetId))
    .orderBy(desc(datasetPromise.number))
    .limit(1)
  return row ?? { number: 0, ...USUAL }
}

/** The same, for a page. */
export const promisesNow = (datasetId: string) => promisesOf(db(), datasetId)

const days = z.coerce
  .number(asks('clocks.promises.days', { max: String(LONGEST) }))
  .int(asks('clocks.promises.days', { max: String(LONGEST) }))
  .min(1, asks('clocks.promises.days', { max: String(LONGEST) }))
  .max(LONGEST, asks('clocks.promises.days', { max: String(LONGEST) }))

export const promisesInput = z
  .object({
    datasetId: z.uuid(),
    /** The version that was read. */
    opened: z.coerce.number().int(),
    acknowledgeDays: days,
    decideDays: days,
  })
  .refine(({ acknowledgeDays, decideDays }) => acknowledgeDays <= decideDays, {
    ...asks('clocks.promises.order'),
    path: ['decideDays'],
  })

/**
 * Changes how soon a dataset promises to answer where no law says so. Requests that were confirmed before keep what they were
 * promised. Refused when somebody changed it since it was read.
 */
export async function changePromises(
  tx: Tx,
  actor: Member,
  { datasetId, opened, acknowledgeDays, decideDays }: z.output<typeof promisesInput>,
): Promise<{ slug: string; changed: boolean }> {
  authorize(actor, 'promise.edit', { datasetId })
  await takeTurns(tx, `promises/${datasetId}`)
  const [found] = await tx.select({ slug: dataset.slug }).from(dataset).where(eq(dataset.id, datasetId))
  if (!found) throw notFound('dataset')
  const now = await promisesOf(tx, datasetId)
  if (now.acknowledgeDays === acknowledgeDays && now.decideDays === decideDays)
    return { slug: found.slug, changed: false }
  if (now.number !== opened)
    throw conflict(
      say('clocks.promises.meanwhile', { acknowledge: now.acknowledgeDays, decide: now.decideDays }),
    )
  await tx
    .insert(datasetPromise)
    .values({ datasetId, number: now.number + 1, acknowledgeDays, decideDays, changedBy: actor.id })
  return { slug: found.slug, changed: true }
}
