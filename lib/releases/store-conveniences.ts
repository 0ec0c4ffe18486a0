import 'server-only'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { and, eq } from 'drizzle-orm'
import { db, transact, type Db, type Tx } from '@/db/client'
import { release, releaseFile } from '@/db/schema'
import { adoptFile, blobPath, draftPath, storeBlob } from '@/lib/blobs/store'
import { openDuck } from '@/lib/datasets/duck'
import { sweepBlobs } from '@/lib/erasure/sweep'
import {
  CONVENIENCES_PATH,
  conveniencesBytes,
  COPIED_LISTS,
  parquetPath,
  type Convenience,
} from '@/lib/release-format/conveniences'
import { writeParquetList } from './parquet-lists'
import { filesRemoved } from './tombstone'

/**
 * Makes the Parquet copies of a published release's lists and the list of them: the body of a job, apart from publishing so that
 * nothing about a copy can keep a release back. Done before, it does nothing; killed half-way, it starts again.
 */
export async function storeConveniences(datasetId: string, releaseId: string): Promise<void> {
  const files = new Map(await filesOf(datasetId, releaseId))
  const here = and(eq(release.datasetId, datasetId), eq(release.id, releaseId))
  const [found] = await db()
    .select({ digest: release.digest, removed: filesRemoved })
    .from(release)
    .where(and(here, eq(release.state, 'published')))
  if (!found?.digest) throw new Error('copies are made of published releases only')
  if (files.has(CONVENIENCES_PATH) || found.removed) return
  const copies: Convenience[] = []
  for (const list of COPIED_LISTS) {
    const source = files.get(list.path)
    if (source) copies.push(await copyOf(list, source))
  }
  const index = await storeBlob(
    Readable.from([Buffer.from(conveniencesBytes(found.digest.toString('hex'), copies))]),
  )
  const rows = [
    ...copies.map(({ path, sha256, bytes }) => ({ path, sha256: Buffer.from(sha256, 'hex'), bytes })),
    { path: CONVENIENCES_PATH, sha256: index.digest, bytes: index.bytes },
  ].map((row) => ({ ...row, datasetId, releaseId }))
  const kept = await transact(async (tx) => {
    // A notice that removes the files refers to this row, so it waits for this lock, or this for it.
    await tx.select({ id: release.id }).from(release).where(here).for('update')
    const [now] = await tx.select({ removed: filesRemoved }).from(release).where(here)
    if (now?.removed) return false
    // Two workers may have made them at once: all of one's, or all of the other's.
    const made = (await filesOf(datasetId, releaseId, tx)).some(([path]) => path === CONVENIENCES_PATH)
    if (!made) await tx.insert(releaseFile).values(rows)
    return true
  })
  if (!kept) await sweepBlobs(rows.map(({ sha256 }) => sha256.toString('hex')))
}

async function copyOf(list: (typeof COPIED_LISTS)[number], source: Buffer): Promise<Convenience> {
  using database = await openDuck({ ordered: true })
  const draft = await draftPath()
  try {
    const rows = await writeParquetList(database.duck, list, blobPath(source), draft)
    const { digest, bytes } = await adoptFile(draft)
    const from = { path: list.path, sha256: source.toString('hex') }
    return { path: parquetPath(list.path), sha256: digest.toString('hex'), bytes, rows, from }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function filesOf(datasetId: string, releaseId: string, on: Db | Tx = db()) {
  const rows = await on
    .select({ path: releaseFile.path, sha256: releaseFile.sha256 })
    .from(releaseFile)
    .where(and(eq(releaseFile.datasetId, datasetId), eq(releaseFile.releaseId, releaseId)))
  return rows.map(({ path, sha256 }) => [path, sha256] as const)
}
