import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownRequest } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { type Purpose, purposeOf } from '@/lib/clocks/rules'
import type { TakedownKind } from './attestations'
import { clocksOf } from './clock-rows'
import { startClocks, satisfyClocks } from './clocks'
import { isAnswering } from './kinds'
import { promisesOf } from './promises'
import type { EventType } from './request-row'
import { isClosed, type TakedownStatus } from './status'

/** After a decision about a request, whichever it is, its requester can complain of it for six months. */
const DECISIONS: readonly EventType[] = ['outcome', 'no_match', 'rejected', 'appeal_decided', 'answered']
/** After these a request that had its answer may wait for one again. */
const AGAIN: readonly EventType[] = ['appealed', 'reopened', 'bulk_taken_back', 'info_given', 'not_duplicate']
const ENDS: readonly EventType[] = [...DECISIONS, 'withdrawn', 'expired']
/** Read for nothing, of thousands of requests. */
const NOTHING_ENDS: readonly EventType[] = [
  'submitted',
  'confirmed',
  'matched',
  'case_decided',
  'copy_opened',
  'copy_recalled',
]
const OVER: readonly Purpose[] = ['acknowledge', 'answer', 'put_back', 'not_before']

/**
 * What an event of a request does to its clocks: an answer ends those that wait for one, a decision begins the time in which it can be
 * complained of, and a complaint begins a promise of its own. Called for every event (recordEvent), so that no way out is forgotten.
 */
export async function followClocks(tx: Tx, actor: Actor, requestId: string, type: EventType): Promise<void> {
  if (NOTHING_ENDS.includes(type)) return
  const request = await standingOf(tx, requestId)
  if (isClosed(request.status)) {
    await satisfyClocks(tx, actor, request, ENDS.includes(type) ? [...OVER, 'window'] : OVER, type)
    if (DECISIONS.includes(type) && !(type === 'no_match' && isAnswering(request.kind)))
      await startClocks(tx, actor, request, [{ law: 'complaint_window' }], { at: new Date() })
  } else if (AGAIN.includes(type)) await startAgain(tx, actor, request, type)
}

/** An answer is waited for again: of a complaint by its own promise, of anything else by that of a new request. */
async function startAgain(tx: Tx, actor: Actor, request: Standing, type: EventType): Promise<void> {
  const clocks = await clocksOf(tx, request.id)
  if (clocks.some(({ law, state }) => purposeOf(law) === 'answer' && state !== 'satisfied')) return
  await satisfyClocks(tx, actor, request, ['window'], type)
  const { decideDays } = await promisesOf(tx, request.datasetId)
  const law = type === 'appealed' ? 'promise_complaint' : 'promise_decide'
  await startClocks(tx, actor, request, [{ law, promised: decideDays }], { at: new Date() })
}

type Standing = { id: string; datasetId: string; kind: TakedownKind; status: TakedownStatus }

async function standingOf(tx: Tx, id: string): Promise<Standing> {
  const [row] = await tx
    .select({
      id: takedownRequest.id,
      datasetId: takedownRequest.datasetId,
      kind: takedownRequest.kind,
      status: takedownRequest.status,
    })
    .from(takedownRequest)
    .where(eq(takedownRequest.id, id))
  if (!row) throw new Error('an event of a request that is not there')
  return row
}
