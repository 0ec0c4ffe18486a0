import { plainText } from '@/lib/http/plain-text'
import { logIdentity } from '@/lib/log/identity'
import { answered } from '../answered'

export const dynamic = 'force-dynamic'

/** Every key the log ever signed with, newest first, a line each: old checkpoints are checked with old keys. */
export const GET = (): Promise<Response> =>
  answered(() =>
    plainText(
      logIdentity()
        .vkeys.map((vkey) => `${vkey}\n`)
        .join(''),
      'public, max-age=300',
    ),
  )
