import 'server-only'
import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type postgres from 'postgres'
import { connect } from '@/db/client'
import { blobPath } from '@/lib/blobs/store'
import { erasureFolder, listedErasures, type ListedErasure } from '@/lib/erasure/list'
import { BLOBS_LOCK } from '@/lib/erasure/sweep'
import { conflict } from '@/lib/errors'
import { env } from '@/lib/runtime/env'
import { failpoint } from '@/lib/runtime/failpoint'
import { linkOrCopy } from './blobs'
import { columnList, quoted, tablesOf } from './catalog'
import {
  APART,
  BACKUP_FILE,
  type Backup,
  type BackedJob,
  blobFile,
  JOBS_FILE,
  LEFT_OUT,
  tableFile,
} from './format'
import { generatedSecrets, keyCheck, type StoredKey, writeKeyFile } from './key-file'

export type BackupOptions = {
  /** Folder to be made; null to write the keys alone. */
  out: string | null
  /** The file for the keys. */
  keys: string
  onProgress?: (step: string) => void
  signal?: AbortSignal
}

export type BackupView = {
  out: string | null
  keyFile: string
  keys: number
  tables: number
  rows: number
  blobs: number
  bytes: number
  logSize: number
}

/**
 * Writes a backup: every table as it was at one instant, while the product goes on working, with the blobs they name; and in
 * a file apart the keys of that instant. The folder appears under its name when all of it is on the disk.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupView> {
  const { out, keys } = options
  if (out !== null) await refuseUsed(out)
  const draft = out === null ? null : `${out}.${process.pid}.draft`
  const database = connect(env().databaseUrl ?? '', { max: 1 })
  try {
    return await database.sql.begin('isolation level repeatable read read only', async (tx) => {
      // Blobs that this snapshot names stay until the end; an erasure waits with its sweep.
      await tx.unsafe(`select pg_advisory_xact_lock_shared(${BLOBS_LOCK})`)
      const head = await headOf(tx)
      const backup = draft === null ? null : await writeFolder(tx, draft, head, options)
      failpoint('backup.after-folder')
      const written = await writeKeys(tx, keys, head)
      if (draft !== null && out !== null) await rename(draft, out)
      const rows = backup?.tables.reduce((sum, table) => sum + table.rows, 0) ?? 0
      return {
        out,
        keyFile: keys,
        keys: written,
        tables: backup?.tables.length ?? 0,
        rows,
        blobs: backup?.blobs.count ?? 0,
        bytes: backup?.blobs.bytes ?? 0,
        logSize: head.size,
      }
    })
  } catch (error) {
    if (draft !== null) await rm(draft, { recursive: true, force: true })
    throw error
  } finally {
    await database.close()
  }
}

async function refuseUsed(out: string): Promise<void> {
  const names = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw conflict(`${out} is not a folder that can be written.`)
  })
  if (names === null) return
  if (names.length > 0) throw conflict(`${out} is not empty. A backup gets a folder of its own.`)
  await rm(out, { recursive: true })
}

type LogState = { size: number; note: string | null }

async function headOf(tx: postgres.TransactionSql): Promise<LogState> {
  const [row] = await tx<{ size: string; note: string }[]>`
    select size, note from log_checkpoint order by size desc limit 1`
  return { size: Number(row?.size ?? 0), note: row?.note ?? null }
}

async function writeFolder(
  tx: postgres.TransactionSql,
  folder: string,
  log: LogState,
  { onProgress = () => undefined, signal }: BackupOptions,
): Promise<Backup> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(path.join(folder, 'tables'), { recursive: true, mode: 0o700 })
  const tables: Backup['tables'] = []
  for (const table of await tablesOf(tx)) {
    if (APART.includes(table.name) || LEFT_OUT.includes(table.name)) continue
    signal?.throwIfAborted()
    onProgress(`Copying ${table.name}`)
    tables.push({ ...table, ...(await copyTable(tx, table, path.join(folder, tableFile(table.name)))) })
  }
  failpoint('backup.after-tables')
  const backup: Backup = {
    format: 'winnow-backup/1',
    madeAt: new Date().toISOString(),
    origin: env().logOrigin ?? '',
    log,
    tables,
    jobs: await writeJobs(tx, path.join(folder, JOBS_FILE)),
    blobs: await copyBlobs(tx, folder, onProgress, signal),
  }
  await writeDurably(path.join(folder, BACKUP_FILE), `${JSON.stringify(backup, null, 1)}\n`)
  return backup
}

/**
 * By a cursor, and not by COPY: at the end of a short COPY postgres.js 3.4 leaves its socket paused, and the next statement
 * never gets its answer.
 */
async function copyTable(
  tx: postgres.TransactionSql,
  { name, columns }: { name: string; columns: readonly string[] },
  file: string,
): Promise<{ rows: number; bytes: number; sha256: string }> {
  const batches = tx
    .unsafe<{ line: string }[]>(
      `select to_json(t)::text as line from (select ${columnList(columns)} from ${quoted(name)}) t`,
    )
    .cursor(ROWS_PER_FETCH)
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  await using out = await open(file, 'wx', 0o600)
  for await (const batch of batches) {
    const piece = Buffer.from(batch.map(({ line }) => `${line}\n`).join(''))
    hash.update(piece)
    bytes += piece.length
    rows += batch.length
    await out.write(piece)
  }
  await out.sync()
  return { rows, bytes, sha256: hash.digest('hex') }
}

/** Contents of items are rows too, and may be megabytes each. */
const ROWS_PER_FETCH = 200

async function writeJobs(
  tx: postgres.TransactionSql,
  file: string,
): Promise<{ rows: number; sha256: string }> {
  const jobs = await tx<BackedJob[]>`
    select t.identifier as task, j.payload, q.queue_name as queue, j.run_at::text as "runAt",
      j.max_attempts as "maxAttempts", j.key, j.priority
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where j.attempts < j.max_attempts or j.locked_at is not null
    order by j.id`
  const text = jobs.map((job) => `${JSON.stringify(job)}\n`).join('')
  await writeDurably(file, text)
  return { rows: jobs.length, sha256: createHash('sha256').update(text).digest('hex') }
}

async function copyBlobs(
  tx: postgres.TransactionSql,
  folder: string,
  onProgress: (step: string) => void,
  signal: AbortSignal | undefined,
): Promise<{ count: number; bytes: number }> {
  const digests = tx<{ digest: string }[]>`
    select encode(digest, 'hex') as digest from (
      select coalesce(stored_sha256, sha256) as digest from revision_file
      union select segment from import_chunk
      union select sha256 from release_file) as blobs`.cursor(1_000)
  let count = 0
  let bytes = 0
  for await (const batch of digests) {
    signal?.throwIfAborted()
    for (const { digest } of batch) {
      const from = blobPath(Buffer.from(digest, 'hex'))
      bytes += (await stat(from)).size
      await linkOrCopy(from, path.join(folder, blobFile(digest)))
      count++
    }
    onProgress(`${count} files`)
  }
  return { count, bytes }
}

async function writeKeys(tx: postgres.TransactionSql, file: string, log: LogState): Promise<number> {
  const { key, logOrigin, dataDir } = env()
  await mkdir(path.dirname(path.resolve(file)), { recursive: true })
  return writeKeyFile(file, {
    head: {
      format: 'winnow-keys/1',
      madeAt: new Date().toISOString(),
      origin: logOrigin ?? '',
      keyCheck: keyCheck(key ?? ''),
      checkpoint: log.note,
    },
    keys: storedKeys(tx),
    erasures: await allErasures(tx),
    secrets: await generatedSecrets(dataDir),
  })
}

async function* storedKeys(tx: postgres.TransactionSql): AsyncGenerator<StoredKey[]> {
  yield* tx<StoredKey[]>`
    select id as key, encode(subject, 'hex') as subject, encode(wrapped, 'hex') as wrapped, created_at::text as "createdAt"
    from subject_key order by id`.cursor(5_000)
}

/** Of the snapshot, and of the list beside the database: after a restore it may know more. */
async function allErasures(tx: postgres.TransactionSql): Promise<ListedErasure[]> {
  const rows = await tx<ListedErasure[]>`
    select id, dataset_id as "datasetId", encode(digest, 'hex') as digest, request_id as "requestId", basis, actor,
      restricted = 1 as restricted, entry_id as "entryId", to_json(created_at) #>> '{}' as at
    from erasure order by created_at, id`
  const known = new Map(rows.map((row) => [row.id, { ...row }]))
  for (const erasure of await listedErasures(erasureFolder())) known.set(erasure.id, erasure)
  return [...known.values()]
}

async function writeDurably(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600, flush: true })
}
