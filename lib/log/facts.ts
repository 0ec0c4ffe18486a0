import 'server-only'
import { database } from '@/db/client'
import { type EntryType, parseEntry } from './entries'

/** A row that names a log entry there is not. */
export type FactWithoutEntry = { table: string; entryId: string }
/** A log entry that no row names: what it stood for is lost. */
export type EntryWithoutFact = { index: number; entryId: string; type: EntryType }

/**
 * Holds the facts in the database against the log, both ways. Entries are looked at from `from` on: those that were brought
 * back. Of an erasure only the first entry is named by a row.
 */
export async function compareFacts(
  from: number,
): Promise<{ factsWithoutEntry: FactWithoutEntry[]; entriesWithoutFact: EntryWithoutFact[] }> {
  const { sql } = database()
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'entry_id' and table_name not like 'log\_%'
    order by table_name`
  const factsWithoutEntry: FactWithoutEntry[] = []
  for (const { name } of tables)
    factsWithoutEntry.push(
      ...(await sql<FactWithoutEntry[]>`
        select ${name} as table, f.entry_id as "entryId" from ${sql(name)} f
        where f.entry_id is not null
          and not exists (select from log_entry e where e.entry_id = f.entry_id)
          and not exists (select from log_pending p where p.entry_id = f.entry_id)`),
    )
  const named = tables
    .map(({ name }) => `select entry_id from "${name}" where entry_id is not null`)
    .join(' union all ')
  const rows = await sql.unsafe<{ idx: string; entry_id: string; body: Buffer }[]>(
    `select e.idx, e.entry_id, e.body from log_entry e
     where e.idx >= $1 and not exists (select from (${named}) f where f.entry_id = e.entry_id)
     order by e.idx`,
    [from],
  )
  const entriesWithoutFact = rows
    .map(({ idx, entry_id, body }) => ({ index: Number(idx), entryId: entry_id, type: parseEntry(body).t }))
    .filter(({ type }) => type !== 'erasure')
  return { factsWithoutEntry, entriesWithoutFact }
}
