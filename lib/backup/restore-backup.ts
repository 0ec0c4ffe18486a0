import 'server-only'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import postgres from 'postgres'
import { migrate } from '@/db/migrate'
import { closeDatabase } from '@/db/client'
import { blobPath } from '@/lib/blobs/store'
import { erasureFolder, list, type ListedErasure, listedErasures } from '@/lib/erasure/list'
import { NOTHING_ERASED } from '@/lib/erasure/record'
import { finishReplays } from '@/lib/erasure/replay'
import { conflict, invalid } from '@/lib/errors'
import { mirror, mirrorFolder } from '@/lib/log/mirror'
import { env } from '@/lib/runtime/env'
import { failpoint } from '@/lib/runtime/failpoint'
import { openServer, takeAddresses } from '@/lib/runtime/open-database'
import { prepareEnvironment } from '@/lib/runtime/prepare'
import { fromRoot } from '@/lib/runtime/root'
import { parseCheckpoint } from '@/lib/tlog/checkpoint'
import { linkOrCopy } from './blobs'
import { columnList, quoted, type Sql, tablesOf } from './catalog'
import { checkBackup } from './check-backup'
import { type Backup, blobFile, jobSchema, JOBS_FILE, tableFile } from './format'
import { type KeyFile, keyCheck, readKeyFile, type StoredKey } from './key-file'

export type RestoreOptions = {
  from: string
  keys: string
  onProgress?: (step: string) => void
  signal?: AbortSignal
}

export type RestoreView = {
  madeAt: string
  rows: number
  blobs: number
  keys: number
  /** Erasures that are younger than the backup and were done again. */
  erasures: number
  logSize: number
}

/**
 * Puts a backup into an empty database and data folder. Everything is read and checked before the first write; the database
 * then gets all of it in one transaction, with every erasure since marked to be done again: killed anywhere, there is either
 * nothing or the whole. The erasures are done here, or else by whoever opens the database next, before anything is served.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreView> {
  const { from, onProgress = () => undefined, signal } = options
  const { backup, blobs } = await checkBackup(from, onProgress, signal)
  const keys = await readKeyFile(options.keys)
  if (keys.head.origin !== backup.origin)
    throw invalid(`The key file is of the log ${keys.head.origin}, the backup of ${backup.origin}.`)
  await putSecrets(keys)
  await prepareEnvironment()
  refuseOtherInstance(backup, keys)

  const server = await openServer()
  try {
    const urls = await migrate(server.adminUrl, server)
    const erasures = await everyErasure(keys)
    await putBlobs(from, blobs, onProgress, signal)
    const replayed = await load(server.adminUrl, { backup, keyFile: keys, erasures, ...options })
    failpoint('restore.after-commit')
    for (const erasure of erasures) await list(erasureFolder(), erasure)
    await putCheckpoint(backup.log.note)
    await putCheckpoint(keys.head.checkpoint)
    takeAddresses(urls)
    await finishReplays(onProgress)
    const rows = backup.tables.reduce((sum, table) => sum + table.rows, 0)
    const { madeAt, log } = backup
    return {
      madeAt,
      rows,
      blobs: blobs.length,
      keys: keys.keys.length,
      erasures: replayed,
      logSize: log.size,
    }
  } finally {
    await closeDatabase()
    await server.close()
  }
}

/** Before the environment is prepared: a demonstration would generate others. What is there already has to be the same. */
async function putSecrets({ secrets }: KeyFile): Promise<void> {
  const folder = path.join(fromRoot(process.env.WINNOW_DATA?.trim() || '.winnow'), 'keys')
  const missing: { file: string; bytes: Buffer }[] = []
  for (const { file, base64 } of secrets) {
    const bytes = Buffer.from(base64, 'base64')
    const there = await readFile(path.join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (there && !there.equals(bytes))
      throw conflict(
        `${path.join(folder, file)} is another one than the backup's: this is the data folder of another instance.`,
      )
    if (!there) missing.push({ file, bytes })
  }
  if (missing.length > 0) await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const { file, bytes } of missing)
    await writeFile(path.join(folder, file), bytes, { mode: 0o600, flag: 'wx', flush: true })
}

function refuseOtherInstance(backup: Backup, { head }: KeyFile): void {
  const { key, logOrigin } = env()
  if (keyCheck(key ?? '') !== head.keyCheck)
    throw invalid('WINNOW_KEY is not the one that the keys of this backup are wrapped with.')
  if (logOrigin !== backup.origin)
    throw invalid(`The backup is of the log ${backup.origin}. Set WINNOW_LOG_ORIGIN=${backup.origin}.`)
}

/** In the key file, and beside a database that was lost. */
async function everyErasure({ erasures }: KeyFile): Promise<ListedErasure[]> {
  const all = new Map(erasures.map((erasure) => [erasure.id, erasure]))
  for (const erasure of await listedErasures(erasureFolder())) all.set(erasure.id, erasure)
  return [...all.values()].sort((a, b) => (a.at < b.at ? -1 : 1))
}

async function putBlobs(
  from: string,
  blobs: readonly string[],
  onProgress: (step: string) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (const [i, digest] of blobs.entries()) {
    signal?.throwIfAborted()
    await linkOrCopy(path.join(from, blobFile(digest)), blobPath(Buffer.from(digest, 'hex')))
    if (i % 1_000 === 999) onProgress(`${i + 1} of ${blobs.length} files`)
  }
}

type Load = RestoreOptions & { backup: Backup; keyFile: KeyFile; erasures: readonly ListedErasure[] }

/** As winnow_owner, who alone may write the log and the facts. Answers how many erasures have to be done again. */
async function load(adminUrl: string, input: Load): Promise<number> {
  const owner = postgres(adminUrl, {
    max: 1,
    onnotice: () => undefined,
    connection: { role: 'winnow_owner' },
  })
  try {
    return await owner.begin(async (sql) => {
      await refuseFull(sql)
      await loadTables(sql, input)
      await loadKeys(sql, input.keyFile)
      await loadJobs(sql, path.join(input.from, JOBS_FILE))
      const again = await markReplays(sql, input.erasures)
      failpoint('restore.before-commit')
      return again
    })
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

async function loadTables(
  sql: Sql,
  { from, backup, onProgress = () => undefined, signal }: Load,
): Promise<void> {
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
    const file = path.join(from, tableFile(name))
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

/** So that a database older than what was shown is found out, also in a data folder that is new. */
async function putCheckpoint(note: string | null): Promise<void> {
  if (note === null) return
  const { size } = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))
  await mirror(mirrorFolder(), { size, note })
}
