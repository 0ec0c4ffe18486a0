import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { transact, type Tx } from '@/db/client'
import { takedownBulk } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { loadMember } from '@/lib/auth/load-actor'
import { whyStopped } from '@/lib/bulk/why-stopped'
import { AppError } from '@/lib/errors'
import { type PolicyInForce, policyInForce } from '@/lib/policies/queries'
import { failpoint } from '@/lib/runtime/failpoint'
import { lockRequest } from '@/lib/takedowns/request-row'
import { decideRequest } from './decide-request'
import type { RequestBulkInput } from './input'
import type { Why } from './labels'
import { enqueueRequests, lock, type RequestBulkRow } from './prepare'
import { takeBackRequest } from './take-back-request'

/** Then the rest is a job of its own: letters wait behind it no longer than this. */
const SECONDS = 15
/** Requests in one transaction: what a kill costs, and how long others wait for their cases. */
const REQUESTS = 10

/** What became of a request: the entries of the log that tell of it, or why it was left out. */
export type RequestResult = { entries: string[] } | { why: Why }

/**
 * Goes on with a bulk decision until it ends, is cancelled, or has taken its turn. Some requests are one transaction with their results and
 * their letters: killed at any point, the next run begins behind the last that has one.
 */
export async function continueRequests(
  at: RequestBulkInput,
  signal?: AbortSignal,
  seconds = SECONDS,
): Promise<void> {
  const until = Date.now() + seconds * 1000
  for (;;) {
    const state = await transact((tx) => step(tx, at))
    failpoint('request-bulk.after-step')
    if (state === 'ended') return
    if (Date.now() > until || signal?.aborted) break
  }
  await transact((tx) => enqueueRequests(tx, at))
}

async function step(tx: Tx, at: RequestBulkInput): Promise<'ended' | 'more'> {
  const found = await lock(tx, at)
  if (found.state !== 'running' || found.startedBy === null) return 'ended'
  const actor = await loadMember(tx, found.startedBy)
  const policy = await policyInForce(tx, found.datasetId)
  const denied = await whyStopped(tx, actor, policy, found, 'takedown.handle')
  if (!actor || denied) return end(tx, found, 'stopped', denied)
  const items = await tx.execute<{ n: number; requestId: string }>(sql`
    select n, request_id as "requestId" from takedown_bulk_item
    where dataset_id = ${at.datasetId} and bulk_id = ${at.bulkId} and state = 'waiting' order by n limit ${REQUESTS}`)
  if (items.length === 0) return end(tx, found, 'done', null)
  // In the order in which everybody locks requests.
  for (const { requestId } of [...items].sort((a, b) => (a.requestId < b.requestId ? -1 : 1)))
    await lockRequest(tx, requestId)
  let decided = 0
  for (const { n, requestId } of items)
    if (await settleOne(tx, { actor, found, policy, n, requestId })) decided++
  failpoint('request-bulk.before-commit')
  await tx
    .update(takedownBulk)
    .set({
      decided: sql`${takedownBulk.decided} + ${decided}`,
      skipped: sql`${takedownBulk.skipped} + ${items.length - decided}`,
    })
    .where(eq(takedownBulk.id, found.id))
  return 'more'
}

type One = { actor: Member; found: RequestBulkRow; policy: PolicyInForce; n: number; requestId: string }

async function settleOne(tx: Tx, one: One): Promise<boolean> {
  let result: RequestResult | { refused: string }
  try {
    // What a verb below refuses takes nothing with it but its own request.
    result = await tx.transaction(async (inner) => {
      const request = await lockRequest(inner, one.requestId)
      const given = { ...one, request }
      return one.found.kind === 'undo' ? takeBackRequest(inner, given) : decideRequest(inner, given)
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    result = { refused: error.message }
  }
  const done = 'entries' in result
  const why = 'why' in result ? result.why : 'refused' in result ? 'refused' : null
  await tx.execute(sql`
    update takedown_bulk_item set state = ${done ? 'decided' : 'skipped'}, why = ${why},
      detail = ${'refused' in result ? result.refused : null}, entries = ${sql.param('entries' in result ? result.entries : [])}::uuid[], at = now()
    where dataset_id = ${one.found.datasetId} and bulk_id = ${one.found.id} and n = ${one.n} and state = 'waiting'`)
  return done
}

async function end(
  tx: Tx,
  { id }: RequestBulkRow,
  state: 'done' | 'stopped',
  stopped: string | null,
): Promise<'ended'> {
  await tx.update(takedownBulk).set({ state, stopped, endedAt: new Date() }).where(eq(takedownBulk.id, id))
  return 'ended'
}
