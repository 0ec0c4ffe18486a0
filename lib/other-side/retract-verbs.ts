import 'server-only'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import type { Visitor } from '@/lib/auth/actor'
import { requester, system } from '@/lib/auth/load-actor'
import { AppError, invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { takedownStillHeld } from '@/lib/mail/templates/takedown-retracted'
import { link } from '@/lib/takedowns/links'
import type { LockedRequest } from '@/lib/takedowns/request-row'
import { targetsOf } from '@/lib/takedowns/results'
import { may, nextStatus } from '@/lib/takedowns/status'
import { requestOfLink, take } from '@/lib/takedowns/take'
import { withdrawLocked } from '@/lib/takedowns/withdraw'
import { writeTo } from '@/lib/takedowns/write-to'
import { answering, isSameSender, named, notBound, tellNotBound } from './bind'
import { EXTENTS, type Extent } from './choose'
import { lockAnswered } from './counter-row'
import { takeBackCounter } from './fall'
import type { retractInput } from './input'
import { leadsTo, type Listed } from './leads-to'
import { retract, type Retracted } from './retract'

/** Whoever holds the tracking link takes the request back, or what they mark of it, once it is decided. */
export async function retractByLink(
  tx: Tx,
  _visitor: Visitor,
  { token, extent, targets }: z.output<typeof retractInput>,
): Promise<{ whole: boolean }> {
  const { of: request } = await lockAnswered(tx, (await requestOfLink(tx, token)).id)
  if (request.kind === 'counter_notice') {
    await takeBackCounter(tx, requester(request.id), request)
    return { whole: true }
  }
  const marked = (await targetsOf(tx, request.id)).filter(({ id }) => targets.includes(id))
  if (extent !== 'whole' && marked.length === 0)
    throw invalid(say('otherSide.errors.mark'), { targets: [say('otherSide.errors.mark')] })
  const { whole } = await retract(tx, requester(request.id), request, {
    extent,
    list: marked.map(({ target }) => ({ target, digests: [] })),
  })
  return { whole }
}

/**
 * A confirmed request of kind `retraction`: from the address of the request it names it takes that back, and is answered by the receipt.
 * From any other address it is answered as if there were none.
 */
export async function retractByRequest(tx: Tx, requestId: string): Promise<void> {
  const asked = await answering(tx, requestId)
  if (!asked) return
  const of = await named(tx, asked, async (on, id) => (await lockAnswered(on, id)).of)
  const extent = extentOf(asked.answers.extent)
  // A restricted request is not to be told from none: this one stands where the team of the dataset reads.
  if (!of || of.restricted || !(await isSameSender(tx, requestId, of.id)) || !extent)
    return notBound(tx, asked, 'retraction')

  const { request } = asked
  const matched = await take(tx, system('takedown'), request, 'match', {
    type: 'matched',
    data: { items: asked.list.length },
  })
  await link(tx, requestId, of.id, 'retracts')
  const list = await leadsTo(tx, of, asked.list)
  const outcome = await carryOut(tx, requestId, of, { extent, list })
  await take(tx, system('takedown'), matched, STEP[outcome], {
    type: 'outcome',
    data: { outcome: nextStatus(matched.status, STEP[outcome]) },
  })
  if (outcome === 'nothing') await tellNotBound(tx, asked, 'retraction')
  if (outcome === 'held')
    await writeTo(tx, request, takedownStillHeld, { reference: request.reference, named: of.reference })
}

type Outcome = 'done' | 'in_part' | 'nothing' | 'held'
const STEP = { done: 'act', in_part: 'act_in_part', nothing: 'decline', held: 'decline' } as const

async function carryOut(
  tx: Tx,
  requestId: string,
  of: LockedRequest,
  wish: { extent: Extent; list: readonly Listed[] },
): Promise<Outcome> {
  if (of.status === 'on_hold') return 'held'
  if (may(of.status, 'withdraw') && wish.extent === 'whole') {
    await withdrawLocked(tx, of)
    return 'done'
  }
  try {
    // What is refused here takes nothing with it but itself.
    if (of.kind === 'counter_notice') {
      await tx.transaction((inner) => takeBackCounter(inner, requester(requestId), of))
      return 'done'
    }
    const done: Retracted = await tx.transaction((inner) =>
      retract(inner, requester(requestId), of, { ...wish, viaRequestId: requestId }),
    )
    return done.strangers.length > 0 ? 'in_part' : 'done'
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return 'nothing'
    throw error
  }
}

const extentOf = (said: string | undefined): Extent | undefined => EXTENTS.find((extent) => extent === said)
