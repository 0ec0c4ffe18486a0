import { TOLD_TO_HOLDERS } from '@/lib/copies/audience'
import { keepsCopyOf } from '@/lib/copies/queries'
import { notFound } from '@/lib/errors'
import { errorResponse } from '@/lib/http/error-response'
import { pendingResponse } from '@/lib/pending/serve'

type Context = { params: Promise<{ token: string; slug: string }> }

export const dynamic = 'force-dynamic'

/** The list of what is pending, for those who keep a copy. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { token, slug } = await params
    if (!(await keepsCopyOf(token, slug))) throw notFound('link')
    return await pendingResponse(request, slug, TOLD_TO_HOLDERS)
  } catch (error) {
    return errorResponse(error)
  }
}

export const HEAD = GET
