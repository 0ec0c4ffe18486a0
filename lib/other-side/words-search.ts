import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { enqueue } from '@/lib/jobs/enqueue'
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
export async function isLooking(on: Db | Tx, requestId: string): Promise<boolean> {
  const since = await askedBy(on, requestId)
  const [row] = await on.execute<{ found: boolean }>(sql`
    select exists (
      select from graphile_worker.jobs
      where key = ${keyOf(since ?? '')} and attempts < max_attempts) as found`)
  return row?.found ?? false
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
