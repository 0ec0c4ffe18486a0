import { requireMember } from '@/lib/auth/session'
import { errorResponse } from '@/lib/http/error-response'
import { streamOf } from '@/lib/http/stream'
import { requestBulkView, requestResultsCsv } from '@/lib/request-bulk/queries'

type Context = { params: Promise<{ dataset: string; id: string }> }

/** What became of each request of a bulk decision. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const { dataset, id } = await params
    const view = await requestBulkView(await requireMember(), dataset, id)
    return new Response(streamOf(requestResultsCsv(view)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${dataset}-requests-${id}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return errorResponse(error)
  }
}
