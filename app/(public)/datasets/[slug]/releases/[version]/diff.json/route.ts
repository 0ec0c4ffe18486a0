import { errorResponse } from '@/lib/http/error-response'
import { diffResponse } from '@/lib/releases/download'

type Context = { params: Promise<{ slug: string; version: string }> }

/** What changed since the release before, as canonical JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { slug, version } = await params
    return await diffResponse(request, slug, version)
  } catch (error) {
    return errorResponse(error)
  }
}

export const HEAD = GET
