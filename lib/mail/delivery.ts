import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { mailMessage } from '@/db/schema'
import { sealJson } from '@/lib/crypto/seal'
import { type Letter, openLetter } from './outbox'

export type Claimed = { letter: Letter; attempt: number; createdAt: Date }

/** The letter to send now, its attempt counted before it is made; null when there is nothing to do (sent, failed, unknown). */
export async function claimLetter(tx: Tx, messageId: string): Promise<Claimed | null> {
  const [row] = await tx
    .update(mailMessage)
    .set({ attempts: sql`${mailMessage.attempts} + 1` })
    .where(sql`${mailMessage.id} = ${messageId} and ${mailMessage.state} = 'queued'`)
    .returning({
      sealed: mailMessage.sealed,
      attempts: mailMessage.attempts,
      createdAt: mailMessage.createdAt,
    })
  const letter = row ? await openLetter(tx, row.sealed) : null
  return row && letter ? { letter, attempt: row.attempts, createdAt: row.createdAt } : null
}

/** No server to give it to: it stays here, readable by an admin. */
export async function holdLetter(tx: Tx, messageId: string): Promise<void> {
  await tx
    .update(mailMessage)
    .set({ state: 'held' })
    .where(sql`${mailMessage.id} = ${messageId} and ${mailMessage.state} = 'queued'`)
}

/** Delivered: what it said and to whom is no longer needed here. */
export async function letterSent(tx: Tx, messageId: string): Promise<void> {
  await tx
    .update(mailMessage)
    .set({ state: 'sent', sentAt: new Date(), lastError: null, sealed: sealJson(null) })
    .where(eq(mailMessage.id, messageId))
}

/** Not delivered. `final`: it is not tried again and shows as failed. */
export async function letterFailed(tx: Tx, messageId: string, reason: string, final: boolean): Promise<void> {
  await tx
    .update(mailMessage)
    .set({ lastError: reason, ...(final ? { state: 'failed' as const } : {}) })
    .where(eq(mailMessage.id, messageId))
}

/** Empties the letters about somebody, delivered or not. A mail server's complaint names the address, so it goes too. */
export async function eraseLetters(
  tx: Tx,
  about: { applicationId: string } | { holderId: string } | { searchId: string },
): Promise<void> {
  await tx
    .update(mailMessage)
    .set({ sealed: sealJson(null), lastError: null })
    .where(
      'holderId' in about
        ? eq(mailMessage.holderId, about.holderId)
        : 'searchId' in about
          ? eq(mailMessage.searchId, about.searchId)
          : eq(mailMessage.applicationId, about.applicationId),
    )
}
