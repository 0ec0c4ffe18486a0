import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dataset, membership, person } from '@/db/schema'
import { enqueueMail } from '@/lib/mail/outbox'
import { detectorPaused } from '@/lib/mail/templates/detector-paused'
import { paths } from '@/lib/paths'
import { LANGUAGE_OF_STAFF as language } from '@/lib/people/members'
import { env } from '@/lib/runtime/env'

type Paused = { detector: string; version: string; rowsSeen: number; rowsHit: number }

/** A letter to everybody who leads or maintains the dataset; it leaves when the chunk is committed. */
export async function tellOfPause(
  tx: Tx,
  { datasetId }: { datasetId: string },
  { detector, version, rowsSeen, rowsHit }: Paused,
): Promise<void> {
  const link = (slug: string) => env().url + paths.detectors(slug)
  const people = await tx
    .selectDistinct({ email: person.email, name: dataset.name, slug: dataset.slug })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .innerJoin(dataset, eq(dataset.id, membership.datasetId))
    .where(
      and(
        eq(membership.datasetId, datasetId),
        inArray(membership.role, ['lead', 'maintainer']),
        isNull(person.disabledAt),
      ),
    )
  for (const { email, name, slug } of people) {
    const data = { dataset: name, detector, version, rowsSeen, rowsHit, link: link(slug) }
    await enqueueMail(tx, { to: email, language, template: detectorPaused, data })
  }
}
