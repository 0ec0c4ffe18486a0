import 'server-only'
import type { Tx } from '@/db/client'
import { releasePromise } from '@/db/schema'
import { enqueue } from '@/lib/jobs/enqueue'
import { nameOf } from '@/lib/release-format/profile'
import { proposeVersion } from '@/lib/release-format/semver'
import { profilesOf } from './left-out'
import { ourDay } from './our-day'
import type { LockedRequest } from './request-row'

/** Where no clock of a law runs when it is decided: a month, as the strictest of them gives for all of it (GDPR Art. 12(3)). */
const PUBLISHED_WITHIN_DAYS = 30
const DAY_MS = 86_400_000
/** A release takes minutes to be made. What is due sooner, or was due already, is published at once, and promised by tomorrow. */
const SOONEST_MS = 3_600_000

/** The release that will be the first without it, with the day by which as it is told, or, when `dueAt` is null, the one that is without it already. */
export type PromisedRelease = { profile: string; name: string | null; dueAt: Date | null }

/**
 * At the outcome of a request: which release will be without what was taken away, by the rule that whatever takes away makes a new
 * major version, and by which day. From here on a job sees to it that it is published in time (lib/fulfilment/due-release.ts).
 */
export async function promiseRelease(
  tx: Tx,
  { id, datasetId, dueAt: due, restricted }: Pick<LockedRequest, 'id' | 'datasetId' | 'dueAt' | 'restricted'>,
): Promise<PromisedRelease[]> {
  const profiles = await profilesOf(tx, { id, datasetId })
  if (profiles.length === 0) return []
  const dueAt = promisedBy({ due, restricted }, Date.now())
  const promised: PromisedRelease[] = []
  for (const { profile, release, done } of profiles) {
    if (done) {
      promised.push({ profile, name: release?.name ?? null, dueAt: null })
      continue
    }
    const version = release && proposeVersion(release.version, { takesAway: true, loses: false, adds: false })
    await tx.insert(releasePromise).values({ datasetId, requestId: id, profile, dueAt, version })
    await enqueue(tx, 'release.due', { datasetId, profile }, { key: `release.due/${datasetId}/${profile}` })
    promised.push({
      profile,
      name: version && nameOf({ version, profile }),
      dueAt: ourDay(dueAt),
    })
  }
  // What an earlier release leaves out already is fulfilled by it.
  await enqueue(tx, 'takedown.fulfil', { requestId: id })
  await refreshLists(tx, datasetId)
  return promised
}

function promisedBy(
  { due, restricted }: Pick<LockedRequest, 'restricted'> & { due: Date | null },
  now: number,
) {
  if (!due) return new Date(now + PUBLISHED_WITHIN_DAYS * DAY_MS)
  if (due.getTime() >= now + SOONEST_MS) return due
  // A clock of hours leaves no other day: the release is made at once, and takes minutes.
  return new Date(now + (restricted ? SOONEST_MS : DAY_MS))
}

/** Has the lists of what is pending in a dataset made anew: one after another, or an older state would come behind a newer one. */
export const refreshLists = (tx: Tx, datasetId: string): Promise<void> =>
  enqueue(
    tx,
    'pending.refresh',
    { datasetId },
    { key: `pending.refresh/${datasetId}`, queue: `pending/${datasetId}` },
  )
