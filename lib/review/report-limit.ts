import 'server-only'
import { desc, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, db, type Tx } from '@/db/client'
import { takeTurns } from '@/db/locks'
import { person, reportLimit } from '@/db/schema'
import { type Actor, actorRef } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { changedBy, isActor, SHOWN_CHANGES, withBefore } from './changed-by'
import { versionOf } from './opened'
import { from1To, opened } from './queue-input'

/**
 * Items that a person takes out of everybody's sight in a day by saying what only safety officers may see, while no admin set another
 * number. More is nothing that one meets with in a day's work: somebody looks first, or anybody who may view a dataset could empty it for
 * all others.
 */
export const HIDDEN_PER_DAY = 20

/** None at all would leave in sight what nobody should see until an officer comes. */
export const reportLimitInput = z.object({ opened, hiddenPerDay: from1To(1_000) })
export type ReportLimitInput = z.output<typeof reportLimitInput>

/** How many of its items one person's reports hide in a day, in all datasets together. */
export async function hiddenPerDay(on: Db | Tx = db()): Promise<number> {
  const [row] = await on
    .select({ most: reportLimit.hiddenPerDay })
    .from(reportLimit)
    .orderBy(desc(reportLimit.number))
    .limit(1)
  return row?.most ?? HIDDEN_PER_DAY
}

/** What the form was opened with, by a name (opened.ts). */
export const reportLimitVersion = (most: number): string => versionOf({ hiddenPerDay: most })

/** An admin changes it for all datasets. Holds from the next report. Not over what another changed since. */
export async function changeReportLimit(
  tx: Tx,
  actor: Actor,
  { opened, hiddenPerDay: wanted }: ReportLimitInput,
): Promise<{ changed: boolean }> {
  authorize(actor, 'reports.limit')
  await takeTurns(tx, 'report limit')
  const before = await hiddenPerDay(tx)
  if (wanted === before) return { changed: false }
  if (opened && opened !== reportLimitVersion(before))
    throw conflict(say('team.reportLimit.stale', { by: await lastBy(tx) }))
  await tx.insert(reportLimit).values({
    number: sql`(select coalesce(max(number), 0) + 1 from report_limit)`,
    hiddenPerDay: wanted,
    actor: actorRef(actor),
  })
  return { changed: true }
}

export type ReportLimitChange = { number: number; at: Date; by: string; before: number; after: number }

/** The latest changes, newest first. */
export async function reportLimitChanges(on: Db | Tx = db()): Promise<ReportLimitChange[]> {
  const rows = await on
    .select({
      number: reportLimit.number,
      at: reportLimit.createdAt,
      by: changedBy(reportLimit.actor),
      after: reportLimit.hiddenPerDay,
    })
    .from(reportLimit)
    .leftJoin(person, isActor(reportLimit.actor))
    .orderBy(desc(reportLimit.number))
    .limit(SHOWN_CHANGES + 1)
  return withBefore(rows, HIDDEN_PER_DAY)
}

async function lastBy(tx: Tx): Promise<string> {
  const [last] = await reportLimitChanges(tx)
  return last?.by ?? ''
}
