import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import type { RestrictedCategory } from '@/lib/detection/categories'
import { raiseFlags } from '@/lib/flags/raise-flags'
import { withinLimit } from '@/lib/http/rate-limit'
import type { LockedCase } from './case-row'
import { caseKey } from './findings'
import { endInSight, leaveInSight } from './in-sight'
import { openCases } from './open-cases'
import { hiddenPerDay } from './report-limit'
import { isHidden, restrictItems } from './restrict-items'
import { beginRound } from './rounds'
import { seatFlagger } from './seats'
import type { Action, CaseStatus } from './status'
import { tellOfInSight } from './tell-of-in-sight'
import { isRecused } from './voters'

/**
 * Flags an item as what only safety officers see: it leaves every community surface in this transaction. Also where officers kept it before:
 * somebody looked at it again, and so do they. Beyond what a person hides in a day the case is before the officers all the same, who are
 * told, and the item stays in sight; not where a lead or an officer says it. Answers whether the item is out of sight.
 */
export async function restrict(
  tx: Tx,
  actor: Member,
  { datasetId, digest }: Pick<LockedCase, 'datasetId' | 'digest'>,
  category: RestrictedCategory,
): Promise<boolean> {
  await raiseFlags(tx, datasetId, [
    {
      ...{ digest, category, source: 'report', detector: `member:${actor.id}`, type: 'escalated' },
      ...{ score: 1, severity: 4, spans: [] },
    },
  ])
  const hides = (await hidesWithoutLimit(actor, datasetId, tx)) || (await hidesYet(tx, actor))
  const { began } = await openCases(tx, datasetId, [digest], { hides })
  const hex = digest.toString('hex')
  const raised = await raisedCase(tx, { datasetId, digest, category })
  const wasHidden = hidBefore(raised, began.has(caseKey({ digest: hex, category })))
  if (raised.status === 'decided') await beginRound(tx, datasetId, [raised.id])
  if (hides) await endInSight(tx, datasetId, [raised.id])
  else if (!wasHidden) {
    const round = raised.status === 'decided' ? raised.round + 1 : raised.round
    await leaveInSight(tx, { datasetId, caseId: raised.id, round, personId: actor.id })
  }
  await restrictItems(tx, datasetId, [hex])
  await seatFlagger(tx, datasetId, [raised.id], actor.id)
  const hidden = await isHidden(tx, { datasetId, digest })
  if (!hidden) await tellOfInSight(tx, actor)
  return hidden
}

/**
 * Those who decide in the dataset directly, or about what is restricted everywhere: nobody has to look after them first. Not with an
 * interest of their own in it, which keeps them from deciding.
 */
export const hidesWithoutLimit = async (actor: Member, datasetId: string, on?: Db | Tx): Promise<boolean> =>
  (can(actor, 'restricted.handle') || can(actor, 'case.override', datasetId)) &&
  !(await isRecused(actor, datasetId, on))

/** Counts one of what they hide in a day, and says whether it is within that. */
const hidesYet = async (tx: Tx, { id }: Member): Promise<boolean> =>
  withinLimit(tx, { name: 'review/hidden', max: await hiddenPerDay(tx), windowSeconds: 86_400 }, id)

type Raised = { id: string; status: CaseStatus; round: number; action: Action | null; inSight: boolean }

/** The case of that category as `openCases` left it, which holds it. */
async function raisedCase(
  tx: Tx,
  { datasetId, digest, category }: { datasetId: string; digest: Buffer; category: string },
): Promise<Raised> {
  const [row] = await tx.execute<Raised>(sql`
    select c.id, c.status, c.round, d.action, r.round is not null as "inSight"
    from review_case c
    left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    left join report_in_sight r
      on r.dataset_id = c.dataset_id and r.case_id = c.id and r.round = c.round and r.hidden_at is null
    where c.dataset_id = ${datasetId} and c.digest = ${digest} and c.category = ${category}`)
  if (!row) throw new Error('a flagged item without a case')
  return row
}

/** Whether this case hid its item before it was reported now. `began`: made, or opened again, by that. */
function hidBefore({ status, action, inSight }: Raised, began: boolean): boolean {
  if (began || status === 'decided') return action !== null && action !== 'keep'
  return !inSight
}
