import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { invalid } from '@/lib/errors'
import { BACKUP_FILE, type Backup, backupSchema, JOBS_FILE, tableFile } from './format'

/** Reads a backup and every byte of it. Throws AppError `invalid` that names what is missing or is not what it was. */
export async function checkBackup(
  folder: string,
  onProgress: (step: string) => void = () => undefined,
  signal?: AbortSignal,
): Promise<{ backup: Backup; blobs: string[] }> {
  const backup = await readBackup(folder)
  const files = [
    ...backup.tables.map(({ name, sha256 }) => ({ file: tableFile(name), sha256 })),
    { file: JOBS_FILE, sha256: backup.jobs.sha256 },
  ]
  for (const { file, sha256 } of files) {
    signal?.throwIfAborted()
    if ((await hashOf(path.join(folder, file))).sha256 !== sha256) throw damaged(file)
  }
  const blobs: string[] = []
  let bytes = 0
  for (const first of await namesIn(path.join(folder, 'blobs'))) {
    for (const rest of await namesIn(path.join(folder, 'blobs', first))) {
      signal?.throwIfAborted()
      const file = `blobs/${first}/${rest}`
      const found = await hashOf(path.join(folder, file))
      if (found.sha256 !== first + rest) throw damaged(file)
      blobs.push(found.sha256)
      bytes += found.bytes
    }
    onProgress(`Checked ${blobs.length} of ${backup.blobs.count} files`)
  }
  if (blobs.length !== backup.blobs.count || bytes !== backup.blobs.bytes)
    throw invalid(
      `The backup has ${blobs.length} blobs with ${bytes} bytes; ${backup.blobs.count} with ${backup.blobs.bytes} belong in it.`,
    )
  return { backup, blobs }
}

async function readBackup(folder: string): Promise<Backup> {
  const text = await readFile(path.join(folder, BACKUP_FILE), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      throw invalid(`${folder} is not a backup: ${BACKUP_FILE} cannot be read (${error.code}).`)
    },
  )
  try {
    return backupSchema.parse(JSON.parse(text))
  } catch {
    throw damaged(BACKUP_FILE)
  }
}

const damaged = (file: string) => invalid(`The backup is damaged: ${file} is not what was written.`)

async function hashOf(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const piece of createReadStream(file, {
      highWaterMark: 1024 * 1024,
    }) as AsyncIterable<Buffer>) {
      hash.update(piece)
      bytes += piece.length
    }
  } catch (error) {
    throw invalid(
      `The backup is damaged: ${file} cannot be read (${error instanceof Error ? error.message : 'unknown'}).`,
    )
  }
  return { sha256: hash.digest('hex'), bytes }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}
