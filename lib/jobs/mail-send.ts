import 'server-only'
import { z } from 'zod'
import { transact } from '@/db/client'
import { keeping } from '@/lib/i18n/kept'
import { claimLetter, holdLetter, letterFailed, letterSent } from '@/lib/mail/delivery'
import { MAX_ATTEMPTS } from '@/lib/mail/outbox'
import { canSend, DeliveryFailed, sendLetter } from '@/lib/mail/smtp'

const payload = z.object({ messageId: z.uuid() })

/** Sends one letter. A temporary failure is thrown for the queue to try later; one for good is kept on the letter. */
export async function mailSend(given: unknown): Promise<void> {
  const { messageId } = payload.parse(given)
  if (!canSend()) return transact((tx) => holdLetter(tx, messageId))
  const claimed = await transact((tx) => claimLetter(tx, messageId))
  if (!claimed) return
  const sent = await keeping(async (keep) => {
    try {
      await sendLetter(claimed.letter, messageId, claimed.createdAt)
    } catch (error) {
      if (!(error instanceof DeliveryFailed)) throw error
      const final = error.permanent || claimed.attempt >= MAX_ATTEMPTS
      await transact((tx) => letterFailed(tx, messageId, keep(error.message), final))
      if (!final) throw error
      return false
    }
    return true
  })
  if (sent) await transact((tx) => letterSent(tx, messageId))
}
