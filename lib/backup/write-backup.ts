import 'server-only'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type postgres from 'postgres'
import { connect } from '@/db/client'
import { erasureFolder, listedErasures, type ListedErasure } from '@/lib/erasure/list'
import { BLOBS_LOCK } from '@/lib/erasure/sweep'
import { conflict } from '@/lib/errors'
import { env } from '@/lib/runtime/env'
import { failpoint } from '@/lib/runtime/failpoint'
import { generatedSecrets, keyCheck, type StoredKey, writeKeyFile } from './key-file'
import { type LogState, type Watch, writeFolder } from './write-folder'

export type BackupOptions = Watch & {
  /** Folder to be made; null to write the keys alone. */
  out: string | null
  /** The file for the keys. */
  keys: string
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

async function headOf(tx: postgres.TransactionSql): Promise<LogState> {
  const [row] = await tx<{ size: string; note: string }[]>`
    select size, note from log_checkpoint order by size desc limit 1`
  return { size: Number(row?.size ?? 0), note: row?.note ?? null }
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
