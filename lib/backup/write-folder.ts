import 'server-only'
import { createHash } from 'node:crypto'
import { mkdir, open, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type postgres from 'postgres'
import { BLOB_REFERENCES } from '@/lib/blobs/references'
import { blobPath } from '@/lib/blobs/store'
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

export type LogState = { size: number; note: string | null }
export type Watch = { onProgress?: (step: string) => void; signal?: AbortSignal }

/** Writes everything but the keys, as the transaction sees it. */
export async function writeFolder(
  tx: postgres.TransactionSql,
  folder: string,
  log: LogState,
  { onProgress = () => undefined, signal }: Watch,
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
  const digests = tx
    .unsafe<{ digest: string }[]>(`select encode(digest, 'hex') as digest from (${BLOB_REFERENCES}) as blobs`)
    .cursor(1_000)
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

async function writeDurably(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600, flush: true })
}
