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

/** `ownerDays`: the time its maintainers get before a request is decided, when a lead asks them first; 0: they are not asked. */
export type DatasetPromises = Promises & { ownerDays: number }

/** Working days, where the maintainers of a dataset have not said otherwise. */
export const USUAL: DatasetPromises = { acknowledgeDays: 1, decideDays: 5, ownerDays: 1 }

/** Also how long a promise may be at most: what takes longer than that is none. */
const LONGEST = 60

/** What is claimed stays where it is meanwhile: whoever claims it is not to wait for those it is claimed against for long. */
const LONGEST_FOR_OWNER = 5

/** What a dataset promises those who ask, and the number of that version; 0: what is usual. */
export async function promisesOf(
  on: Db | Tx,
  datasetId: string,
): Promise<DatasetPromises & { number: number }> {
  const [row] = await on
    .select({
      number: datasetPromise.number,
      acknowledgeDays: datasetPromise.acknowledgeDays,
      decideDays: datasetPromise.decideDays,
      ownerDays: datasetPromise.ownerDays,
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

const ownerDays = z.coerce
  .number(asks('clocks.promises.ownerRange', { max: String(LONGEST_FOR_OWNER) }))
  .int(asks('clocks.promises.ownerRange', { max: String(LONGEST_FOR_OWNER) }))
  .min(0, asks('clocks.promises.ownerRange', { max: String(LONGEST_FOR_OWNER) }))
  .max(LONGEST_FOR_OWNER, asks('clocks.promises.ownerRange', { max: String(LONGEST_FOR_OWNER) }))

export const promisesInput = z
  .object({
    datasetId: z.uuid(),
    /** The version that was read. */
    opened: z.coerce.number().int(),
    acknowledgeDays: days,
    decideDays: days,
    ownerDays,
  })
  .refine(({ acknowledgeDays, decideDays }) => acknowledgeDays <= decideDays, {
    ...asks('clocks.promises.order'),
    path: ['decideDays'],
  })

/**
 * Changes how soon a dataset promises to answer where no law says so, and how long its maintainers are asked first. Requests that were
 * confirmed, or passed on to them, before keep what they were promised. Refused when somebody changed it since it was read.
 */
export async function changePromises(
  tx: Tx,
  actor: Member,
  { datasetId, opened, ...wanted }: z.output<typeof promisesInput>,
): Promise<{ slug: string; changed: boolean }> {
  authorize(actor, 'promise.edit', { datasetId })
  await takeTurns(tx, `promises/${datasetId}`)
  const [found] = await tx.select({ slug: dataset.slug }).from(dataset).where(eq(dataset.id, datasetId))
  if (!found) throw notFound('dataset')
  const now = await promisesOf(tx, datasetId)
  const { acknowledgeDays, decideDays, ownerDays: owner } = now
  if (
    acknowledgeDays === wanted.acknowledgeDays &&
    decideDays === wanted.decideDays &&
    owner === wanted.ownerDays
  )
    return { slug: found.slug, changed: false }
  if (now.number !== opened)
    throw conflict(
      say('clocks.promises.meanwhile', { acknowledge: acknowledgeDays, decide: decideDays, owner }),
    )
  await tx
    .insert(datasetPromise)
    .values({ datasetId, number: now.number + 1, ...wanted, changedBy: actor.id })
  return { slug: found.slug, changed: true }
}
