import 'server-only'
import { asc, inArray } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { dataset } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { can, datasetsWhere } from '@/lib/auth/permissions'

/** A dataset whose cases the actor may see: the ordinary ones, the restricted ones, or both. */
export type Scope = { datasetId: string; slug: string; name: string; community: boolean; restricted: boolean }

/** Datasets of the actor's teams; for a safety officer every dataset, by its restricted cases. By name. */
export async function scopesOf(on: Db | Tx, actor: Actor, slug?: string): Promise<Scope[]> {
  const officer = can(actor, 'restricted.handle')
  const team = new Set(datasetsWhere(actor, 'case.view'))
  if (!officer && team.size === 0) return []
  const rows = await on
    .select({ datasetId: dataset.id, slug: dataset.slug, name: dataset.name })
    .from(dataset)
    .where(officer ? undefined : inArray(dataset.id, [...team]))
    .orderBy(asc(dataset.name))
  return rows
    .map((row) => ({ ...row, community: team.has(row.datasetId), restricted: officer }))
    .filter((scope) => slug === undefined || scope.slug === slug)
}
