import 'server-only'
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { conflict, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { type LockedCase, lockCase } from './case-row'
import { endInSight, stillInSight } from './in-sight'
import type { leaseInput } from './input'
import type { hideReportedInput } from './report-input'
import { restrictItems } from './restrict-items'

/** Items that one press hides. More wait for the next. */
const MOST_AT_ONCE = 200

/** Takes out of sight what a report left there: an officer has looked, or does not want to leave it there until they have. It decides nothing. */
export async function hideCase(
  tx: Tx,
  actor: Member,
  { datasetId, caseId }: z.output<typeof leaseInput>,
): Promise<{ dataset: string; caseId: string }> {
  authorize(actor, 'restricted.handle')
  const found = await lockCase(tx, datasetId, caseId)
  if (!found) throw notFound('case')
  if (!(await hide(tx, actor, found))) throw conflict(say('review.inSight.nothing'))
  return { dataset: found.slug, caseId }
}

/** The same of everything that one person reported. */
export async function hideReported(
  tx: Tx,
  actor: Member,
  { personId }: z.output<typeof hideReportedInput>,
): Promise<{ hidden: number }> {
  authorize(actor, 'restricted.handle')
  const left = await tx.execute<{ datasetId: string; caseId: string }>(sql`
    select c.dataset_id as "datasetId", c.id as "caseId"
    from report_in_sight r
    join review_case c on ${stillInSight}
    where r.person_id = ${personId}
    order by c.dataset_id, c.digest, c.category limit ${MOST_AT_ONCE}`)
  let hidden = 0
  for (const { datasetId, caseId } of left) {
    const found = await lockCase(tx, datasetId, caseId)
    if (found && (await hide(tx, actor, found))) hidden += 1
  }
  if (hidden === 0) throw conflict(say('review.inSight.nothing'))
  return { hidden }
}

/** Answers whether it was in sight: somebody else may have hidden it meanwhile, or decided about it. */
async function hide(tx: Tx, actor: Member, { datasetId, id, digest }: LockedCase): Promise<boolean> {
  if ((await endInSight(tx, datasetId, [id], actor.id)) === 0) return false
  await restrictItems(tx, datasetId, [digest.toString('hex')])
  return true
}
