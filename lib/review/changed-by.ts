import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { person } from '@/db/schema'

/** Who changed a setting, by pseudonym; a part of the product by its name. For a left join of `person` by `isActor`. */
export const changedBy = (actor: PgColumn): SQL<string> =>
  sql<string>`coalesce(${person.pseudonym}, split_part(${actor}, ':', 2))`

export const isActor = (actor: PgColumn): SQL => sql`${actor} = 'member:' || ${person.id}`

/** How many changes of a setting for all datasets are shown. One more is read, which says how it was before the last of them. */
export const SHOWN_CHANGES = 20

/** What was set each time, newest first, with what it was before; `first` before anybody set it. */
export const withBefore = <T, Row extends { after: T }>(
  rows: readonly Row[],
  first: T,
): (Row & { before: T })[] =>
  rows.map((row, i) => ({ ...row, before: rows[i + 1]?.after ?? first })).slice(0, SHOWN_CHANGES)
