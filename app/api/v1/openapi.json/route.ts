import { env } from '@/lib/runtime/env'
import { openapi } from '@/lib/senders/openapi'

export const dynamic = 'force-dynamic'

/** What programs may call, for their makers. Nothing in it is a secret. */
export function GET(): Response {
  return Response.json(openapi(env().url), { headers: { 'cache-control': 'public, max-age=3600' } })
}
