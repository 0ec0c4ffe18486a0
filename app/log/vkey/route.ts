import { plainText } from '@/lib/http/plain-text'
import { logVkey } from '@/lib/log/queries'
import { answered } from '../answered'

export const dynamic = 'force-dynamic'

/** The verifier key of the log, c2sp.org/signed-note. */
export const GET = (): Promise<Response> => answered(() => plainText(`${logVkey()}\n`, 'public, max-age=300'))
