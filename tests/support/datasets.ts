import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { safeguard } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { registerInput } from '@/lib/datasets/input'
import { importRevision, type ImportInput, type ImportOptions } from '@/lib/datasets/import-revision'
import { registerDataset } from '@/lib/datasets/register'
import { importHooks } from '@/lib/jobs/import-hooks'
import { openContents } from '@/lib/review/item-fields'

/** A registered dataset with nothing in it. */
export async function newDataset(slug: string): Promise<string> {
  const input = registerInput.parse({ slug, name: slug, licence: 'CC0-1.0' })
  const { id } = await transact((tx) => registerDataset(tx, system('test'), input))
  return id
}

/** One whose lead knows that its detectors find something in most rows: none of them is paused in its first import. */
export async function newDatasetOfFindings(slug: string): Promise<string> {
  const id = await newDataset(slug)
  await db().insert(safeguard).values({ datasetId: id, throttleFirstShare: 1 })
  return id
}

/** Writes files into a new folder and returns their paths, in the order given. */
export function writeFiles(files: Record<string, string | Buffer>): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-files-'))
  return Object.entries(files).map(([name, content]) => {
    writeFileSync(path.join(folder, name), content)
    return path.join(folder, name)
  })
}

/** Imports as the command line does, on this thread. */
export async function importFiles(
  datasetId: string,
  files: readonly string[],
  input: Partial<ImportInput> = {},
  options: Partial<ImportOptions> = {},
) {
  const sources = files.map((file) => ({ name: path.basename(file), file }))
  return importRevision(
    system('test'),
    { datasetId, sources, ...input },
    { threads: 0, ...(await importHooks(datasetId)), ...options },
  )
}

/** All that an import has written about a dataset, without ids and times: what an undisturbed run and a resumed one must share. */
export async function imageOf(datasetId: string) {
  const read = async (query: ReturnType<typeof sql>) => [...(await db().execute(query))]
  return {
    revisions: await read(
      sql`select number, state, rows_read, rows_good, rows_bad, rows_unscanned, rows_flagged, rows_new, rows_gone, encode(files_digest, 'hex') as files
          from revision where dataset_id = ${datasetId} order by number`,
    ),
    files: await read(
      sql`select ordinal, path, format, state, rows_read, rows_good, rows_bad from revision_file where dataset_id = ${datasetId} order by 1, 2`,
    ),
    quarantine: await read(
      sql`select ordinal, row, kind, line, reason, detail from quarantine where dataset_id = ${datasetId} order by 1, 2, 3`,
    ),
    items: await itemsOf(datasetId),
    occurrences: await read(
      sql`select r.number, o.ordinal, o.row, encode(o.digest, 'hex') as digest, o.source_id, o.url, o."offset", o.length
          from occurrence o join revision r on r.dataset_id = o.dataset_id and r.id = o.revision_id
          where o.dataset_id = ${datasetId} order by 1, 2, 3`,
    ),
    flags: await read(
      sql`select encode(digest, 'hex') as digest, category, source, detector, type, score, severity, spans
          from flag where dataset_id = ${datasetId} order by 1, 2, 3, 4, 5`,
    ),
    cases: await read(
      sql`select encode(digest, 'hex') as digest, category, status, severity, flag_count from review_case where dataset_id = ${datasetId} order by 1, 2`,
    ),
    logged: await read(
      sql`select entry ->> 't' as type, entry -> 'rows' as rows
          from log_pending, lateral (select convert_from(body, 'UTF8')::jsonb as entry) e
          where entry ->> 'dataset' = (select slug from dataset where id = ${datasetId}) order by id`,
    ),
  }
}

/** Items with their content, opened: each is sealed under a random key. */
async function itemsOf(datasetId: string) {
  const rows = await db().execute<{ digest: string; body: Buffer | null; keyId: string | null }>(sql`
    select encode(i.digest, 'hex') as digest, c.body, c.key_id as "keyId"
    from item i left join item_content c using (dataset_id, digest) where i.dataset_id = ${datasetId} order by 1`)
  const stored = rows.flatMap(({ body, keyId }) => (body ? [{ body, keyId }] : []))
  const opened = await openContents(db(), stored)
  let next = 0
  return rows.map(({ digest, body }) => ({ digest, content: body && opened[next++] }))
}
