import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type postgres from 'postgres'
import { fileLiteral, openDuck } from '@/lib/datasets/duck'

/**
 * Every place in which a text still stands: rows of any table (jobs included; bytes as hexadecimal and as text), files of a
 * folder (as they are, unzipped, and every cell of Parquet). Answers the names of the places.
 */
export async function tracesOf(
  needles: readonly string[],
  where: { sql: postgres.Sql; folder: string },
): Promise<string[]> {
  return [...(await inDatabase(needles, where.sql)), ...(await inFolder(needles, where.folder))]
}

export async function inDatabase(needles: readonly string[], sql: postgres.Sql): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'graphile_worker')`
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await sql.unsafe<{ line: string }[]>(`select t::text as line from ${name} t`)
    const text = rows.map(({ line }) => line).join('\n')
    for (const needle of needles) if (holds(Buffer.from(text), needle)) found.push(`${name}: ${needle}`)
  }
  return found
}

export async function inFolder(needles: readonly string[], folder: string): Promise<string[]> {
  const found: string[] = []
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  for (const file of files) {
    const bytes = readFileSync(file)
    const views = [bytes, ...(await unpacked(file, bytes))]
    for (const needle of needles)
      if (views.some((view) => holds(view, needle))) found.push(`${file}: ${needle}`)
  }
  return found
}

async function unpacked(file: string, bytes: Buffer): Promise<Buffer[]> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [gunzipSync(bytes)]
  if (bytes.subarray(0, 4).toString() !== 'PAR1') return []
  using database = await openDuck()
  const reader = await database.duck.runAndReadAll(
    `SELECT t::VARCHAR FROM (SELECT * FROM read_parquet(${fileLiteral(file)})) t`,
  )
  const statistics = await database.duck.runAndReadAll(
    `SELECT m::VARCHAR FROM parquet_metadata(${fileLiteral(file)}) m`,
  )
  return [Buffer.from(JSON.stringify([reader.getRows(), statistics.getRows()]))]
}

/** As text, as the hexadecimal of its bytes, and as JSON would escape it. */
function holds(bytes: Buffer, needle: string): boolean {
  const forms = [needle, Buffer.from(needle).toString('hex'), JSON.stringify(needle).slice(1, -1)]
  return forms.some((form) => bytes.includes(form))
}
