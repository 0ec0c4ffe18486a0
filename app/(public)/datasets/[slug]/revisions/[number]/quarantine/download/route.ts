import { notFound } from '@/lib/errors'
import { datasetBySlug, revisionView } from '@/lib/datasets/queries'
import { quarantineCsv } from '@/lib/datasets/quarantine-csv'
import { errorResponse } from '@/lib/http/error-response'
import { streamOf } from '@/lib/http/stream'

type Context = { params: Promise<{ slug: string; number: string }> }

/** The whole quarantine list as RFC 4180 CSV, streamed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const { slug, number } = await params
    if (!/^\d{1,9}$/.test(number)) throw notFound('revision')
    const dataset = await datasetBySlug(slug)
    const revision = await revisionView(dataset.id, Number(number))
    return new Response(streamOf(quarantineCsv(dataset.id, revision.id)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${slug}-r${revision.number}-quarantine.csv"`,
      },
    })
  } catch (error) {
    return errorResponse(error)
  }
}
