import 'server-only'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownRequest } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { requester, system } from '@/lib/auth/load-actor'
import { AppError, invalid, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { link } from '@/lib/takedowns/links'
import { type LockedRequest, lockRequest } from '@/lib/takedowns/request-row'
import { targetsOf } from '@/lib/takedowns/results'
import { may, nextStatus } from '@/lib/takedowns/status'
import { take } from '@/lib/takedowns/take'
import { tokenHash } from '@/lib/takedowns/tokens'
import { withdrawLocked } from '@/lib/takedowns/withdraw'
import { answering, isSameSender, named, notBound, tellNotBound } from './bind'
import { EXTENTS, type Extent } from './choose'
import type { retractInput } from './input'
import { leadsTo, type Listed } from './leads-to'
import { retract, type Retracted } from './retract'

/** Whoever holds the tracking link takes the request back, or what they mark of it, once it is decided. */
export async function retractByLink(
  tx: Tx,
  _visitor: Visitor,
  { token, extent, targets }: z.output<typeof retractInput>,
): Promise<{ whole: boolean }> {
  const [found] = await tx
    .select({ id: takedownRequest.id })
    .from(takedownRequest)
    .where(eq(takedownRequest.trackingHash, tokenHash(token)))
  if (!found) throw notFound('link')
  const request = await lockRequest(tx, found.id)
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
  const of = await named(tx, asked)
  const extent = extentOf(asked.answers.extent)
  // A restricted request is not to be told from none: this one stands where the team of the dataset reads.
  if (!of || of.restricted || !(await isSameSender(tx, requestId, of.id)) || !extent)
    return notBound(tx, asked, 'retraction')

  const { request } = asked
  const taken = await take(tx, system('takedown'), request, 'match', {
    type: 'matched',
    data: { items: asked.list.length },
  })
  await link(tx, requestId, of.id, 'retracts')
  const list = await leadsTo(tx, of, asked.list)
  const outcome = await carryOut(tx, requestId, of, { extent, list })
  const status = nextStatus(taken.status, STEP[outcome])
  await take(tx, system('takedown'), taken, STEP[outcome], { type: 'outcome', data: { outcome: status } })
  if (outcome === 'nothing') await tellNotBound(tx, asked, 'retraction')
}

type Outcome = 'done' | 'in_part' | 'nothing'
const STEP = { done: 'act', in_part: 'act_in_part', nothing: 'decline' } as const

async function carryOut(
  tx: Tx,
  requestId: string,
  of: LockedRequest,
  wish: { extent: Extent; list: readonly Listed[] },
): Promise<Outcome> {
  if (may(of.status, 'withdraw') && wish.extent === 'whole') {
    await withdrawLocked(tx, of)
    return 'done'
  }
  try {
    // What is refused here takes nothing with it but itself.
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
