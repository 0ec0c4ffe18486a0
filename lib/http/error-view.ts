import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import german from 'zod/v4/locales/de.js'
import english from 'zod/v4/locales/en.js'
import { AppError, type ErrorCode } from '@/lib/errors'
import { localeOfReader, say } from '@/lib/i18n/say'
import { isReadOnlyRefusal } from '@/lib/runtime/read-only'

/** What zod says by itself ("Too big"), in the language of whoever is being answered. */
const ZOD = { 'en-GB': english().localeError, de: german().localeError }
z.config({ localeError: (issue) => ZOD[localeOfReader()](issue) })

/** What a person or a program is told about an error. */
export type ErrorView = {
  status: number
  code: ErrorCode | 'fault'
  message: string
  fields: Readonly<Record<string, string[]>>
}

const STATUS: Record<ErrorCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  lawfully_gone: 451,
  conflict: 409,
  rate_limited: 429,
  unavailable: 503,
}

/** The one place where an error becomes something a person sees. A fault stays unknown to them: it is logged under an id they can quote. */
export function errorView(error: unknown): ErrorView {
  if (error instanceof AppError) {
    return { status: STATUS[error.code], code: error.code, message: error.message, fields: error.fields }
  }
  if (error instanceof z.ZodError) {
    const { fieldErrors, formErrors } = z.flattenError(error)
    const message = formErrors[0] ?? say('errors.answers')
    return { status: 422, code: 'invalid', message, fields: onlyArrays(fieldErrors) }
  }
  if (isReadOnlyRefusal(error))
    return { status: STATUS.unavailable, code: 'unavailable', message: say('errors.readOnly'), fields: {} }
  const id = randomUUID()
  logFault(id, error)
  return {
    status: 500,
    code: 'fault',
    message: say('errors.fault', { id }),
    fields: {},
  }
}

/** One JSON line on stderr. Query parameters of database errors stay out: they hold personal data. */
export function logFault(id: string, error: unknown): void {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const line = {
    level: 'error',
    at: new Date().toISOString(),
    id,
    name: cause instanceof Error ? cause.name : typeof cause,
    message: cause instanceof Error ? cause.message : String(cause),
    code: cause instanceof Error && 'code' in cause ? cause.code : undefined,
    stack: cause instanceof Error ? cause.stack : undefined,
  }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

function onlyArrays(fields: Record<string, string[] | undefined>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, errors]) => (errors ? [[name, errors]] : [])),
  )
}
