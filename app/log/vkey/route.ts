import { errorResponse } from '@/lib/http/error-response'
import { plainText } from '@/lib/http/plain-text'
import { logVkey } from '@/lib/log/queries'

export const dynamic = 'force-dynamic'

/** The verifier key of the log, c2sp.org/signed-note. */
export function GET(): Response {
  try {
    return plainText(`${logVkey()}\n`, 'public, max-age=300')
  } catch (error) {
    return errorResponse(error)
  }
}
