import 'server-only'
import { and, eq, type SQL } from 'drizzle-orm'
import { dataset, release } from '@/db/schema'
import { parseName } from '@/lib/release-format/profile'

/** The condition for a published release as addresses and forms name it (`2.0.0`, `2.0.0+eu`), of a query that joins its dataset. */
export function publishedAs(slug: string, name: string): SQL | undefined {
  const { version, profile } = parseName(name)
  return and(
    eq(dataset.slug, slug),
    eq(release.version, version),
    eq(release.profile, profile),
    eq(release.state, 'published'),
  )
}
