import { publicJson } from '@/lib/register/answers'
import { registerEntryView } from '@/lib/register/queries'

export const dynamic = 'force-dynamic'

/** One entry, at `/register/<id>.json` (next.config.js). Of a rescinded one only that it was. */
export const GET = (_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  publicJson(async () => ({ version: 1, ...(await registerEntryView((await params).id)) }))
