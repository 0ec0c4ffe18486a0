import 'server-only'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { db, type Tx } from '@/db/client'
import { complaint } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { refuseIf } from '@/lib/auth/authorize'
import { cannot } from '@/lib/auth/cannot'
import { say } from '@/lib/i18n/say'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import { startWork } from '@/lib/takedowns/start-work'
import { handled } from '@/lib/takedowns/take'
import type { lookAgainInput } from './input'
import { askedBy, lookedUntil, lookOn, lookSince, type NotLooked, notLooked } from './words-search'

/**
 * Looks again for what a complaint names, where that failed for good or never began. It decides nothing and tells nobody anything, so it is no
 * event of the complaint.
 */
export async function lookAgain(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof lookAgainInput>,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  const search = await notLooked(tx, requestId)
  refuseIf(cannotLookAgain(actor, request.datasetId, search))
  const since = await askedBy(tx, requestId)
  const [filed] = await tx.select().from(complaint).where(eq(complaint.requestId, requestId)).for('update')
  if (filed && request.status === 'under_review') await lookSince(tx, requestId, await lookedUntil(tx, filed))
  // In place of the one that failed, at once: until a job had done that, the page went on saying that it failed.
  else if (search === 'failed' && since) await lookOn(tx, { requestId, since, after: '' })
  else await startWork(tx, request)
  return { requestId }
}

/** Why somebody does not have it looked for again; undefined for who does. */
const cannotLookAgain = (actor: Member, datasetId: string, search: NotLooked | null): string | undefined =>
  cannot(actor, 'takedown.handle', datasetId) ??
  (isIdle(search) ? undefined : say('otherSide.errors.lookedFor'))

const isIdle = (search: NotLooked | null): search is 'waits' | 'failed' =>
  search === 'waits' || search === 'failed'

/** `denied`: why this actor does not. */
export type LookAgain = { why: 'waits' | 'failed'; denied: string | undefined }

/** What the page offers of it; null where nothing is to be looked for again. */
export async function againOf(
  actor: Member,
  { id, datasetId, kind }: { id: string; datasetId: string; kind: TakedownKind },
): Promise<LookAgain | null> {
  if (kind !== 'complaint') return null
  const search = await notLooked(db(), id)
  return isIdle(search) ? { why: search, denied: cannotLookAgain(actor, datasetId, search) } : null
}
