import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { release, releaseFile, releaseHead } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { conflict } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { appendEntry } from '@/lib/log/append'
import type { Built } from './build'
import type { Frozen } from './frozen'

export type CommitInput = {
  frozen: Frozen
  built: Built
  /** SHA-256 of the effective set, and a size of the log that held all of its decisions. */
  effectiveSet: string
  logSize: number
}

/** Makes a built release the published one: its files, its counts and its log entry, together. Done before, it does nothing. */
export async function commitRelease(
  tx: Tx,
  actor: Actor,
  { frozen, built, effectiveSet, logSize }: CommitInput,
): Promise<void> {
  const { datasetId, releaseId } = frozen
  const here = and(eq(release.datasetId, datasetId), eq(release.id, releaseId))
  const [found] = await tx.select({ state: release.state }).from(release).where(here).for('update')
  if (found?.state !== 'staged') return
  const { entryId } = await appendEntry(tx, actor, {
    type: 'release',
    public: {
      dataset: frozen.slug,
      profile: frozen.profile,
      version: frozen.version,
      disclosure: frozen.disclosure,
      files: frozen.filesDigest,
      release: built.digest,
      manifest: built.manifestDigest,
      log_size: logSize,
      rows: built.counts.rows,
    },
    private: { effective_set: effectiveSet },
  })
  await tx.insert(releaseFile).values(
    built.files.map(({ path, sha256, bytes }) => ({
      datasetId,
      releaseId,
      path,
      sha256: Buffer.from(sha256, 'hex'),
      bytes,
    })),
  )
  await tx
    .update(release)
    .set({
      state: 'published',
      counts: { ...built.counts },
      digest: Buffer.from(built.digest, 'hex'),
      manifestDigest: Buffer.from(built.manifestDigest, 'hex'),
      entryId,
      publishedAt: sql`now()`,
    })
    .where(here)
  await enqueue(tx, 'release.conveniences', { datasetId, releaseId })
}

/** Moves the head to a published release: last, and only from the release it was made after. */
export async function moveHead(tx: Tx, { datasetId, releaseId, profile, previous }: Frozen): Promise<void> {
  const here = and(eq(releaseHead.datasetId, datasetId), eq(releaseHead.profile, profile))
  const readHead = async () => (await tx.select().from(releaseHead).where(here).for('update'))[0]?.releaseId
  if ((await readHead()) === releaseId) return
  const moved = previous
    ? await tx
        .update(releaseHead)
        .set({ releaseId })
        .where(and(here, eq(releaseHead.releaseId, previous.id)))
        .returning({ releaseId: releaseHead.releaseId })
    : await tx
        .insert(releaseHead)
        .values({ datasetId, profile, releaseId })
        .onConflictDoNothing()
        .returning({ releaseId: releaseHead.releaseId })
  if (moved.length === 1) {
    await enqueue(tx, 'release.published', { datasetId, releaseId })
    return
  }
  // A first release has no head to lock: the same release, made by another process, may have been put there meanwhile.
  if ((await readHead()) === releaseId) return
  // Another process that made the same release may have been first, and a later release have followed.
  const [child] = await tx
    .select({ id: release.id })
    .from(release)
    .where(and(eq(release.datasetId, datasetId), eq(release.previousId, releaseId)))
  if (!child) throw conflict('Another release has been published meanwhile.')
}

/** A release that was committed and whose head a crash kept from moving. */
export async function headless(tx: Tx, datasetId: string, profile: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: release.id })
    .from(release)
    .leftJoin(
      releaseHead,
      and(eq(releaseHead.datasetId, release.datasetId), eq(releaseHead.profile, release.profile)),
    )
    .where(
      and(
        eq(release.datasetId, datasetId),
        eq(release.profile, profile),
        eq(release.state, 'published'),
        sql`${release.previousId} is not distinct from ${releaseHead.releaseId}`,
      ),
    )
  return found?.id ?? null
}
