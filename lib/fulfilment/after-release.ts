import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { db, type Tx } from '@/db/client'
import { dataset, dueRelease, release } from '@/db/schema'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { releaseMade } from '@/lib/mail/templates/release-made'
import { paths } from '@/lib/paths'
import { LANGUAGE_OF_STAFF as language, membersOf } from '@/lib/people/members'
import { tellHoldersSoon } from '@/lib/releases/tell-holders'
import { nameOf } from '@/lib/release-format/profile'
import { env } from '@/lib/runtime/env'
import type { InRelease } from '@/lib/takedowns/left-out'
import { refreshLists } from '@/lib/takedowns/promise'

/** A published release; null for one that is not. */
export async function releaseToFulfil(where: {
  datasetId: string
  releaseId: string
}): Promise<InRelease | null> {
  const [found] = await db()
    .select({ profile: release.profile })
    .from(release)
    .where(
      and(
        eq(release.datasetId, where.datasetId),
        eq(release.id, where.releaseId),
        eq(release.state, 'published'),
      ),
    )
  return found ? { ...where, profile: found.profile } : null
}

/** Tells the maintainers of a release that was published by itself, and has the lists of what is pending made anew. */
export async function afterRelease(tx: Tx, { datasetId, releaseId, profile }: InRelease): Promise<void> {
  await refreshLists(tx, datasetId)
  await tellHoldersSoon(tx, datasetId)
  // What is still not in it, as something that was decided while it was made, has a day of its own.
  await enqueue(tx, 'release.due', { datasetId, profile }, { key: `release.due/${datasetId}/${profile}` })
  const [made] = await tx
    .select({
      slug: dataset.slug,
      name: dataset.name,
      version: release.version,
      dueOn: dueRelease.dueOn,
    })
    .from(dueRelease)
    .innerJoin(
      release,
      and(eq(release.datasetId, dueRelease.datasetId), eq(release.id, dueRelease.releaseId)),
    )
    .innerJoin(dataset, eq(dataset.id, dueRelease.datasetId))
    .where(
      and(
        eq(dueRelease.datasetId, datasetId),
        eq(dueRelease.releaseId, releaseId),
        eq(dueRelease.kind, 'staged'),
      ),
    )
  if (!made) return
  const told = await tx
    .insert(dueRelease)
    .values({ datasetId, profile, kind: 'made', dueOn: made.dueOn, releaseId })
    .onConflictDoNothing()
    .returning({ id: dueRelease.id })
  if (told.length === 0) return
  const [count] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from fulfilment where dataset_id = ${datasetId} and release_id = ${releaseId}`,
  )
  const data = {
    dataset: made.name,
    release: nameOf({ version: made.version, profile }),
    closed: count?.n ?? 0,
    url: env().url + paths.dataset(made.slug),
  }
  for (const { email: to } of await membersOf(tx, datasetId, 'maintainer'))
    await enqueueMail(tx, { to, language, template: releaseMade, data })
}
