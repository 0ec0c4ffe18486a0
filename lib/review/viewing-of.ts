import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { categoriesIn } from './protect-found'
import { type Protection, protectionOf } from './safe-view'
import { viewingFrom, type ViewingLevels, type Way, waysFor } from './viewing'

type Stored = Record<string, string[]> | null

/** How texts are shown in all datasets and in this one, and how this person wants to see them; without a person as these set it. */
export async function viewingOf(
  on: Db | Tx,
  datasetId: string,
  personId: string | null,
): Promise<ViewingLevels> {
  const [row] = await on.execute<{ site: Stored; dataset: Stored; own: Stored }>(sql`
    select (select viewing from site_viewing order by number desc limit 1) as site,
           (select viewing from review_settings where dataset_id = ${datasetId}) as dataset,
           (select viewing from reviewer_preference where person_id = ${personId}) as own`)
  return {
    site: viewingFrom(row?.site ?? {}),
    dataset: viewingFrom(row?.dataset ?? {}),
    own: viewingFrom(row?.own ?? {}),
  }
}

/** How a case looks before somebody uncovers it: by what was found in its item, by its queue, and as its reader wants such texts. */
export function viewOf({
  category,
  found,
  covered,
  viewing,
}: {
  category: string
  found: readonly { category: string; sensitive: boolean }[]
  covered: boolean
  viewing: ViewingLevels
}): { natural: Protection; ways: ReadonlySet<Way> } {
  const ways = waysFor([category, ...found.map((one) => one.category)], viewing)
  return { natural: protectionOf(categoriesIn(found), covered || ways.has('cover')), ways }
}
