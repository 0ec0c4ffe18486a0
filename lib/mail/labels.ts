import type { mailMessage } from '@/db/schema/mail'

export type MailState = (typeof mailMessage.$inferSelect)['state']

export const STATE: Record<MailState, string> = {
  queued: 'On its way',
  held: 'Held',
  sent: 'Sent',
  failed: 'Failed',
}

export const PROGRESS: Record<MailState, 'waiting' | 'held' | 'done' | 'refused'> = {
  queued: 'waiting',
  held: 'held',
  sent: 'done',
  failed: 'refused',
}
