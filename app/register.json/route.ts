import { paths } from '@/lib/paths'
import { publicJson } from '@/lib/register/answers'
import { notSearchedBy, registerFilter } from '@/lib/register/filter'
import { countedMonths, registerPage } from '@/lib/register/queries'
import { env } from '@/lib/runtime/env'

export const dynamic = 'force-dynamic'

/** The register as JSON, a page at a time: `next` is the address of the page after it. */
export const GET = (request: Request): Promise<Response> =>
  publicJson(async () => {
    const given = Object.fromEntries(new URL(request.url).searchParams)
    const filter = registerFilter.parse(given)
    const { after, ...asked } = filter
    const ignored = notSearchedBy(given, filter)
    const [{ entries, next }, counted] = await Promise.all([
      registerPage({ ...asked, after }),
      after ? null : countedMonths(),
    ])
    return {
      version: 1,
      ...(ignored.length > 0 ? { not_searched_by: ignored } : {}),
      entries,
      ...(counted ? { counted } : {}),
      next: next && env().url + paths.registerJson({ ...asked, after: next }),
    }
  })
