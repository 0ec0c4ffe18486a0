import { pendingFor } from '@/lib/copies/pending-for'

type Context = { params: Promise<{ token: string; slug: string }> }

export const dynamic = 'force-dynamic'

/** The same with the restricted rows, for those whom somebody has checked. */
export const GET = async (request: Request, { params }: Context): Promise<Response> =>
  pendingFor(request, await params, 'holders')

export const HEAD = GET
