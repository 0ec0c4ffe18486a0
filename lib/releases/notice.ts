import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dataset, release, releaseNotice } from '@/db/schema'
import { actorRef, type Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, missing } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { appendEntry } from '@/lib/log/append'
import type { NoticeInput } from './input'
import { tellHoldersSoon } from './tell-holders'
import { nameOf, WORLD } from '@/lib/release-format/profile'

export type NoticeView = { slug: string; name: string; version: string; kind: NoticeInput['kind'] }

/**
 * Says of a published release that it must not be used any more. Its bytes stay as they are, so that what was said of them can be
 * checked, unless a law demands that they go: then names and digests are what is left. Whoever holds a copy hears of it from the log (`verify --latest`). Never taken back: the next release is the answer.
 */
export async function noteRelease(
  tx: Tx,
  actor: Actor,
  { datasetId, version, profile = WORLD, kind, reason = null }: NoticeInput,
): Promise<NoticeView> {
  authorize(actor, 'release.publish', { datasetId })
  const [found] = await tx
    .select({
      id: release.id,
      version: release.version,
      profile: release.profile,
      digest: release.digest,
      slug: dataset.slug,
    })
    .from(release)
    .innerJoin(dataset, eq(dataset.id, release.datasetId))
    .where(
      and(
        eq(release.datasetId, datasetId),
        eq(release.version, version),
        eq(release.profile, profile),
        eq(release.state, 'published'),
      ),
    )
    .for('update', { of: release })
  if (!found?.digest) throw missing(say('errors.noReleaseCalled', { version }))
  const [said] = await tx
    .select({ kind: releaseNotice.kind })
    .from(releaseNotice)
    .where(
      and(
        eq(releaseNotice.datasetId, datasetId),
        eq(releaseNotice.releaseId, found.id),
        eq(releaseNotice.kind, kind),
      ),
    )
  if (said) throw conflict(say('releases.errors.said', { version }))
  const { entryId } = await appendEntry(tx, actor, {
    type: 'release_notice',
    public: {
      ...{ dataset: found.slug, profile: found.profile, version, notice: kind },
      release: found.digest.toString('hex'),
    },
    private: { release: found.id },
  })
  await tx
    .insert(releaseNotice)
    .values({ datasetId, releaseId: found.id, kind, reason, entryId, createdBy: actorRef(actor) })
  await tellHoldersSoon(tx, datasetId)
  if (kind === 'removed_for_legal_reasons')
    await enqueue(tx, 'release.remove-files', { datasetId, releaseId: found.id })
  return { slug: found.slug, name: nameOf(found), version, kind }
}
