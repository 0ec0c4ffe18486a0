import 'server-only'
import { and, asc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { type Db, transact, type Tx } from '@/db/client'
import { takedownLink, takedownRequest } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { link } from './links'
import type { duplicateInput, ofRequest } from './process-input'
import { type LockedRequest, lockRequest } from './request-row'
import { lastEvent } from './said'
import { settle } from './settle'
import { may, type TakedownStatus } from './status'
import { handled, take } from './take'

/** Verified, and waiting for the same decision: what another request can go with. */
const LEADS: readonly TakedownStatus[] = ['under_review', 'owner_notified']

/**
 * Puts a request with an earlier one about the same items. It keeps its own verification and its own answer: what is decided about
 * the items is decided for both, so whoever comes second loses nothing, and whoever came first can take nothing from them.
 */
export async function markDuplicate(
  tx: Tx,
  actor: Member,
  { requestId, of }: z.output<typeof duplicateInput>,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  const first = (await earlierOf(tx, request)).find(({ id }) => id === of)
  if (!first) throw conflict(say('process.errors.notADuplicate'))
  await take(tx, actor, request, 'mark_duplicate', {
    type: 'duplicate',
    data: { of: first.reference, request: first.id },
  })
  await link(tx, requestId, first.id, 'duplicates')
  return { requestId }
}

/** It is something else after all. */
export async function unmarkDuplicate(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof ofRequest>,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  const taken = await take(tx, actor, request, 'unmark_duplicate', {
    type: 'not_duplicate',
    data: { reason: 'looked_at' },
  })
  await settle(tx, taken)
  return { requestId }
}

/**
 * Confirmed requests of the same kind that a request can go with, first verified first: each asks about every item this one asks
 * about. One whose address nobody confirmed, or whose sender has yet to show who they are, is none, whenever it was sent.
 */
export async function earlierOf(
  on: Db | Tx,
  request: Pick<LockedRequest, 'id' | 'datasetId' | 'kind'>,
): Promise<{ id: string; reference: string; confirmedAt: Date | null }[]> {
  const own = sql`select 1 from takedown_match m where m.request_id = ${request.id}`
  const elsewhere = sql`select 1 from takedown_match o where o.request_id = ${takedownRequest.id} and o.dataset_id = m.dataset_id and o.case_id = m.case_id`
  return on
    .select({
      id: takedownRequest.id,
      reference: takedownRequest.reference,
      confirmedAt: takedownRequest.confirmedAt,
    })
    .from(takedownRequest)
    .where(
      and(
        eq(takedownRequest.datasetId, request.datasetId),
        eq(takedownRequest.kind, request.kind),
        ne(takedownRequest.id, request.id),
        inArray(takedownRequest.status, [...LEADS]),
        isNotNull(takedownRequest.confirmedAt),
        sql`${takedownRequest.confirmedAt} < (select r.confirmed_at from takedown_request r where r.id = ${request.id})`,
        sql`exists (${own})`,
        sql`not exists (${own} and not exists (${elsewhere}))`,
      ),
    )
    .orderBy(asc(takedownRequest.confirmedAt), asc(takedownRequest.id))
    .limit(5)
}

/** The requests that go with one that was not taken up, is held or in doubt, each let go on its own. */
export async function freeDuplicates(requestId: string): Promise<void> {
  const waiting = await transact((tx) => duplicatesOf(tx, requestId))
  for (const id of waiting) await transact((tx) => freeOne(tx, id, requestId))
}

async function freeOne(tx: Tx, id: string, of: string): Promise<void> {
  const request = await lockRequest(tx, id)
  const last = await lastEvent(tx, id, ['duplicate'])
  if (!may(request.status, 'unmark_duplicate') || last?.data.request !== of) return
  const taken = await take(tx, system('takedown'), request, 'unmark_duplicate', {
    type: 'not_duplicate',
    data: { reason: 'first_fell' },
  })
  await settle(tx, taken)
}

async function duplicatesOf(tx: Tx, requestId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: takedownRequest.id })
    .from(takedownLink)
    .innerJoin(takedownRequest, eq(takedownRequest.id, takedownLink.requestId))
    .where(
      and(
        eq(takedownLink.ofRequestId, requestId),
        eq(takedownLink.kind, 'duplicates'),
        eq(takedownRequest.status, 'duplicate'),
      ),
    )
    .orderBy(asc(takedownRequest.id))
  return rows.map(({ id }) => id)
}
