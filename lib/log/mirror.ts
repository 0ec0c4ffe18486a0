import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { env } from '@/lib/runtime/env'

/** A checkpoint that was shown to the world, kept where restoring the database does not reach it. */
export type Mirrored = { size: number; note: string; file: string }

export const mirrorFolder = (): string => path.join(env().dataDir, 'checkpoints')

/** Enough to see when a database was restored, few enough to look through. */
const KEPT = 32
const NAME = /^(\d{16})\.note$/

/**
 * Stores a checkpoint durably under the name of its size. Names are never written twice with different content, so two
 * sequencers need no lock here and none can put an older checkpoint over a newer one. A crash before this leaves the
 * mirror behind the database, which is harmless; the other way round cannot happen.
 */
export async function mirror(folder: string, { size, note }: { size: number; note: string }): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${String(size).padStart(16, '0')}.note`
  const draft = path.join(folder, `${name}.${process.pid}.${randomBytes(4).toString('hex')}`)
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(note)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, path.join(folder, name))
  await syncFolder(folder)
  await prune(folder)
}

/** The mirrored checkpoint of the largest size, or undefined before the first. */
export async function latestMirrored(folder: string): Promise<Mirrored | undefined> {
  const name = (await names(folder)).at(-1)
  if (!name) return undefined
  const file = path.join(folder, name)
  return { size: Number(name.slice(0, 16)), note: await readFile(file, 'utf8'), file }
}

async function names(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => NAME.test(name)).sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** The rename is durable once the folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function prune(folder: string): Promise<void> {
  const old = (await names(folder)).slice(0, -KEPT)
  await Promise.all(old.map((name) => rm(path.join(folder, name), { force: true })))
}
