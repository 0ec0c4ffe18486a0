import type { mailMessage } from '@/db/schema/mail'

export type MailState = (typeof mailMessage.$inferSelect)['state']

export const PROGRESS: Record<MailState, 'waiting' | 'held' | 'done' | 'refused'> = {
  queued: 'waiting',
  held: 'held',
  sent: 'done',
  failed: 'refused',
}
