import { pendingFor } from '@/lib/copies/pending-for'

type Context = { params: Promise<{ token: string; slug: string }> }

export const dynamic = 'force-dynamic'

/** The list of what is pending, for those who keep a copy. */
export const GET = async (request: Request, { params }: Context): Promise<Response> =>
  pendingFor(request, await params, 'public')

export const HEAD = GET
