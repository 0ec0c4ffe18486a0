import 'server-only'
import type postgres from 'postgres'

export type Sql = postgres.Sql | postgres.TransactionSql

/** The product's tables with their columns, each after the tables it refers to. */
export async function tablesOf(sql: Sql): Promise<{ name: string; columns: string[] }[]> {
  const tables = await sql<{ name: string; columns: string[] }[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    group by c.relname order by c.relname collate "C"`
  const references = await sql<{ child: string; parent: string }[]>`
    select distinct c.relname as child, p.relname as parent
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`
  const byName = new Map(tables.map((table) => [table.name, table]))
  const sorted: { name: string; columns: string[] }[] = []
  const placed = new Set<string>()
  const place = (name: string, trail: readonly string[]) => {
    if (placed.has(name)) return
    if (trail.includes(name))
      throw new Error(`tables refer to each other in a circle: ${[...trail, name].join(', ')}`)
    for (const { child, parent } of references) if (child === name) place(parent, [...trail, name])
    const table = byName.get(name)
    if (table) sorted.push({ name: table.name, columns: table.columns })
    placed.add(name)
  }
  for (const { name } of tables) place(name, [])
  return sorted
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
export const columnList = (columns: readonly string[]) => columns.map(quoted).join(', ')
