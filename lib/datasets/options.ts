import 'server-only'
import { asc } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataset } from '@/db/schema'

export type DatasetOption = { id: string; slug: string; name: string }

/** Every dataset, by name, for choosing one. */
export function datasetOptions(): Promise<DatasetOption[]> {
  return db()
    .select({ id: dataset.id, slug: dataset.slug, name: dataset.name })
    .from(dataset)
    .orderBy(asc(dataset.name))
}
