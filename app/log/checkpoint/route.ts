import { unavailable } from '@/lib/errors'
import { plainText } from '@/lib/http/plain-text'
import { latestCheckpoint } from '@/lib/log/queries'
import { answered } from '../answered'

export const dynamic = 'force-dynamic'

/** The newest signed checkpoint, c2sp.org/tlog-checkpoint: a caller may keep it for a few seconds. */
export const GET = (): Promise<Response> =>
  answered(async () => {
    const checkpoint = await latestCheckpoint()
    if (!checkpoint) throw unavailable('The log has no checkpoint yet: its worker has not run.')
    return plainText(checkpoint.note, 'public, max-age=5')
  })
