import 'server-only'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import postgres from 'postgres'
import type { ListedErasure } from '@/lib/erasure/list'
import { NOTHING_ERASED } from '@/lib/erasure/record'
import { conflict, invalid } from '@/lib/errors'
import { failpoint } from '@/lib/runtime/failpoint'
import { columnList, quoted, type Sql, tablesOf } from './catalog'
import { type Backup, jobSchema, JOBS_FILE, tableFile } from './format'
import type { KeyFile, StoredKey } from './key-file'

export type Load = {
  folder: string
  backup: Backup
  keyFile: KeyFile
  erasures: readonly ListedErasure[]
  onProgress: (step: string) => void
  signal?: AbortSignal
}

/**
 * Loads a checked backup in one transaction, as winnow_owner, who alone may write the log and the facts. Answers how many
 * erasures have to be done again.
 */
export const loadBackup = (adminUrl: string, input: Load): Promise<number> =>
  asOwner(adminUrl, (owner) =>
    owner.begin(async (sql) => {
      await refuseFull(sql)
      await loadTables(sql, input)
      await loadKeys(sql, input.keyFile)
      await loadJobs(sql, path.join(input.folder, JOBS_FILE))
      const again = await markReplays(sql, input.erasures)
      failpoint('restore.before-commit')
      return again
    }),
  )

/** Throws AppError `conflict` unless nothing but the migrations has written into the database. */
export const requireEmpty = (adminUrl: string): Promise<void> => asOwner(adminUrl, refuseFull)

async function asOwner<T>(adminUrl: string, work: (owner: postgres.Sql) => Promise<T>): Promise<T> {
  const owner = postgres(adminUrl, {
    max: 1,
    onnotice: () => undefined,
    connection: { role: 'winnow_owner' },
  })
  try {
    return await work(owner)
  } finally {
    await owner.end({ timeout: 5 })
  }
}

/** What the migrations themselves put in is there in every database. */
const OF_MIGRATIONS = ['category']

async function refuseFull(sql: Sql): Promise<void> {
  for (const { name } of await tablesOf(sql)) {
    if (OF_MIGRATIONS.includes(name)) continue
    const [row] = await sql.unsafe(`select 1 from ${quoted(name)} limit 1`)
    if (row) throw conflict(`The database is not empty (${name} has rows). Restore into a new one.`)
  }
}

async function loadTables(sql: Sql, { folder, backup, onProgress, signal }: Load): Promise<void> {
  const known = new Map((await tablesOf(sql)).map((table) => [table.name, table.columns]))
  for (const { name, columns } of backup.tables) {
    const missing = columns.filter((column) => !known.get(name)?.includes(column))
    if (missing.length > 0)
      throw invalid(`The backup is of a newer Winnow: this one has no ${name}.${missing.join(', ')}.`)
  }
  for (const name of OF_MIGRATIONS) await sql.unsafe(`delete from ${quoted(name)}`)
  // Parents first, in the order of this schema.
  const order = [...known.keys()]
  const tables = backup.tables.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  for (const { name, columns, rows } of tables) {
    signal?.throwIfAborted()
    onProgress(`${rows} rows of ${name}`)
    const file = path.join(folder, tableFile(name))
    for await (const lines of batchesOf(file, signal)) {
      // Identities that were given stay given.
      await sql.unsafe(
        `insert into ${quoted(name)} (${columnList(columns)}) overriding system value
         select ${columnList(columns)} from json_populate_recordset(null::${quoted(name)}, $1::text::json)`,
        [`[${lines.join(',')}]`],
      )
    }
    const [counted] = await sql.unsafe<{ n: string }[]>(`select count(*) as n from ${quoted(name)}`)
    if (Number(counted?.n) !== rows)
      throw new Error(`${name} has ${counted?.n} rows after the copy, not ${rows}`)
  }
  await sql`select setval(pg_get_serial_sequence('log_pending', 'id'), coalesce((select max(id) from log_pending), 0) + 1, false)`
}

const BATCH_ROWS = 1_000
const BATCH_LENGTH = 8 * 1024 * 1024

async function* batchesOf(file: string, signal?: AbortSignal): AsyncGenerator<string[]> {
  let batch: string[] = []
  let length = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    signal?.throwIfAborted()
    batch.push(line)
    length += line.length
    if (batch.length < BATCH_ROWS && length < BATCH_LENGTH) continue
    yield batch
    batch = []
    length = 0
  }
  if (batch.length > 0) yield batch
}

async function loadKeys(sql: Sql, { keys }: KeyFile): Promise<void> {
  const column = (name: keyof StoredKey, slice: readonly StoredKey[]) => slice.map((key) => key[name])
  for (let from = 0; from < keys.length; from += 5_000) {
    const slice = keys.slice(from, from + 5_000)
    await sql`
      insert into subject_key (id, subject, wrapped, created_at)
      select id, decode(subject, 'hex'), decode(wrapped, 'hex'), created_at::timestamptz
      from unnest(${column('key', slice)}::uuid[], ${column('subject', slice)}::text[], ${column('wrapped', slice)}::text[],
        ${column('createdAt', slice)}::text[]) as t (id, subject, wrapped, created_at)`
  }
}

async function loadJobs(sql: Sql, file: string): Promise<void> {
  for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
    const { task, payload, queue, runAt, maxAttempts, key, priority } = jobSchema.parse(JSON.parse(line))
    await sql`
      select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, queue_name => ${queue}, run_at => ${runAt}::text::timestamptz,
        max_attempts => ${maxAttempts}, job_key => ${key}, priority => ${priority})`
  }
}

/** What the backup does not know to be erased, or had not finished. Datasets and requests that are younger are not in it. */
async function markReplays(sql: Sql, erasures: readonly ListedErasure[]): Promise<number> {
  let again = 0
  for (const { id, datasetId, digest, requestId, basis, actor, restricted, entryId, at } of erasures) {
    const marked = await sql`
      insert into erasure (id, dataset_id, digest, request_id, basis, actor, restricted, state, counts, entry_id, created_at)
      select ${id}, ${datasetId}, decode(${digest}, 'hex'), ${requestId}, ${basis}, ${actor}, ${restricted ? 1 : 0}, 'replay',
        ${sql.json(NOTHING_ERASED)}, ${entryId}, ${at}::text::timestamptz
      where exists (select from dataset where id = ${datasetId})
        and (${requestId}::uuid is null or exists (select from takedown_request where id = ${requestId}))
      on conflict (id) do update set state = 'replay' where erasure.state <> 'done'`
    again += marked.count
  }
  return again
}
