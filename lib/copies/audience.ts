import type { Audience } from '@/lib/pending/collect'

/**
 * What holders of copies are told is pending: as much as everybody. Anybody with a mailbox is one, and what the list for holders has beside
 * the public one are the restricted rows: it is for those whom somebody has checked.
 */
export const TOLD_TO_HOLDERS = 'public' satisfies Audience
