import 'server-only'
import { UsageError } from '@/lib/cli/arguments'
import { AppError } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { isNoRoom, NO_ROOM_SENTENCE } from '@/lib/runtime/no-room'
import { isReadOnlyRefusal } from '@/lib/runtime/read-only'

export type Failure = { exit: 1 | 2; error: { code: string; message: string; fields?: AppError['fields'] } }

/** A refusal is 1, whatever kept the command from running is 2. A fault shows its stack on stderr with WINNOW_DEBUG=1. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) {
    const { code, message, fields } = error
    return { exit: code === 'unavailable' ? 2 : 1, error: { code, message, fields } }
  }
  if (error instanceof UsageError) return { exit: 2, error: { code: 'usage', message: error.message } }
  if (isReadOnlyRefusal(error))
    return { exit: 2, error: { code: 'unavailable', message: say('errors.readOnly') } }
  if (process.env.WINNOW_DEBUG) console.error(error)
  if (isNoRoom(error)) return { exit: 2, error: { code: 'unavailable', message: NO_ROOM_SENTENCE } }
  return {
    exit: 2,
    error: { code: 'failed', message: error instanceof Error ? error.message : String(error) },
  }
}
