import 'server-only'
import { eq } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { reviewSettings } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { lookWhoIsLeft } from './nobody-left'
import { refuseStale } from './opened'
import { recordChange } from './queue-changes'
import type { ReviewSettingsInput } from './queue-input'
import { changeRules } from './route'
import { type Viewing, viewingFrom } from './viewing'

export type ReviewSettings = Omit<ReviewSettingsInput, 'datasetId' | 'opened' | 'viewing'> & {
  viewing: Viewing
}

/** Postgres orders the keys of its JSON by their length: put in one order they can be compared. */
const inOrder = (settings: ReviewSettings): ReviewSettings => ({
  ...settings,
  dailyCaps: sorted(settings.dailyCaps),
  breaks: sorted(settings.breaks),
  viewing: sorted(settings.viewing),
})

const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

const DEFAULTS: ReviewSettings = {
  minAccountDays: 0,
  maintainersReview: true,
  volunteers: true,
  dailyCaps: {},
  breaks: {},
  viewing: {},
}

/** What holds for all queues of a dataset. */
export async function reviewSettingsOf(datasetId: string, on: Db | Tx = db()): Promise<ReviewSettings> {
  const [row] = await on
    .select({
      minAccountDays: reviewSettings.minAccountDays,
      maintainersReview: reviewSettings.maintainersReview,
      volunteers: reviewSettings.volunteers,
      dailyCaps: reviewSettings.dailyCaps,
      breaks: reviewSettings.breaks,
      viewing: reviewSettings.viewing,
    })
    .from(reviewSettings)
    .where(eq(reviewSettings.datasetId, datasetId))
  return row ? { ...row, viewing: viewingFrom(row.viewing) } : DEFAULTS
}

/** Changes who may review in a dataset and how much. Holds from the next claim and vote; votes that were cast stay as they counted. */
export async function changeReviewSettings(
  tx: Tx,
  actor: Member,
  { datasetId, opened, ...wanted }: ReviewSettingsInput,
): Promise<{ changed: boolean }> {
  authorize(actor, 'queue.edit', { datasetId })
  await changeRules(tx, datasetId)
  const before = await reviewSettingsOf(datasetId, tx)
  await refuseStale(tx, { datasetId, queueId: null }, { opened, now: before, wanted })
  await tx
    .insert(reviewSettings)
    .values({ datasetId, ...wanted })
    .onConflictDoUpdate({ target: reviewSettings.datasetId, set: wanted })
  if (before.maintainersReview && !wanted.maintainersReview) await lookWhoIsLeft(tx, datasetId)
  const changed = await recordChange(
    tx,
    actor,
    { datasetId, queue: null, change: 'settings' },
    { before: inOrder(before), after: inOrder(wanted) },
  )
  return { changed }
}
