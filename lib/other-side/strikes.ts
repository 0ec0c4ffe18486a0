import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { authorMeasure, authorStrike, strikeRescinded } from '@/db/schema'
import { enqueue } from '@/lib/jobs/enqueue'
import { suppressionHmac } from '@/lib/suppression/match'
import type { LockedRequest } from '@/lib/takedowns/request-row'
import { AUTHOR_POLICY } from './numbers'

type WhyRescinded = (typeof strikeRescinded.$inferSelect)['because']

const DAY = 86_400_000

/**
 * One strike for each author of what an upheld copyright request removed; written again it is the same. `authors` in canonical
 * spelling: only their fingerprint is kept, and only for as long as the strike counts.
 */
export async function addStrikes(
  tx: Tx,
  { id: requestId, datasetId }: Pick<LockedRequest, 'id' | 'datasetId'>,
  authors: readonly string[],
  at = new Date(),
): Promise<number> {
  if (authors.length === 0) return 0
  const expiresAt = new Date(at.getTime() + AUTHOR_POLICY.strikeDays * DAY)
  const made = await tx
    .insert(authorStrike)
    .values(
      authors.map((author) => ({
        ...{ datasetId, requestId, expiresAt },
        authorHmac: suppressionHmac(datasetId, 'author', author),
      })),
    )
    .onConflictDoNothing()
    .returning({ id: authorStrike.id })
  if (made.length > 0) await enqueue(tx, 'takedown.strike-forget', { datasetId }, { runAt: expiresAt })
  return made.length
}

/**
 * The strikes of a request do not count any more: it was taken back, put back, or its decisions were. Of a part that was taken back,
 * those of requests that nothing is removed for any longer.
 */
export async function rescindStrikes(
  tx: Tx,
  { id, datasetId }: LockedRequest,
  { because, whole }: { because: WhyRescinded; whole: boolean },
): Promise<number> {
  const standing = await tx.execute<{ id: string }>(sql`
    select s.id from author_strike s
    where s.dataset_id = ${datasetId} and s.request_id = ${id}
      and not exists (select from strike_rescinded x where x.dataset_id = s.dataset_id and x.strike_id = s.id)
      and (${whole} or not exists (
        select from takedown_match m
        join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
        join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
        where m.dataset_id = ${datasetId} and m.request_id = ${id} and d.action <> 'keep'
          and not exists (
            select from retracted_match r
            where r.dataset_id = m.dataset_id and r.request_id = m.request_id and r.target_id = m.target_id and r.digest = m.digest)))`)
  await rescind(tx, datasetId, standing, because)
  return standing.length
}

/** What of a request was by these authors is all back: it does not count against them. */
export async function rescindOf(
  tx: Tx,
  { id, datasetId }: Pick<LockedRequest, 'id' | 'datasetId'>,
  authors: readonly string[],
): Promise<void> {
  if (authors.length === 0) return
  const fingerprints = authors.map((author) => suppressionHmac(datasetId, 'author', author))
  const standing = await tx
    .select({ id: authorStrike.id })
    .from(authorStrike)
    .where(
      and(
        eq(authorStrike.datasetId, datasetId),
        eq(authorStrike.requestId, id),
        inArray(authorStrike.authorHmac, fingerprints),
      ),
    )
  await rescind(tx, datasetId, standing, 'put_back')
}

async function rescind(
  tx: Tx,
  datasetId: string,
  strikes: readonly { id: string }[],
  because: WhyRescinded,
): Promise<void> {
  if (strikes.length === 0) return
  await tx
    .insert(strikeRescinded)
    .values(strikes.map(({ id: strikeId }) => ({ datasetId, strikeId, because })))
    .onConflictDoNothing()
}

/** Forgets whose strikes have expired, and of whom nothing counts any more. */
export async function forgetStrikes(tx: Tx, datasetId: string): Promise<void> {
  await tx
    .update(authorStrike)
    .set({ authorHmac: null })
    .where(and(eq(authorStrike.datasetId, datasetId), sql`${authorStrike.expiresAt} <= now()`))
  const over = await tx.execute<{ id: string }>(sql`
    select m.id from author_measure m
    where m.dataset_id = ${datasetId} and m.author_hmac is not null and not exists (
      select from author_strike s where s.dataset_id = m.dataset_id and s.author_hmac = m.author_hmac)`)
  if (over.length > 0)
    await tx
      .update(authorMeasure)
      .set({ authorHmac: null })
      .where(
        and(
          eq(authorMeasure.datasetId, datasetId),
          inArray(
            authorMeasure.id,
            over.map(({ id }) => id),
          ),
        ),
      )
}
