import type { mailMessage } from '@/db/schema/mail'

export type MailState = (typeof mailMessage.$inferSelect)['state']

export const STATE: Record<MailState, string> = {
  queued: 'On its way',
  held: 'Held',
  sent: 'Sent',
  failed: 'Failed',
}
