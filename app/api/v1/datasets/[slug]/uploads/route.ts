import { requireMember } from '@/lib/auth/session'
import { receiveUpload } from '@/lib/datasets/receive-upload'
import { refuseForeignOrigin } from '@/lib/http/api-route'
import { errorResponse } from '@/lib/http/error-response'

type Context = { params: Promise<{ slug: string }> }

/** One source file as the raw body, named by `?name=`; answers `{ticket, name, bytes, sha256}`. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await requireMember()
    refuseForeignOrigin(request)
    const name = new URL(request.url).searchParams.get('name') ?? ''
    const upload = await receiveUpload(actor, { slug: (await params).slug, name, body: request.body })
    return Response.json(upload, {
      status: 201,
      headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
    })
  } catch (error) {
    return errorResponse(error)
  }
}
