import 'server-only'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { migrate } from '@/db/migrate'
import { closeDatabase } from '@/db/client'
import { blobPath } from '@/lib/blobs/store'
import { erasureFolder, list, type ListedErasure, listedErasures } from '@/lib/erasure/list'
import { finishReplays } from '@/lib/erasure/replay'
import { conflict, invalid } from '@/lib/errors'
import { checkHead } from '@/lib/log/check-head'
import { LogHeadError } from '@/lib/log/head-error'
import { mirror, mirrorFolder } from '@/lib/log/mirror'
import { env } from '@/lib/runtime/env'
import { failpoint } from '@/lib/runtime/failpoint'
import { openServer, takeAddresses } from '@/lib/runtime/open-database'
import { prepareEnvironment } from '@/lib/runtime/prepare'
import { fromRoot } from '@/lib/runtime/root'
import { parseCheckpoint } from '@/lib/tlog/checkpoint'
import { linkOrCopy } from './blobs'
import { checkBackup } from './check-backup'
import { type Backup, blobFile } from './format'
import { type KeyFile, keyCheck, readKeyFile } from './key-file'
import { loadBackup, requireEmpty } from './load-backup'

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
  /** The log has shown more than the backup has. */
  isBehind: boolean
}

/**
 * Puts a backup into an empty database and data folder. Everything is read and checked before the first write; the database
 * then gets all of it in one transaction, with every erasure since marked to be done again: killed anywhere, there is either
 * nothing or the whole. The erasures are done here, or else by whoever opens the database next, before anything is served.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreView> {
  const { from, onProgress = () => undefined, signal } = options
  // The data folder is needed before the rest of the environment.
  if (existsSync(fromRoot('.env'))) process.loadEnvFile(fromRoot('.env'))
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
    await requireEmpty(server.adminUrl)
    const erasures = await everyErasure(keys)
    await putBlobs(from, blobs, onProgress, signal)
    // Before the rows: a database that is there without them would not know that it is behind its log.
    for (const erasure of erasures) await list(erasureFolder(), erasure)
    await putCheckpoint(backup.log.note)
    await putCheckpoint(keys.head.checkpoint)
    const replayed = await loadBackup(server.adminUrl, {
      folder: from,
      backup,
      keyFile: keys,
      erasures,
      onProgress,
      signal,
    })
    failpoint('restore.after-commit')
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
      isBehind: await isBehind(),
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

/** So that a database older than what was shown is found out, also in a data folder that is new. */
async function putCheckpoint(note: string | null): Promise<void> {
  if (note === null) return
  const { size } = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))
  await mirror(mirrorFolder(), { size, note })
}

async function isBehind(): Promise<boolean> {
  try {
    await checkHead()
    return false
  } catch (error) {
    if (error instanceof LogHeadError && error.code === 'behind') return true
    throw error
  }
}
