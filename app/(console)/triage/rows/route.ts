import { requireMember } from '@/lib/auth/session'
import { errorResponse } from '@/lib/http/error-response'
import { parseCursor, parseFilters } from '@/lib/review/filters'
import { triagePage } from '@/lib/review/queries'

/** The next page of the table, by the same parameters as the table's own address: what its reader scrolls to. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await requireMember()
    const params = Object.fromEntries(new URL(request.url).searchParams)
    const filters = parseFilters(params)
    const { rows, newer, older } = await triagePage(actor, filters, parseCursor(params, filters.sort))
    return Response.json({ rows, newer, older }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return errorResponse(error)
  }
}
