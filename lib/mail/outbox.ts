import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { mailMessage } from '@/db/schema'
import { openJson, sealJson } from '@/lib/crypto/seal'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Template } from './message'

/** About a day of trying: the pause between two attempts grows to hours, greylisting and a broken relay pass in that time. */
export const MAX_ATTEMPTS = 12

/** Puts a mail in the outbox: it leaves after the caller's transaction has committed, or not at all. Address and text are sealed. */
export async function enqueueMail<Data>(
  tx: Tx,
  mail: { to: string; template: Template<Data>; data: Data; requestId?: string },
): Promise<{ messageId: string }> {
  const letter: Letter = { to: mail.to, ...mail.template.render(mail.data) }
  const [row] = await tx
    .insert(mailMessage)
    .values({ template: mail.template.name, sealed: sealJson(letter), requestId: mail.requestId })
    .returning({ id: mailMessage.id })
  if (!row) throw new Error('a mail was written and has no id')
  await enqueue(tx, 'mail.send', { messageId: row.id }, { maxAttempts: MAX_ATTEMPTS })
  return { messageId: row.id }
}

export type Letter = z.infer<typeof letterSchema>

const letterSchema = z.object({ to: z.string(), subject: z.string(), text: z.string() })

/** Null once the mail was delivered: its address and text are erased then. */
export function openLetter(sealed: Uint8Array): Letter | null {
  return letterSchema.nullable().parse(openJson(sealed))
}
