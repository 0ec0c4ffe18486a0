import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { WORLD } from '@/lib/release-format/profile'

/** Decisions or rules, by their alias, that hold in a profile: in the world's every one does, as its readers may be anywhere. */
export function holdsIn(profile: string, alias: 'd' | 'r' = 'd'): SQL {
  const territories = sql.raw(`${alias}.territories`)
  return sql`(${profile} = ${WORLD} or ${territories} is null or ${profile} = any(${territories}))`
}
