import { requireMember } from '@/lib/auth/session'
import { bulkView } from '@/lib/bulk/queries'
import { resultsCsv } from '@/lib/bulk/results'
import { errorResponse } from '@/lib/http/error-response'
import { streamOf } from '@/lib/http/stream'

type Context = { params: Promise<{ dataset: string; id: string }> }

/** What became of each case of a bulk decision. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const { dataset, id } = await params
    const view = await bulkView(await requireMember(), dataset, id)
    return new Response(streamOf(resultsCsv(view)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${dataset}-bulk-${id}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return errorResponse(error)
  }
}
