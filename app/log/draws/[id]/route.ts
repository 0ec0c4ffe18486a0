import { drawProofOf } from '@/lib/audit-draw/queries'
import { formatDrawProof } from '@/lib/audit-draw/proof'
import { notFound } from '@/lib/errors'
import { errorResponse } from '@/lib/http/error-response'
import { plainText } from '@/lib/http/plain-text'

export const dynamic = 'force-dynamic'

/** What settled the draw that an entry announced: a signed checkpoint and the key of the witness. Once it is there it never changes. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const proof = await drawProofOf((await params).id)
    if (!proof) throw notFound('draw')
    return plainText(formatDrawProof(proof), 'public, max-age=31536000, immutable')
  } catch (error) {
    return errorResponse(error)
  }
}
