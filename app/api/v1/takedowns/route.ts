import { jsonBody } from '@/lib/http/api-route'
import { errorResponse } from '@/lib/http/error-response'
import { currentVisitor } from '@/lib/http/visitor'
import { receiveCall } from '@/lib/senders/call'

/** A request sent by an organisation's program: a bearer token, an Idempotency-Key, and the fields of the form as JSON. */
export async function POST(request: Request): Promise<Response> {
  try {
    const { network } = await currentVisitor()
    const { answer, fresh } = await receiveCall({
      authorization: request.headers.get('authorization'),
      key: request.headers.get('idempotency-key'),
      body: await jsonBody(request),
      network,
    })
    return Response.json(answer, { status: fresh ? 201 : 200, headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return errorResponse(error)
  }
}
