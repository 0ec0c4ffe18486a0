import { requireMember } from '@/lib/auth/session'
import { refuseForeignOrigin } from '@/lib/http/api-route'
import { errorResponse } from '@/lib/http/error-response'
import { formObject } from '@/lib/http/form-object'
import { streamOf } from '@/lib/http/stream'
import { exportCases, exportInput } from '@/lib/review/export-cases'

/** The cases of a filter as CSV or JSONL. A POST, because taking them along is recorded. */
export async function POST(request: Request): Promise<Response> {
  try {
    const actor = await requireMember()
    refuseForeignOrigin(request)
    const input = exportInput.parse(formObject(await request.formData()))
    const cases = await exportCases(actor, input)
    return new Response(streamOf(cases), {
      headers: {
        'content-type':
          input.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
        'content-disposition': `attachment; filename="cases-${new Date().toISOString().slice(0, 10)}.${input.format}"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return errorResponse(error)
  }
}
