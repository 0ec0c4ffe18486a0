import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { database, db } from '@/db/client'
import { release } from '@/db/schema'
import { logIdentity } from '@/lib/log/identity'
import type { LogPosition } from '@/lib/release-format/release-json'
import type { Frozen } from './frozen'

/**
 * The state of the log that a release names, fixed at the first call: made again after a crash, or by two processes at once, it is
 * the same bytes. It is the newest state, not the smallest that holds every decision, which would tell when the last of them was
 * made, and of an entry that names no dataset that it belongs to this one.
 */
export async function logPosition({ datasetId, releaseId }: Frozen): Promise<LogPosition> {
  const here = and(eq(release.datasetId, datasetId), eq(release.id, releaseId))
  const newest = await newestState()
  await db()
    .update(release)
    .set({ logPosition: newest })
    .where(and(here, isNull(release.logPosition)))
  const [fixed] = await db().select({ logPosition: release.logPosition }).from(release).where(here)
  if (!fixed?.logPosition) throw new Error('a release without its state of the log')
  return fixed.logPosition
}

async function newestState(): Promise<LogPosition> {
  const { sql } = database()
  const [head] = await sql<{ size: string; root: Buffer }[]>`select size, root from log_head`
  const { origin } = logIdentity()
  return { origin, size: Number(head?.size ?? 0), root: head ? head.root.toString('hex') : EMPTY_ROOT }
}

/** RFC 6962 §2.1: the hash of no entries. */
const EMPTY_ROOT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
