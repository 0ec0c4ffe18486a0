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
export const unauthenticated = () => new AppError('unauthenticated', 'Sign in to do this.')
export const forbidden = (message: string) => new AppError('forbidden', message)
/** Also for what the caller may not know about: the answer is the same. */
export const notFound = (what = 'This page') => new AppError('not_found', `${what} was not found.`)
/** It was here and a law took it away: said apart from what never was (RFC 7725). */
export const lawfullyGone = (message: string) => new AppError('lawfully_gone', message)
export const conflict = (message: string) => new AppError('conflict', message)
export const rateLimited = (message = 'Too many attempts. Wait a little and try again.') =>
  new AppError('rate_limited', message)
export const unavailable = (message: string) => new AppError('unavailable', message)
