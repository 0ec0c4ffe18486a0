import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import type { Actor } from '@/lib/auth/actor'
import type { Cursor, TriageFilters } from './filters'
import { type Branch, isNarrow, keysetPage, type Look, matching, sparsePage } from './keyset'
import { looksFor } from './kinds'
import { foundBy } from './search-cases'

/** A case in an order: its ids, and the value that it is sorted by. */
export type CaseAt = { dataset_id: string; id: string; value: string }

type Asked = {
  branches: readonly Branch[]
  filters: TriageFilters
  /** From where on, or backwards from where. */
  place?: { edge: Cursor['edge']; value: SQL; id: SQL } | undefined
  /** What is asked beside the filters: of `c`, which is a kind of cases or a case. */
  also?: SQL | undefined
}

/** At most `limit` cases of these branches that answer to the filters, in their order: for the table, and for who goes from case to case. */
export async function findCases(on: Db, actor: Actor, asked: Asked, limit: number): Promise<CaseAt[]> {
  const { branches, filters, place } = asked
  const looks = await looksOf(on, actor, asked, limit)
  if (branches.length === 0 || looks?.length === 0) return []
  const rows = await on.execute<CaseAt>(
    looks
      ? sparsePage(looks, filters.sort, limit, place)
      : keysetPage(branches, sql`true`, filters.sort, limit, place),
  )
  return [...rows]
}

/** Null where nothing is asked beside what the index of the order tells. */
async function looksOf(
  on: Db,
  actor: Actor,
  { branches, filters, also }: Asked,
  limit: number,
): Promise<Look[] | null> {
  if (filters.search) {
    const found = matching(filters, await foundBy(actor, filters, on))
    return branches.map((branch) => ({ branch, where: sql`${found} and ${also ?? sql`true`}`, first: 0 }))
  }
  return isNarrow(filters) || also ? looksFor(on, branches, filters, limit, also) : null
}
