import 'server-only'
import type { Messages } from '@/lib/i18n/catalogues'
import { say } from '@/lib/i18n/say'

/** What can go wrong on purpose. Everything else is a fault: logged with a request id, never shown. */
export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'lawfully_gone'
  | 'conflict'
  | 'rate_limited'
  | 'unavailable'

/** A refusal a person is told about. `message` is shown as it is; `fields` belong to form fields. */
export class AppError extends Error {
  override readonly name = 'AppError'
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: Readonly<Record<string, string[]>> = {},
  ) {
    super(message)
  }
}

export const invalid = (message: string, fields?: Record<string, string[]>) =>
  new AppError('invalid', message, fields)
export const unauthenticated = () => new AppError('unauthenticated', say('errors.unauthenticated'))
export const forbidden = (message: string) => new AppError('forbidden', message)
/** What can be looked for in vain. */
export type Missing = keyof Messages['errors']['notFound']
/** Also for what the caller may not know about: the answer is the same. */
export const notFound = (what: Missing = 'page') => missing(say(`errors.notFound.${what}`))
/** The same, where what was looked for is named. */
export const missing = (message: string) => new AppError('not_found', message)
/** It was here and a law took it away: said apart from what never was (RFC 7725). */
export const lawfullyGone = (message: string) => new AppError('lawfully_gone', message)
export const conflict = (message: string) => new AppError('conflict', message)
export const rateLimited = (message = say('errors.rateLimited')) => new AppError('rate_limited', message)
export const unavailable = (message: string) => new AppError('unavailable', message)
