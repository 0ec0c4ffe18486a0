import { drawProofOf } from '@/lib/audit-draw/queries'
import { formatDrawProof } from '@/lib/audit-draw/proof'
import { notFound } from '@/lib/errors'
import { plainText } from '@/lib/http/plain-text'
import { answered } from '../../answered'

export const dynamic = 'force-dynamic'

/** What settled the draw that an entry announced: a signed checkpoint and the key of the witness. Once it is there it never changes. */
export const GET = (_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  answered(async () => {
    const proof = await drawProofOf((await params).id)
    if (!proof) throw notFound('draw')
    return plainText(formatDrawProof(proof), 'public, max-age=31536000, immutable')
  })
