import { openFile, openFileInput } from '@/lib/takedowns/open-file'
import { fileAnswer } from '@/lib/attachments/response'
import { requireMember } from '@/lib/auth/session'
import { notFound } from '@/lib/errors'
import { errorResponse } from '@/lib/http/error-response'

type Context = { params: Promise<{ id: string; n: string }> }

export const dynamic = 'force-dynamic'

/** A file that was sent along with a request. That it was opened is recorded. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await requireMember()
    const { id: requestId, n } = await params
    const input = openFileInput.safeParse({ requestId, n })
    if (!input.success) throw notFound('file')
    return fileAnswer(await openFile(actor, input.data))
  } catch (error) {
    return errorResponse(error)
  }
}
