import 'server-only'
import { eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { complaint, takedownRequest } from '@/db/schema'
import { enqueue } from '@/lib/jobs/enqueue'
import { jobState } from '@/lib/jobs/job-state'
import { lastEvent } from '@/lib/takedowns/said'

/** Texts that are opened before the next step is left to the next run of the job. */
export const TEXTS_AT_ONCE = 5_000

/**
 * Where the search for the words of a complaint goes on: behind `after`, a digest in hex. `since`: the event that asked for it. `decided`: of
 * one that is to be heard, since when what was decided is looked at, and up to when it was when that began.
 */
export type Search = {
  requestId: string
  since: string
  after: string
  decided?: { from: string; until: string } | undefined
}

/** A decision that is being written when a search begins is not there yet, and has its time from before. */
const UNDER_WAY_MS = 60_000

/** Up to when what was decided has been looked at for the words of a complaint. */
export async function lookedUntil(
  on: Db | Tx,
  { requestId, createdAt }: { requestId: string; createdAt: Date },
): Promise<Date> {
  const until = (await lastEvent(on, requestId, ['matched']))?.data.until
  return typeof until === 'string' ? new Date(until) : new Date(createdAt.getTime() - UNDER_WAY_MS)
}

/** Looks for the words of a complaint in what was decided since, before it is heard: more than is opened at once. */
export async function lookSince(tx: Tx, requestId: string, from: Date): Promise<void> {
  const since = await askedBy(tx, requestId)
  if (!since) throw new Error('a complaint lies before the leads that nobody confirmed')
  const until = new Date(Date.now() - UNDER_WAY_MS).toISOString()
  await lookOn(tx, { requestId, since, after: '', decided: { from: from.toISOString(), until } })
}

/** Whether its words are being looked for. */
export const isLooking = async (on: Db | Tx, requestId: string): Promise<boolean> =>
  (await jobOf(on, requestId)) === 'runs'

/** How the job stands that looks for its words. */
const jobOf = async (on: Db | Tx, requestId: string) =>
  jobState(on, keyOf((await askedBy(on, requestId)) ?? ''))

/** What still stands in the way of knowing what a complaint is about. `asked`: its sender was asked for something before that was known. */
export type NotLooked = 'waits' | 'runs' | 'failed' | 'asked'

/** How far the search for what a complaint names is; null where it is over, or was heard, and for any other request. */
export async function notLooked(on: Db | Tx, requestId: string): Promise<NotLooked | null> {
  const [found] = await on
    .select({ kind: takedownRequest.kind, status: takedownRequest.status, heardBy: complaint.heardBy })
    .from(takedownRequest)
    .leftJoin(complaint, eq(complaint.requestId, takedownRequest.id))
    .where(eq(takedownRequest.id, requestId))
  if (found?.kind !== 'complaint' || found.heardBy !== null) return null
  switch (found.status) {
    case 'received':
      return (await jobOf(on, requestId)) ?? 'waits'
    case 'under_review':
      return jobOf(on, requestId)
    case 'needs_info': {
      const last = await lastEvent(on, requestId, ['confirmed', 'info_given', 'appealed', 'matched'])
      return last?.type === 'matched' ? null : 'asked'
    }
    default:
      return null
  }
}

/** One of all complaints at a time: anybody can send one, and each opens every text that is out. */
export const lookOn = (tx: Tx, search: Search): Promise<void> =>
  enqueue(tx, 'takedown.look-among-removed', search, {
    queue: 'takedown/look-among-removed',
    key: keyOf(search.since),
  })

const keyOf = (since: string): string => `takedown.look-among-removed/${since}`

/** The event by which it says what it says now. */
export const askedBy = async (on: Db | Tx, requestId: string): Promise<string | undefined> =>
  (await lastEvent(on, requestId, ['confirmed', 'info_given']))?.id
