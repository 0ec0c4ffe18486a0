import 'server-only'
import type { Tx } from '@/db/client'
import { takedownConfirmation } from '@/db/schema'
import type { Locale } from '@/lib/i18n/locales'
import { enqueueMail } from '@/lib/mail/outbox'
import { takedownConfirm } from '@/lib/mail/templates/takedown-confirm'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { newToken } from './tokens'

export const CONFIRM_HOURS = 72

/** Until when a link holds that is sent now. */
export const holdsUntil = (sentAt: Date): Date => new Date(sentAt.getTime() + CONFIRM_HOURS * 3_600_000)

/** Writes the letter with the link that confirms a request; it holds as long whenever it is sent. */
export async function writeConfirmation(
  tx: Tx,
  { id: requestId, reference }: { id: string; reference: string },
  { to, language, now }: { to: string; language: Locale; now: Date },
): Promise<void> {
  const { token, hash: tokenHash } = newToken()
  await tx.insert(takedownConfirmation).values({ tokenHash, requestId, expiresAt: holdsUntil(now) })
  const url = env().url + paths.takedownConfirm(token)
  const data = { url, reference, hours: CONFIRM_HOURS }
  await enqueueMail(tx, { to, language, requestId, template: takedownConfirm, data })
}
