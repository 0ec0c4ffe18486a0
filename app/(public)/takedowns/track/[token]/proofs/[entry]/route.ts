import { notFound } from '@/lib/errors'
import { decisionProof, requestByLink } from '@/lib/fulfilment/queries'
import { proofFile } from '@/lib/fulfilment/proof-file'
import { errorResponse } from '@/lib/http/error-response'

type Context = { params: Promise<{ token: string; entry: string }> }

export const dynamic = 'force-dynamic'

/** The log's proof of a decision about the request behind the link. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const { token, entry } = await params
    const requestId = await requestByLink(token)
    const proof = requestId === null ? null : await decisionProof(requestId, entry)
    if (proof === null) throw notFound('proof')
    return proofFile(proof, entry)
  } catch (error) {
    return errorResponse(error)
  }
}
