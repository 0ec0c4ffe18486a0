import { requireMember } from '@/lib/auth/session'
import { notFound } from '@/lib/errors'
import { errorResponse } from '@/lib/http/error-response'
import { inEnglish } from '@/lib/i18n/say'
import { parsePeriod } from '@/lib/metrics/period'
import { metricsTable } from '@/lib/metrics/report'
import { metricsScope } from '@/lib/metrics/scope'
import { isTableId, tableCsv } from '@/lib/metrics/table'

type Context = { params: Promise<{ dataset: string; table: string }> }

/** One table of the metrics as CSV: `<table>.csv?period=30`. In English, so that a program reads it the same for everybody. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { dataset, table: file } = await params
    const id = file.endsWith('.csv') ? file.slice(0, -4) : ''
    if (!isTableId(id)) throw notFound('table')
    const actor = await requireMember()
    const period = parsePeriod(new URL(request.url).searchParams.get('period'))
    const scope = await metricsScope(actor, dataset, period)
    return new Response(tableCsv(await inEnglish(() => metricsTable(scope, id))), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${scope.slug}-${id}-${period}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return errorResponse(error)
  }
}
