import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownContact } from '@/db/schema'
import { clocksOf } from './clock-rows'
import { windowOf } from './complaint-window'
import { profilesOf } from './left-out'
import type { LockedRequest } from './request-row'
import { isForATime } from './rights'
import { isClosed, may } from './status'

/** What has no day by which it is over is looked at again. */
const AGAIN_DAYS = 30
const DAY_MS = 86_400_000

/**
 * Until when a request is kept although its year is over; null when nothing needs it any more. As long as an answer can be contested
 * (Regulation (EU) 2022/2065 Art. 20(1): six months from when it was told, whenever that was), what it promises is not carried out, or a
 * counter notice is in hand. Whoever answers a removal has to reach who asked for it (17 U.S.C. § 512(g)(2)(B)), and who had something
 * restricted is told before that ends (GDPR Art. 18(3)): who is behind such a request is kept while something is out because of it.
 */
export async function stillNeededUntil(tx: Tx, request: LockedRequest, now: Date): Promise<Date | null> {
  const again = new Date(now.getTime() + AGAIN_DAYS * DAY_MS)
  if (!isClosed(request.status)) return again
  if ((await hasCounterInHand(tx, request.id)) || (await keepsOut(tx, request))) return again
  if (await waitsForRelease(tx, request, now)) return again
  const contested = windowOf(await clocksOf(tx, request.id))?.dueAt
  return contested && contested > now ? contested : null
}

/** The day that its contact is kept until, as it stands now. */
export async function keepUntil(tx: Tx, requestId: string, until: Date): Promise<void> {
  await tx.update(takedownContact).set({ retainUntil: until }).where(eq(takedownContact.requestId, requestId))
}

/** Of its own, or to what it removed. */
async function hasCounterInHand(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.execute<{ found: boolean }>(sql`
    select exists (
      select from counter_notice n
      where (n.of_request_id = ${id} or n.request_id = ${id}) and n.state in ('filed', 'checked', 'valid')) as found`)
  return row?.found ?? false
}

/** Whether something is out because of a copyright request or a restriction: by a decision that it was told, or by a rule of its own. */
async function keepsOut(
  tx: Tx,
  { id, datasetId, kind, right, status, restricted }: LockedRequest,
): Promise<boolean> {
  const lasts = isForATime({ right }) && may(status, 'lift')
  if ((kind !== 'copyright' && !lasts) || restricted) return false
  const [row] = await tx.execute<{ out: boolean }>(sql`
    select exists (
        select from takedown_match m
        join decision_in_effect e on e.dataset_id = m.dataset_id and e.case_id = m.case_id
        join decision d on d.dataset_id = e.dataset_id and d.id = e.decision_id and d.action <> 'keep'
        where m.dataset_id = ${datasetId} and m.request_id = ${id} and m.told is not null)
      or exists (
        select from suppression_rule r
        where r.dataset_id = ${datasetId} and r.request_id = ${id} and r.ended_at is null) as out`)
  return row?.out ?? false
}

/** Its promised release is not there: it is waited for to the day that was told, and beyond it where the dataset publishes at all. */
async function waitsForRelease(tx: Tx, { id, datasetId }: LockedRequest, now: Date): Promise<boolean> {
  const [promise] = await tx.execute<{ until: string | null }>(sql`
    select max(due_at) as until from release_promise where dataset_id = ${datasetId} and request_id = ${id}`)
  if (!promise?.until) return false
  const open = (await profilesOf(tx, { id, datasetId })).filter(({ done }) => !done)
  return open.some(({ release }) => release !== null || new Date(promise.until ?? 0) > now)
}
