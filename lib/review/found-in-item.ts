import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { isCleared } from './restrict-items'

/**
 * What is known to be in the item of the row with this alias, for a lateral join: its flags, and what a paused detector found, which is
 * masked and covers like a flag and is pointed at nowhere. Flags of a restricted category that officers kept, or that are left in sight for
 * now, are none: they tell nobody what was suspected. On a case of that category itself they are what it is about.
 */
export const foundIn = (alias: 'c' | 'h' | 'i'): SQL => sql`(
  select o.category, k.sensitive = 1 as sensitive, k.restricted = 1 as restricted, o.type, o.spans, o.held
  from (
    select f.dataset_id, f.digest, f.category, f.type, f.spans, false as held from flag f
    where f.dataset_id = ${sql.identifier(alias)}.dataset_id and f.digest = ${sql.identifier(alias)}.digest
    union all
    select p.dataset_id, p.digest, p.category, p.type, p.spans, true from held_flag p
    where p.dataset_id = ${sql.identifier(alias)}.dataset_id and p.digest = ${sql.identifier(alias)}.digest
  ) o join category k on k.id = o.category
  where o.held or k.restricted = 0 ${alias === 'c' ? sql`or o.category = c.category` : sql``} or not ${isCleared('o')})`

/** The same as one column, null where there is nothing. */
export const foundAsJson = (alias: 'c' | 'h' | 'i', where: SQL = sql`true`): SQL => sql`(
  select jsonb_agg(jsonb_build_object(
    'category', f.category, 'sensitive', f.sensitive, 'restricted', f.restricted, 'type', f.type, 'spans', f.spans, 'held', f.held))
  from ${foundIn(alias)} f where ${where})`

/** What of it, as `f`, counts for a reader: flags of a restricted category for officers alone. */
export const countsFor = (officer: boolean): SQL => (officer ? sql`true` : sql`(f.held or not f.restricted)`)
