import 'server-only'
import type { Tx } from '@/db/client'
import type { Actor } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { type LockedRequest, lockRequest } from '@/lib/takedowns/request-row'
import { may } from '@/lib/takedowns/status'
import { take } from '@/lib/takedowns/take'
import { afterCounter } from './after-counter'
import { change, type Counter, inHand, lockCounter } from './counter-row'
import { endPutBack } from './put-back-clocks'
import { tellOfEnd, tellOfMoot } from './tell-of-counter'

/**
 * Whoever sent a counter notice takes it back after it was passed on: its days end, and what the removal was before stands again, as far as
 * nobody else answers it. Before it is passed on it is withdrawn like any request.
 */
export async function takeBackCounter(tx: Tx, actor: Actor, { id }: LockedRequest): Promise<void> {
  const { request, counter } = await lockCounter(tx, id)
  if (counter.state !== 'valid') throw conflict(say('otherSide.errors.nothingToRetract'))
  const of = await lockRequest(tx, counter.ofRequestId)
  await change(tx, counter, { state: 'lapsed', endedAt: new Date() })
  await take(tx, actor, request, 'retract', { type: 'retracted', data: { whole: true, reversed: 0 } })
  await afterCounter(tx, of, { type: 'counter_fell', clocks: 'retracted' })
  await tellOfEnd(tx, { of, counterId: id, outcome: 'fell' })
}

/**
 * What a counter notice answers was taken back or decided otherwise, all of the request or all that the notice is about: nothing is left to
 * be answered, and its sender is told. The caller holds the locks of all that are in hand.
 */
export async function dropMoot(
  tx: Tx,
  of: LockedRequest,
  { whole, left }: { whole: boolean; left: ReadonlySet<string> },
): Promise<void> {
  const moot = (await inHand(tx, of.id)).filter(
    ({ caseIds, ruleIds }) => whole || (ruleIds.length === 0 && !caseIds.some((id) => left.has(id))),
  )
  for (const counter of moot) await drop(tx, counter)
  if (whole) await endPutBack(tx, system('takedown'), of, 'retracted')
  else if (of.status === 'countered' && moot.some(({ state }) => state === 'valid'))
    await afterCounter(tx, of, { type: 'counter_fell', clocks: 'retracted' })
}

async function drop(tx: Tx, counter: Counter): Promise<void> {
  const request = await lockRequest(tx, counter.requestId)
  await change(tx, counter, { state: 'lapsed', endedAt: new Date() })
  // One that is held keeps its place; passed on it has its answer already.
  if (may(request.status, 'decline'))
    await take(tx, system('takedown'), request, 'decline', {
      type: 'outcome',
      data: { outcome: 'no_action' },
    })
  await tellOfMoot(tx, request)
}
