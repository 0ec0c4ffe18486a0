import { errorResponse } from '@/lib/http/error-response'
import { releaseResponse } from '@/lib/releases/download'

type Context = { params: Promise<{ slug: string; version: string; path: string[] }> }

/** A file of a published release: streamed, in ranges if asked, cacheable for good. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { slug, version, path } = await params
    return await releaseResponse(request, slug, version, path.join('/'))
  } catch (error) {
    return errorResponse(error)
  }
}

export const HEAD = GET
