import { errorResponse } from '@/lib/http/error-response'
import { copyFile } from '@/lib/takedowns/copy-file'
import { savedCopy } from '@/lib/takedowns/open-copy'

type Context = { params: Promise<{ token: string; secret: string }> }

export const dynamic = 'force-dynamic'

/** The same as the page, for programs. That it was saved is recorded. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    return copyFile(await savedCopy(await params))
  } catch (error) {
    return errorResponse(error)
  }
}
