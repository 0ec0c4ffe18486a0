import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { categoriesIn } from './protect-found'
import { type Protection, protectionOf } from './safe-view'
import { type Viewing, viewingFrom, type Way, waysFor } from './viewing'

type Stored = Record<string, string[]> | null

/** How texts are shown in a dataset, and how this person wants to see them; without a person as the dataset sets it. */
export async function viewingOf(
  on: Db | Tx,
  datasetId: string,
  personId: string | null,
): Promise<{ dataset: Viewing; own: Viewing }> {
  const [row] = await on.execute<{ dataset: Stored; own: Stored }>(sql`
    select (select viewing from review_settings where dataset_id = ${datasetId}) as dataset,
           (select viewing from reviewer_preference where person_id = ${personId}) as own`)
  return { dataset: viewingFrom(row?.dataset ?? {}), own: viewingFrom(row?.own ?? {}) }
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
  viewing: Parameters<typeof waysFor>[1]
}): { natural: Protection; ways: ReadonlySet<Way> } {
  const ways = waysFor([category, ...found.map((one) => one.category)], viewing)
  return { natural: protectionOf(categoriesIn(found), covered || ways.has('cover')), ways }
}
