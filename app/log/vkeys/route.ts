import { errorResponse } from '@/lib/http/error-response'
import { plainText } from '@/lib/http/plain-text'
import { logIdentity } from '@/lib/log/identity'

export const dynamic = 'force-dynamic'

/** Every key the log ever signed with, newest first, a line each: old checkpoints are checked with old keys. */
export function GET(): Response {
  try {
    return plainText(
      logIdentity()
        .vkeys.map((vkey) => `${vkey}\n`)
        .join(''),
      'public, max-age=300',
    )
  } catch (error) {
    return errorResponse(error)
  }
}
