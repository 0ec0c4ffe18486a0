import { requireMember } from '@/lib/auth/session'
import { notFound } from '@/lib/errors'
import { decisionProof } from '@/lib/fulfilment/queries'
import { proofFile } from '@/lib/fulfilment/proof-file'
import { errorResponse } from '@/lib/http/error-response'
import { visibleRequest } from '@/lib/takedowns/queries'

type Context = { params: Promise<{ id: string; entry: string }> }

export const dynamic = 'force-dynamic'

/** The log's proof of a decision about a request that the reader may see. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const { id, entry } = await params
    const request = await visibleRequest(await requireMember(), id)
    const proof = await decisionProof(request.id, entry)
    if (proof === null) throw notFound('proof')
    return proofFile(proof, entry)
  } catch (error) {
    return errorResponse(error)
  }
}
