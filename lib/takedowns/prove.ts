import 'server-only'
import { randomInt, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownProof } from '@/db/schema'
import type { Actor, Member, Visitor } from '@/lib/auth/actor'
import { requester } from '@/lib/auth/load-actor'
import { fingerprint } from '@/lib/crypto/seal'
import { conflict, rateLimited } from '@/lib/errors'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { takedownCode } from '@/lib/mail/templates/takedown-identity'
import { openProof } from './ask-proof'
import { resumeClocks } from './clocks'
import { goOnLooking } from './go-on-looking'
import { refuseOwnRequest } from './own-request'
import type { codeInput, ofRequest, trackedInput } from './process-input'
import type { ProofMethod } from './proof-methods'
import { type LockedRequest, recordEvent } from './request-row'
import { settle } from './settle'
import { may } from './status'
import { handled, take, tracked } from './take'

/** Six digits, three attempts, ten minutes; five codes a day: fifteen guesses of a million. */
export const CODE = { attempts: 3, minutes: 10 } as const
const CODE_LIMIT: Limit = { name: 'takedown/code', max: 5, windowSeconds: 86_400 }
const LOOK_LIMIT: Limit = { name: 'takedown/look', max: 20, windowSeconds: 86_400 }

/** Sends a code to the address that has to be shown to be theirs. Which that is, is not said. */
export async function sendCode(
  tx: Tx,
  _visitor: Visitor,
  { token }: z.output<typeof trackedInput>,
): Promise<{ sent: true }> {
  const { request, proof } = await proofOf(tx, token)
  const { address } = proof.place
  if (!address) throw conflict(say('process.errors.noCode'))
  if (!(await withinLimit(tx, CODE_LIMIT, proof.id))) throw rateLimited(say('process.errors.tooManyCodes'))
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await tx
    .update(takedownProof)
    .set({
      codeHash: hashOf(proof.id, code),
      attempts: 0,
      expiresAt: new Date(Date.now() + CODE.minutes * 60_000),
    })
    .where(eq(takedownProof.id, proof.id))
  const data = { code, minutes: CODE.minutes }
  await enqueueMail(tx, {
    ...{ to: address, language: request.language, requestId: request.id },
    ...{ template: takedownCode, data },
  })
  return { sent: true }
}

/**
 * Takes a code. A wrong one is an answer, not an error: the attempt has to be counted, and what throws is rolled back. The lock of the
 * request makes attempts one after the other, so nobody has more than three by asking at the same time.
 */
export async function enterCode(
  tx: Tx,
  _visitor: Visitor,
  { token, code }: z.output<typeof codeInput>,
): Promise<{ answer: 'proven' | 'wrong' | 'over' }> {
  const { request, proof } = await proofOf(tx, token)
  if (!proof.codeHash || proof.attempts >= CODE.attempts || proof.expiresAt <= new Date())
    return { answer: 'over' }
  if (timingSafeEqual(proof.codeHash, hashOf(proof.id, code))) {
    await proven(tx, requester(request.id), request, proof)
    return { answer: 'proven' }
  }
  const attempts = proof.attempts + 1
  await tx.update(takedownProof).set({ attempts }).where(eq(takedownProof.id, proof.id))
  if (attempts < CODE.attempts) return { answer: 'wrong' }
  await recordEvent(tx, requester(request.id), request, 'identity_failed', { how: proof.method })
  return { answer: 'over' }
}

/** Asks us to look at the page or the domain now. */
export async function lookNow(
  tx: Tx,
  _visitor: Visitor,
  { token }: z.output<typeof trackedInput>,
): Promise<{ looking: true }> {
  const { proof } = await proofOf(tx, token)
  if (!proof.place.domain && !proof.place.page) throw conflict(say('process.errors.noPlace'))
  if (!(await withinLimit(tx, LOOK_LIMIT, proof.id))) throw rateLimited()
  await enqueue(tx, 'takedown.look', { proofId: proof.id }, { maxAttempts: 3 })
  return { looking: true }
}

/** Somebody who handles the request has seen it with their own eyes. That it was seen is all that is kept. */
export async function seen(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof ofRequest>,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  await refuseOwnRequest(tx, actor, requestId)
  const proof = may(request.status, 'prove') ? await openProof(tx, requestId) : null
  if (!proof || !isSeen(proof)) throw conflict(say('process.errors.nothingToSee'))
  await proven(tx, actor, request, proof)
  return { requestId }
}

/** What a person looks at: papers, and a page that we looked at ourselves first and could not read it there, as many are drawn by a program. */
export const isSeen = ({ method, lastLook }: { method: ProofMethod; lastLook: string | null }): boolean =>
  method === 'letter' || method === 'document' || (method === 'page' && lastLook !== null)

/** The request goes on where it stood: its items may be decided already. */
export async function proven(
  tx: Tx,
  actor: Actor,
  request: LockedRequest,
  { id, method }: { id: string; method: string },
): Promise<void> {
  await tx.update(takedownProof).set({ state: 'proven', endedAt: new Date() }).where(eq(takedownProof.id, id))
  const taken = await take(tx, actor, request, 'prove', { type: 'identity_proven', data: { how: method } })
  await resumeClocks(tx, actor, taken)
  await goOnLooking(tx, request.id)
  await settle(tx, taken)
}

async function proofOf(tx: Tx, token: string) {
  const request = await tracked(tx, token)
  const proof = may(request.status, 'prove') ? await openProof(tx, request.id) : null
  if (!proof) throw conflict(say('process.errors.nothingToProve'))
  return { request, proof }
}

/** Keyed: a stolen table of a million possible codes tells nothing. */
const hashOf = (proofId: string, code: string): Buffer => fingerprint('takedown/code', `${proofId} ${code}`)
