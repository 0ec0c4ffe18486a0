import { isRestrictedCategory } from '@/lib/detection/categories'

/** What may be sent along with a request. Pure: the form says it, the server holds to it. */
export const MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

const MB = 1_000_000

/** Of one message: a form that is sent, or an answer to what was missing. A request has a few of them. */
export const ATTACHMENTS = {
  inMessage: 5,
  inRequest: 20,
  bytes: 10 * MB,
  /** Of a message: what the web process takes in at once, besides the rest of the form (lib/runtime/body-limit.mjs). */
  bytesInMessage: 20 * MB,
  pages: 200,
  pixels: 50 * MB,
} as const

/** The same as they are said. */
export const ATTACHMENT_NUMBERS = {
  count: String(ATTACHMENTS.inMessage),
  each: String(ATTACHMENTS.bytes / MB),
  together: String(ATTACHMENTS.bytesInMessage / MB),
  pages: String(ATTACHMENTS.pages),
  megapixels: String(ATTACHMENTS.pixels / MB),
} as const

/** Of the field in the form; its files arrive as a list. */
export const ATTACHMENTS_FIELD = 'files[]'

/** For the file chooser, which on a phone then converts a picture to JPEG by itself. What is in a file is told by its bytes. */
export const ACCEPTED = `${MEDIA_TYPES.join(',')},.pdf,.png,.jpg,.jpeg,.txt`

/** Nobody is to send us pictures of abuse, nor are we to hold them. */
export const mayAttach = (kind: string, answers: Readonly<Record<string, unknown>>): boolean =>
  !(kind === 'illegal_content' && isRestrictedCategory(String(answers.concern)))

/** Whether so many bytes may come in one message; which file is too large, if one is. */
export function tooMuch(
  files: readonly { name: string; size: number }[],
): { why: 'count' | 'together' } | { why: 'large'; name: string } | null {
  const large = files.find(({ size }) => size > ATTACHMENTS.bytes)
  if (large) return { why: 'large', name: large.name }
  if (files.length > ATTACHMENTS.inMessage) return { why: 'count' }
  const together = files.reduce((sum, { size }) => sum + size, 0)
  return together > ATTACHMENTS.bytesInMessage ? { why: 'together' } : null
}
