import 'server-only'
import { desc, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, db, type Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { person, siteViewing } from '@/db/schema'
import { type Actor, actorRef } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { changedBy, isActor, SHOWN_CHANGES, withBefore } from './changed-by'
import { versionOf } from './opened'
import { opened } from './queue-input'
import { type Viewing, viewingFrom, viewingInput } from './viewing'

export const siteViewingInput = z.object({ opened, viewing: viewingInput })
export type SiteViewingInput = z.output<typeof siteViewingInput>

/** How texts of a category are shown in all datasets, where neither the dataset nor a reviewer chose otherwise. */
export async function siteViewingOf(on: Db | Tx = db()): Promise<Viewing> {
  const [row] = await on
    .select({ viewing: siteViewing.viewing })
    .from(siteViewing)
    .orderBy(desc(siteViewing.number))
    .limit(1)
  return viewingFrom(row?.viewing ?? {})
}

/** An admin changes it for all datasets. Holds from the next page that is read. Not over what another changed since. */
export async function changeSiteViewing(
  tx: Tx,
  actor: Actor,
  { opened, viewing }: SiteViewingInput,
): Promise<{ changed: boolean }> {
  authorize(actor, 'viewing.set')
  await takeTurns(tx, 'site viewing')
  const before = await siteViewingOf(tx)
  const now = versionOf(before)
  if (versionOf(viewing) === now) return { changed: false }
  if (opened && opened !== now) throw conflict(say('viewing.site.stale', { by: await lastBy(tx) }))
  await tx.insert(siteViewing).values({
    number: sql`(select coalesce(max(number), 0) + 1 from site_viewing)`,
    viewing,
    actor: actorRef(actor),
  })
  return { changed: true }
}

export type SiteViewingChange = { number: number; at: Date; by: string; before: Viewing; after: Viewing }

/** The latest changes, newest first. */
export async function siteViewingChanges(on: Db | Tx = db()): Promise<SiteViewingChange[]> {
  const rows = await on
    .select({
      number: siteViewing.number,
      at: siteViewing.createdAt,
      by: changedBy(siteViewing.actor),
      viewing: siteViewing.viewing,
    })
    .from(siteViewing)
    .leftJoin(person, isActor(siteViewing.actor))
    .orderBy(desc(siteViewing.number))
    .limit(SHOWN_CHANGES + 1)
  return withBefore(
    rows.map(({ viewing, ...row }) => ({ ...row, after: viewingFrom(viewing) })),
    viewingFrom({}),
  )
}

async function lastBy(tx: Tx): Promise<string> {
  const [last] = await siteViewingChanges(tx)
  return last?.by ?? ''
}
