import 'server-only'
import { errorView } from '@/lib/http/error-view'

/** `{error: {code, message, fields}}` with the status of the error's code. */
export function errorResponse(error: unknown): Response {
  const { status, code, message, fields } = errorView(error)
  return Response.json(
    { error: { code, message, fields } },
    { status, headers: { 'cache-control': 'no-store' } },
  )
}
