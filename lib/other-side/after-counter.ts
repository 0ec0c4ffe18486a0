import 'server-only'
import type { Tx } from '@/db/client'
import { system } from '@/lib/auth/load-actor'
import { enqueue } from '@/lib/jobs/enqueue'
import { lookAtDecidedMeanwhile } from '@/lib/takedowns/decided-meanwhile'
import { outcomeStep } from '@/lib/takedowns/outcome'
import { type EventData, type EventType, type LockedRequest, recordEvent } from '@/lib/takedowns/request-row'
import { decidedMatches } from '@/lib/takedowns/results'
import type { TakedownStep } from '@/lib/takedowns/status'
import { take } from '@/lib/takedowns/take'
import { type Counter, countersTo, inCourt } from './counter-row'
import { endPutBack, startPutBack } from './put-back-clocks'
import { keyOf, retractedBefore } from './retracted'

type Ended = { type: EventType; data?: EventData; clocks: 'put_back' | 'court_filing' | 'retracted' }

/**
 * A counter notice is over: while another one runs, the request stays countered, with that one's days; else it is what is left of it. The
 * caller holds the lock and has said what the notice is now.
 */
export async function afterCounter(tx: Tx, of: LockedRequest, { type, data, clocks }: Ended): Promise<void> {
  const actor = system('takedown')
  const counters = await countersTo(tx, of.id)
  const running = counters
    .filter(({ state }) => state === 'valid')
    .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
  if (running.length === 0) {
    await take(tx, actor, of, await stepAfter(tx, of, counters), { type, data })
    await lookAtDecidedMeanwhile(tx, of)
  } else await recordEvent(tx, actor, of, type, data)
  await endPutBack(tx, actor, of, clocks)
  const [next] = running
  if (next) await startPutBack(tx, actor, of, next.receivedAt)
  // A release that leaves out what is left may be there already.
  else await enqueue(tx, 'takedown.fulfil', { requestId: of.id })
}

const STANDS = { act: 'stand', act_in_part: 'stand_in_part', decline: 'restore' } as const

/** By what the request still holds: not what was put back, though somebody else's request may keep it down, nor what was taken back. */
async function stepAfter(tx: Tx, of: LockedRequest, counters: readonly Counter[]): Promise<TakedownStep> {
  const putBack = new Set(counters.flatMap(({ state, caseIds }) => (state === 'restored' ? caseIds : [])))
  const { cases: court } = inCourt(counters)
  const takenBack = await retractedBefore(tx, of)
  const asked = (await decidedMatches(tx, of.id)).filter(
    ({ targetId, digest }) => !takenBack.has(keyOf({ targetId, digest: digest.toString('hex') })),
  )
  const held = asked.map(({ caseId, action }) => ({
    caseId,
    action: action === null || (putBack.has(caseId) && !court.has(caseId)) ? ('keep' as const) : action,
  }))
  if (held.some(({ caseId, action }) => action !== 'keep' && court.has(caseId))) return 'keep_down'
  return STANDS[outcomeStep(held.map(({ action }) => action))]
}
