import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { env } from '@/lib/runtime/env'

/**
 * An erasure as it is kept outside of the database: all that is needed to do it again to an older backup, and nothing of what
 * was erased but the digest that keeps it out.
 */
const listed = z.strictObject({
  id: z.uuid(),
  datasetId: z.uuid(),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  requestId: z.uuid().nullable(),
  basis: z.string(),
  actor: z.string(),
  restricted: z.boolean(),
  entryId: z.uuid().nullable(),
  at: z.string(),
})

export type ListedErasure = z.infer<typeof listed>

export const erasureFolder = (): string => path.join(env().dataDir, 'erasures')

/** Writes an erasure down beside the database, durably; again it writes the same. */
export async function list(folder: string, entry: ListedErasure): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = path.join(folder, `${entry.id}.json`)
  const draft = `${name}.${process.pid}.${randomBytes(4).toString('hex')}`
  {
    await using file = await open(draft, 'wx', 0o600)
    await file.writeFile(`${JSON.stringify(listed.parse(entry))}\n`)
    await file.sync()
  }
  await rename(draft, name)
  await using handle = await open(folder, 'r')
  await handle.sync()
}

/** Everything in the list. Throws when a file of it cannot be read: an erasure must not be forgotten in silence. */
export async function listedErasures(folder: string): Promise<ListedErasure[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map(async (name) => parseListed(await readFile(path.join(folder, name), 'utf8'))),
  )
}

export const parseListed = (line: string): ListedErasure => listed.parse(JSON.parse(line))
