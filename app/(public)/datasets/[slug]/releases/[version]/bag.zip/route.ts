import { errorResponse } from '@/lib/http/error-response'
import { bagResponse } from '@/lib/releases/bag-zip'

type Context = { params: Promise<{ slug: string; version: string }> }

/** All files of a release in one archive, stored, the same bytes each time. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { slug, version } = await params
    return await bagResponse(request, slug, version)
  } catch (error) {
    return errorResponse(error)
  }
}

export const HEAD = GET
