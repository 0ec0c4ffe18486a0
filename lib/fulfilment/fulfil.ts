import 'server-only'
import { sql } from 'drizzle-orm'
import { db, transact, type Tx } from '@/db/client'
import { fulfilment } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { takedownDone } from '@/lib/mail/templates/takedown-done'
import { paths } from '@/lib/paths'
import { PROOF_PATH } from '@/lib/release-format/log-proof'
import { env } from '@/lib/runtime/env'
import { lookAtDecidedMeanwhile } from '@/lib/takedowns/decided-meanwhile'
import { type InRelease, leavesOut, profilesOf } from '@/lib/takedowns/left-out'
import { lockRequest } from '@/lib/takedowns/request-row'
import { may } from '@/lib/takedowns/status'
import { take } from '@/lib/takedowns/take'
import { writeTo } from '@/lib/takedowns/write-to'

/**
 * A release was published: the requests whose removals it carries out are closed, each in a transaction of its own, and nobody else's
 * is. Killed half-way and run again it goes on with those that are left. Answers how many it closed.
 */
export async function fulfilBy(release: InRelease, signal?: AbortSignal): Promise<number> {
  const waiting = await db().execute<{ id: string }>(sql`
    select q.id from takedown_request q
    where q.dataset_id = ${release.datasetId} and q.status in ('actioned', 'partially_actioned', 'kept_down') and ${leavesOut(release)}
    order by q.id`)
  let closed = 0
  for (const { id } of waiting) {
    signal?.throwIfAborted()
    if (await transact((tx) => fulfil(tx, id))) closed += 1
  }
  return closed
}

/**
 * Closes a request when the newest release of each profile that it is about is without what was taken away: tells its requester, with
 * the proofs. Before that, and done before, it does nothing.
 */
export async function fulfil(tx: Tx, requestId: string): Promise<boolean> {
  const request = await lockRequest(tx, requestId)
  if (!may(request.status, 'fulfil')) return false
  const profiles = await profilesOf(tx, request)
  const done = profiles.flatMap(({ profile, release, done: isDone }) =>
    release && isDone ? [{ profile, ...release }] : [],
  )
  if (profiles.length === 0 || done.length < profiles.length) return false
  const names = done.map(({ name }) => name)
  await take(tx, system('fulfilment'), request, 'fulfil', { type: 'fulfilled', data: { releases: names } })
  if (request.status === 'kept_down') await lookAtDecidedMeanwhile(tx, request)
  const fresh = await tx
    .insert(fulfilment)
    .values(
      done.map(({ profile, id }) => ({ datasetId: request.datasetId, requestId, profile, releaseId: id })),
    )
    .onConflictDoNothing()
    .returning({ releaseId: fulfilment.releaseId })
  // Closed before, and again after a counter notice to it was over: its requester knows of these.
  if (fresh.length > 0)
    await writeTo(tx, request, takedownDone, {
      reference: request.reference,
      dataset: request.datasetName,
      releases: names.map((name) => ({
        name,
        proofUrl: env().url + paths.releaseFile(request.slug, name, PROOF_PATH),
      })),
    })
  return true
}
