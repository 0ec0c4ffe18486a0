import 'server-only'
import { notFound } from '@/lib/errors'
import { errorResponse } from '@/lib/http/error-response'
import type { Audience } from '@/lib/pending/collect'
import { pendingResponse } from '@/lib/pending/serve'
import { mayRead } from './audience'

/**
 * A list of what is pending, behind the secret of a holder's page. Whoever may not read it gets the 404 of a page that never was. The two
 * lists have addresses of their own, because each counts its changes for itself (`?since=`).
 */
export async function pendingFor(
  request: Request,
  { token, slug }: { token: string; slug: string },
  audience: Audience,
): Promise<Response> {
  try {
    if (!(await mayRead(token, slug, audience))) throw notFound('link')
    const answer = await pendingResponse(request, slug, audience)
    // Behind a secret nothing is shared, whatever it says.
    answer.headers.set('cache-control', 'private, no-store')
    answer.headers.delete('access-control-allow-origin')
    return answer
  } catch (error) {
    return errorResponse(error)
  }
}
