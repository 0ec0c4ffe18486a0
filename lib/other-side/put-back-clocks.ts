import 'server-only'
import type { Tx } from '@/db/client'
import type { Actor } from '@/lib/auth/actor'
import { clockOf, dayToTell } from '@/lib/clocks/clock'
import { lawOf } from '@/lib/clocks/rules'
import { enqueue } from '@/lib/jobs/enqueue'
import { env } from '@/lib/runtime/env'
import { satisfyClocks, startClocks } from '@/lib/takedowns/clocks'
import type { LockedRequest } from '@/lib/takedowns/request-row'

/** Last seconds of the tenth and of the fourteenth business day after a counter notice was received. */
export type PutBackTerm = { earliestAt: Date; latestAt: Date }

/** 17 U.S.C. § 512(g)(2)(C): not less than 10, nor more than 14, business days following receipt. */
export function putBackTerm(receivedAt: Date): PutBackTerm {
  const end = (law: 'put_back_earliest' | 'put_back_latest'): Date => {
    const { dueAt } = clockOf(lawOf(law, env().place), [{ type: 'started', at: receivedAt }])
    if (!dueAt) throw new Error('a clock that nobody stopped has no end')
    return dueAt
  }
  return { earliestAt: end('put_back_earliest'), latestAt: end('put_back_latest') }
}

/** One of these days as it is told: by the calendar by which it is counted. */
export const putBackDay = (at: Date): Date => dayToTell(at, lawOf('put_back_earliest', env().place).zone)

/** Whatever can come back by then is put back as soon as that day is over. */
export const putBackAfter = (tx: Tx, requestId: string, earliestAt: Date): Promise<void> =>
  enqueue(
    tx,
    'takedown.put-back',
    { requestId },
    { runAt: new Date(earliestAt.getTime() + 1_000), maxAttempts: 25 },
  )

/**
 * Both clocks of a request that was countered, from the receipt of its oldest counter notice that runs; those of the others start when that
 * one is over.
 */
export async function startPutBack(
  tx: Tx,
  actor: Actor,
  request: LockedRequest,
  receivedAt: Date,
): Promise<void> {
  await startClocks(tx, actor, request, [{ law: 'put_back_earliest' }, { law: 'put_back_latest' }], {
    at: receivedAt,
  })
}

/** They end with the put-back, with a court filing, and when the counter notice or the request is taken back. */
export const endPutBack = (
  tx: Tx,
  actor: Actor,
  request: LockedRequest,
  reason: 'put_back' | 'court_filing' | 'retracted',
): Promise<void> => satisfyClocks(tx, actor, request, ['put_back', 'not_before'], reason)
