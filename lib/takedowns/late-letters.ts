import 'server-only'
import { and, count, eq, max } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownWaitingLetter } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { enqueue } from '@/lib/jobs/enqueue'
import { holdsUntil, writeConfirmation } from './confirm-letter'
import { addressFingerprint, contactOf } from './contact'
import { mayWriteLate, nextDay } from './letter-limits'
import { lockRequest } from './request-row'
import { may } from './status'

/** How long a letter waits for its turn at most, and how many of one network to one address do. */
const WAITS_DAYS = 7
export const WAITING_OF_NETWORK = 5
const DAY_MS = 86_400_000

/** More than a day sends, whoever has to be passed over. */
const READ_AT_ONCE = 500

/** Whether a letter that there is no room for today waits for another day: of what one network sends to one address only so much does. */
export const mayWait = async (tx: Tx, { network }: Visitor, address: string): Promise<boolean> =>
  (await waitingOf(tx, network, addressFingerprint(address))).n < WAITING_OF_NETWORK

/** Until when a request whose letter waits is kept: its turn may come on the last day, and its link then holds its whole time. */
export const waitsUntil = (submittedAt: Date): Date =>
  holdsUntil(new Date(submittedAt.getTime() + WAITS_DAYS * DAY_MS))

/** Has the letter of a request sent on a later day. */
export async function writeLater(
  tx: Tx,
  { network }: Visitor,
  { id: requestId, email }: { id: string; email: string },
): Promise<void> {
  const emailHmac = addressFingerprint(email)
  const { last } = await waitingOf(tx, network, emailHmac)
  await tx.insert(takedownWaitingLetter).values({ requestId, emailHmac, network, turn: (last ?? 0) + 1 })
  await onNextDay(tx, emailHmac, new Date())
}

/**
 * Sends what waited for an address, at the beginning of a day: the first letter of each network before the second of any, and
 * of these the longest waiting; so one network with many letters keeps nobody else's waiting. What found no room, or has used up its network's letters
 * of today, waits for the next day; what waited too long lapses like any request that nobody confirms.
 */
export async function sendLate(tx: Tx, mailbox: Buffer, now = new Date()): Promise<void> {
  for (const { requestId, network, createdAt } of await inTurn(tx, mailbox)) {
    const request = await lockRequest(tx, requestId)
    const contact = await contactOf(tx, requestId)
    const isOver = now.getTime() - createdAt.getTime() > WAITS_DAYS * DAY_MS
    if (!contact || !may(request.status, 'confirm') || isOver) {
      await forget(tx, requestId)
      if (contact && isOver) await expireAt(tx, [requestId, ...(contact.others ?? [])], now)
      continue
    }
    const answer = await mayWriteLate(tx, { network, address: contact.email.toLowerCase() })
    if (answer === 'none_today') break
    if (answer === 'not_this_network') continue
    await forget(tx, requestId)
    await writeConfirmation(tx, request, { to: contact.email, language: request.language, now })
    await expireAt(tx, [requestId, ...(contact.others ?? [])], holdsUntil(now))
  }
  const [left] = await inTurn(tx, mailbox)
  if (left) await onNextDay(tx, mailbox, now)
}

const inTurn = (tx: Tx, mailbox: Buffer) =>
  tx
    .select({
      requestId: takedownWaitingLetter.requestId,
      network: takedownWaitingLetter.network,
      createdAt: takedownWaitingLetter.createdAt,
    })
    .from(takedownWaitingLetter)
    .where(eq(takedownWaitingLetter.emailHmac, mailbox))
    .orderBy(takedownWaitingLetter.turn, takedownWaitingLetter.createdAt, takedownWaitingLetter.requestId)
    .limit(READ_AT_ONCE)

/** What waits of one network for one address. Whoever counted its letter before holds the count of both: one at a time comes here. */
async function waitingOf(tx: Tx, network: string, emailHmac: Buffer) {
  const [waiting] = await tx
    .select({ n: count(), last: max(takedownWaitingLetter.turn) })
    .from(takedownWaitingLetter)
    .where(and(eq(takedownWaitingLetter.emailHmac, emailHmac), eq(takedownWaitingLetter.network, network)))
  return waiting ?? { n: 0, last: null }
}

/** It is sent, or lapses: one request has one letter. */
async function forget(tx: Tx, requestId: string): Promise<void> {
  await tx.delete(takedownWaitingLetter).where(eq(takedownWaitingLetter.requestId, requestId))
}

async function expireAt(tx: Tx, requestIds: readonly string[], runAt: Date): Promise<void> {
  for (const requestId of requestIds) await enqueue(tx, 'takedown.expire', { requestId }, { runAt })
}

/** One job for each address. One that is due already is not put off by what comes meanwhile. */
function onNextDay(tx: Tx, mailbox: Buffer, now: Date): Promise<void> {
  const address = mailbox.toString('hex')
  const key = `takedown.late-letters/${address}`
  return enqueue(tx, 'takedown.late-letters', { address }, { runAt: nextDay(now), key, keepsTime: true })
}
