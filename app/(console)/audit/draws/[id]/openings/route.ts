import { exportDraw } from '@/lib/audit-draw/export'
import { requireMember } from '@/lib/auth/session'
import { refuseForeignOrigin } from '@/lib/http/api-route'
import { errorResponse } from '@/lib/http/error-response'

/** The openings of a draw as a file. A POST, because taking them along is recorded. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    refuseForeignOrigin(request)
    const { id } = await params
    const text = await exportDraw(await requireMember(), id)
    return new Response(text, {
      headers: {
        'content-type': 'application/jsonl; charset=utf-8',
        'content-disposition': `attachment; filename="draw-${id}.jsonl"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return errorResponse(error)
  }
}
