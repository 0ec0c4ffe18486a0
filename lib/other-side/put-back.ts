import 'server-only'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { counterNotice, courtFiling } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { system } from '@/lib/auth/load-actor'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { sealJsonFor } from '@/lib/crypto/subject-seal'
import { conflict, invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { lockRequest } from '@/lib/takedowns/request-row'
import { may } from '@/lib/takedowns/status'
import { take } from '@/lib/takedowns/take'
import { change, type Counter, lockCounter } from './counter'
import type { filingInput } from './input'
import { endPutBack } from './put-back-clocks'
import { reverse } from './reverse'
import { rescindStrikes } from './strikes'
import { tellOfEnd } from './tell-of-counter'

/**
 * Puts back what a counter notice is about, once its tenth business day is over and nobody has told of a court action: a decision of its
 * own for each case, which the database refuses before that day and while a filing stands. Too early it asks to be called again;
 * called again later it does nothing.
 */
export async function putBack(tx: Tx, requestId: string, now = new Date()): Promise<void> {
  const counter = await validCounterOf(tx, requestId)
  if (!counter) return
  await lockRequest(tx, counter.requestId)
  const of = await lockRequest(tx, requestId)
  const still = await validCounterOf(tx, requestId)
  if (!still?.earliestAt || !may(of.status, 'restore') || of.status !== 'countered') return
  if (now <= still.earliestAt) {
    const runAt = new Date(still.earliestAt.getTime() + 1_000)
    return enqueue(tx, 'takedown.put-back', { requestId }, { runAt, maxAttempts: 25 })
  }

  const actor = system('takedown')
  const { caseIds, stays } = await reverse(tx, actor, of, { because: 'put_back', caseIds: still.caseIds })
  await change(tx, still, { state: 'restored', endedAt: now })
  await take(tx, actor, of, 'restore', { type: 'put_back', data: { items: caseIds.length, ...stays } })
  await endPutBack(tx, actor, of, 'put_back')
  await rescindStrikes(tx, of, { because: 'put_back', whole: false })
  await tellOfEnd(tx, { of, counterId: still.requestId, outcome: 'restored', put: caseIds.length, stays })
}

/**
 * A lead records that the claimant went to court before the material came back: it stays removed, and nothing puts it back (17 U.S.C. §
 * 512(g)(2)(C)).
 */
export async function recordFiling(
  tx: Tx,
  actor: Member,
  { requestId, court, caseNumber, filedOn }: z.output<typeof filingInput>,
): Promise<{ requestId: string }> {
  const known = await validCounterOf(tx, requestId)
  if (known) await lockCounter(tx, known.requestId)
  const of = await lockRequest(tx, requestId)
  authorize(actor, 'takedown.handle', of)
  const counter = await validCounterOf(tx, requestId)
  if (!counter || of.status !== 'countered') throw conflict(say('otherSide.errors.notCountered'))
  if (new Date(filedOn) > new Date())
    throw invalid(say('otherSide.input.filedOn'), { filedOn: [say('otherSide.input.filedOn')] })
  const key = await keyFor(tx, requestSubject(of.id))
  await tx.insert(courtFiling).values({
    ...{ requestId, filedOn, recordedBy: actor.id },
    sealed: sealJsonFor(key, 'court_filing', { court, caseNumber }),
  })
  await change(tx, counter, { state: 'kept_down', endedAt: new Date() })
  await take(tx, actor, of, 'keep_down', { type: 'kept_down' })
  await endPutBack(tx, actor, of, 'court_filing')
  await tellOfEnd(tx, { of, counterId: counter.requestId, outcome: 'kept_down', put: 0, stays: {} })
  return { requestId }
}

async function validCounterOf(tx: Tx, requestId: string): Promise<Counter | null> {
  const counters = await tx.select().from(counterNotice).where(eq(counterNotice.ofRequestId, requestId))
  return counters.find(({ state }) => state === 'valid') ?? null
}
