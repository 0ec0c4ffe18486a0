import 'server-only'
import { randomInt, timingSafeEqual } from 'node:crypto'
import { and, eq, gt, isNotNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { db, transact, type Tx } from '@/db/client'
import { takedownAnswer, takedownAnswerView, takedownRequest } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { requester } from '@/lib/auth/load-actor'
import { fingerprint } from '@/lib/crypto/seal'
import { conflict, notFound, rateLimited } from '@/lib/errors'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { say } from '@/lib/i18n/say'
import { enqueueMail } from '@/lib/mail/outbox'
import { takedownCopyCode } from '@/lib/mail/templates/takedown-answered'
import { type Copy, copyOf } from './answer-copy'
import { type Answer, toldAnswer } from './answers'
import { contactOf } from './contact'
import type { codeInput, trackedInput } from './process-input'
import { CODE } from './prove'
import { type LockedRequest, recordEvent } from './request-row'
import { copyAsFile, type SavedCopy } from './saved-copy'
import { tracked } from './take'
import { newToken, tokenHash } from './tokens'

/** An opened copy is closed after so long, and opened again with another code. */
export const OPEN_MINUTES = 30
const CODE_LIMIT: Limit = { name: 'takedown/copy-code', max: 5, windowSeconds: 86_400 }

/**
 * Sends a code to the address that was confirmed. The link of a request is in every letter about it, and may be forwarded or left in a
 * browser: by itself it opens no copy.
 */
export async function sendCopyCode(
  tx: Tx,
  _visitor: Visitor,
  { token }: z.output<typeof trackedInput>,
): Promise<{ sent: true }> {
  const { request, answer } = await copyToOpen(tx, token)
  const contact = await contactOf(tx, request.id)
  if (!contact) throw conflict(say('process.errors.erased'))
  if (!(await withinLimit(tx, CODE_LIMIT, answer.id))) throw rateLimited(say('process.errors.tooManyCodes'))
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await tx
    .update(takedownAnswer)
    .set({
      codeHash: hashOf(answer.id, code),
      attempts: 0,
      codeExpiresAt: new Date(Date.now() + CODE.minutes * 60_000),
    })
    .where(eq(takedownAnswer.id, answer.id))
  const data = { code, minutes: CODE.minutes }
  await enqueueMail(tx, {
    ...{ to: contact.email, language: request.language, requestId: request.id },
    ...{ template: takedownCopyCode, data },
  })
  return { sent: true }
}

/** A wrong code is an answer, not an error: the attempt has to be counted, and what throws is rolled back. */
export async function openCopy(
  tx: Tx,
  _visitor: Visitor,
  { token, code }: z.output<typeof codeInput>,
): Promise<{ answer: 'wrong' | 'over' } | { answer: 'opened'; token: string; secret: string }> {
  const { request, answer } = await copyToOpen(tx, token)
  const at = eq(takedownAnswer.id, answer.id)
  if (!answer.codeHash || answer.attempts >= CODE.attempts || (answer.codeExpiresAt ?? 0) <= new Date())
    return { answer: 'over' }
  if (!timingSafeEqual(answer.codeHash, hashOf(answer.id, code))) {
    const attempts = answer.attempts + 1
    await tx.update(takedownAnswer).set({ attempts }).where(at)
    return { answer: attempts < CODE.attempts ? 'wrong' : 'over' }
  }
  const secret = newToken()
  const openedUntil = new Date(Date.now() + OPEN_MINUTES * 60_000)
  await tx.update(takedownAnswer).set({ codeHash: null, openedHash: secret.hash, openedUntil }).where(at)
  await recordEvent(tx, requester(request.id), request, 'copy_opened')
  return { answer: 'opened', token, secret: secret.token }
}

/**
 * An opened copy, made of what there is now, and the record that it was looked at. The same not_found for one that was never opened, is closed
 * again, ran out, or belongs to another request.
 */
export async function openedCopy(where: Opened, asked?: unknown): Promise<Copy> {
  return copyOf(db(), await looked(where, 'page'), asked)
}

/**
 * The same as a file. What was begun in time ends whole, however slowly it is read, also past the half hour; where the copy is called back,
 * erased or another answer takes its place, that wins, and it breaks off.
 */
export async function savedCopy(where: Opened): Promise<SavedCopy> {
  const answer = await looked(where, 'file')
  return copyAsFile(db(), answer, () => isStillGiven(answer))
}

type Opened = { token: string; secret: string }

async function looked(where: Opened, how: 'page' | 'file'): Promise<Answer> {
  const answer = await answerOpen(where)
  if (!answer) throw notFound('link')
  const { id: answerId, requestId } = answer
  await transact((tx) => tx.insert(takedownAnswerView).values({ answerId, requestId, how }))
  return answer
}

async function answerOpen({ token, secret }: Opened): Promise<Answer | null> {
  const [found] = await db()
    .select({ answer: takedownAnswer })
    .from(takedownAnswer)
    .innerJoin(takedownRequest, eq(takedownRequest.id, takedownAnswer.requestId))
    .where(
      and(
        eq(takedownRequest.trackingHash, tokenHash(token)),
        eq(takedownAnswer.openedHash, tokenHash(secret)),
        eq(takedownAnswer.state, 'told'),
        gt(takedownAnswer.openedUntil, sql`now()`),
        gt(takedownAnswer.expiresAt, sql`now()`),
      ),
    )
  return found?.answer ?? null
}

/** Whether nothing has closed an opened copy (closedCopy, erase.ts); that its time is over leaves in place what opened it. */
async function isStillGiven({ id }: Answer): Promise<boolean> {
  const [found] = await db()
    .select({ id: takedownAnswer.id })
    .from(takedownAnswer)
    .where(
      and(eq(takedownAnswer.id, id), eq(takedownAnswer.state, 'told'), isNotNull(takedownAnswer.openedHash)),
    )
  return found !== undefined
}

/** The copy of a request that can be opened now, of the link of its page. */
async function copyToOpen(tx: Tx, token: string): Promise<{ request: LockedRequest; answer: Answer }> {
  const request = await tracked(tx, token)
  const answer = await toldAnswer(tx, request.id)
  if (!canBeOpened(answer)) throw conflict(say('rights.errors.noCopy'))
  return { request, answer }
}

/** Whether there is a copy, and its time is not over. */
export const canBeOpened = (answer: Answer | null): answer is Answer =>
  answer?.kind === 'copy' && answer.expiresAt !== null && answer.expiresAt > new Date()

/** Keyed: a stolen table of a million possible codes tells nothing. */
const hashOf = (answerId: string, code: string): Buffer =>
  fingerprint('takedown/copy-code', `${answerId} ${code}`)
