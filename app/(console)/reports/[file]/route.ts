import { requireMember } from '@/lib/auth/session'
import { batchBody } from '@/lib/exports/dsa'
import { lumenInput, lumenNotices } from '@/lib/exports/lumen'
import { notFound } from '@/lib/errors'
import { errorResponse } from '@/lib/http/error-response'

type Context = { params: Promise<{ file: string }> }

/** `dsa.json?dataset=…&at=…` and `lumen.json?dataset=…`, for admins and leads. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await requireMember()
    const asked = Object.fromEntries(new URL(request.url).searchParams)
    const { dataset: slug } = lumenInput.parse(asked)
    const { file } = await params
    if (file === 'dsa.json')
      return download(await batchBody(actor, { slug, at: asked.at ?? '' }), `${slug}-dsa-${asked.at}.json`)
    if (file === 'lumen.json')
      return download(await lumenNotices(actor, { dataset: slug }), `${slug}-lumen.json`)
    throw notFound('page')
  } catch (error) {
    return errorResponse(error)
  }
}

const download = (body: unknown, name: string) =>
  new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '')}"`,
      'cache-control': 'no-store',
    },
  })
