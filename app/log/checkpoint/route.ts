import { unavailable } from '@/lib/errors'
import { errorResponse } from '@/lib/http/error-response'
import { plainText } from '@/lib/http/plain-text'
import { latestCheckpoint } from '@/lib/log/queries'

export const dynamic = 'force-dynamic'

/** The newest signed checkpoint, c2sp.org/tlog-checkpoint: a caller may keep it for a few seconds. */
export async function GET(): Promise<Response> {
  try {
    const checkpoint = await latestCheckpoint()
    if (!checkpoint) throw unavailable('The log has no checkpoint yet: its worker has not run.')
    return plainText(checkpoint.note, 'public, max-age=5')
  } catch (error) {
    return errorResponse(error)
  }
}
