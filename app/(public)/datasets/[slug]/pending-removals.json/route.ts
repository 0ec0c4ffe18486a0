import { errorResponse } from '@/lib/http/error-response'
import { pendingResponse } from '@/lib/pending/serve'

type Context = { params: Promise<{ slug: string }> }

export const dynamic = 'force-dynamic'

/** What is decided to go since the newest release, signed with the log's key. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    return await pendingResponse(request, (await params).slug, 'public')
  } catch (error) {
    return errorResponse(error)
  }
}

export const HEAD = GET
