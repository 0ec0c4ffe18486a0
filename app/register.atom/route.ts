import { paths } from '@/lib/paths'
import { publicFile } from '@/lib/register/answers'
import { registerFeed } from '@/lib/register/feed'
import { registerFilter } from '@/lib/register/filter'
import { registerPage } from '@/lib/register/queries'
import { env } from '@/lib/runtime/env'

export const dynamic = 'force-dynamic'

/** The newest notices as a feed. */
export const GET = (): Promise<Response> =>
  publicFile(async () => {
    const { entries } = await registerPage(registerFilter.parse({}))
    const { url } = env()
    const body = registerFeed(entries, { self: url + paths.registerFeed(), page: url + paths.register() })
    return { body, type: 'application/atom+xml' }
  })
