import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { type Viewing, viewingFrom } from './viewing'

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
