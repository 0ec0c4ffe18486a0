import 'server-only'
import { rm, stat } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { BLOB_REFERENCES } from '@/lib/blobs/references'
import { blobPath, hasBlob, listBlobs } from '@/lib/blobs/store'
import { byteaArray } from '@/lib/datasets/arrays'
import { unavailable } from '@/lib/errors'
import { say } from '@/lib/i18n/say'

const DAY_MS = 24 * 60 * 60 * 1000

/** Held shared by a backup while it copies blobs, so that none of them goes under its hands. */
export const BLOBS_LOCK = `hashtextextended('winnow.blobs', 0)`

/**
 * Removes blobs that were replaced (`doomed`, SHA-256 in hex), and any other that nothing has referred to for a day: what a
 * killed import or publish has left may hold the same rows. Answers those that are still the file of somebody else.
 *
 * @throws AppError `unavailable` while a backup is being written
 */
export async function sweepBlobs(doomed: readonly string[], now = Date.now()): Promise<{ shared: string[] }> {
  return alone(async () => {
    const shared = await removeNamed(doomed)
    for await (const batch of listBlobs()) await removeUnreferred(batch, now)
    return { shared: [...shared] }
  })
}

/** Removes these alone, where nothing refers to them: what a request had brought must not wait for the next sweep. Throws likewise. */
export const removeBlobs = (doomed: readonly string[]): Promise<void> =>
  alone(async () => {
    await removeNamed(doomed)
  })

/** While no backup copies blobs. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  transact(async (tx) => {
    const [turn] = await tx.execute<{ got: boolean }>(
      sql`select pg_try_advisory_xact_lock(${sql.raw(BLOBS_LOCK)}) as got`,
    )
    if (!turn?.got) throw unavailable(say('erasures.errors.backup'))
    return work()
  })

/** Answers those that somebody else's row still names. */
async function removeNamed(doomed: readonly string[]): Promise<Set<string>> {
  const named = doomed.map((hex) => Buffer.from(hex, 'hex'))
  const shared = await stillReferred(named)
  for (const digest of named)
    if (!shared.has(digest.toString('hex'))) await rm(blobPath(digest), { force: true })
  return shared
}

async function removeUnreferred(digests: readonly Buffer[], now: number): Promise<void> {
  const referred = await stillReferred(digests)
  for (const digest of digests) {
    if (referred.has(digest.toString('hex')) || !(await hasBlob(digest))) continue
    const { mtimeMs } = await stat(blobPath(digest))
    if (now - mtimeMs > DAY_MS) await rm(blobPath(digest), { force: true })
  }
}

/** Which of these something in the database reads: what a row names, and the files of an import that waits. */
async function stillReferred(digests: readonly Buffer[]): Promise<Set<string>> {
  if (digests.length === 0) return new Set()
  const rows = await db().execute<{ digest: string }>(sql`
    with asked as (select digest from unnest(${byteaArray(digests)}) as t (digest))
    select encode(digest, 'hex') as digest from asked a where
      a.digest in (${sql.raw(BLOB_REFERENCES)})
      or exists (select from import_run where state in ('queued', 'running')
                 and position(convert_to(encode(a.digest, 'hex'), 'UTF8') in request) > 0)`)
  return new Set(rows.map(({ digest }) => digest))
}
