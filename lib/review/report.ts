import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { caseNote } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { isRestrictedCategory } from '@/lib/detection/categories'
import { categoryName } from '@/lib/detection/category-name'
import { conflict, forbidden, invalid, notFound, rateLimited } from '@/lib/errors'
import { type CategoryRow, listCategories } from '@/lib/flags/queries'
import { raiseFlags } from '@/lib/flags/raise-flags'
import { withinLimit } from '@/lib/http/rate-limit'
import { say } from '@/lib/i18n/say'
import { type LockedCase, lockCase } from './case-row'
import { keepRow } from './keep-items'
import type { LocatedReport } from './locate-reported'
import { openCases } from './open-cases'
import { caseOf } from './queries'
import type { ReportInput } from './report-input'
import { restrict } from './restrict'
import { isHidden } from './restrict-items'
import { sealedNote } from './sealed-note'
import { placeOf, seatFlagger } from './seats'
import { leave } from './skip'
import { barred, flaggedByYou, mayView } from './status'

/** Each report is a case for others: more than this a day is a matter for a detector, or for a lead. */
export const REPORTS_PER_DAY = 100

/** What a member's flag is of, beside its category; what exactly, their note says. */
const TYPE = 'reported'

export type ReportView = {
  dataset: string
  /** The case on which it was reported; null for a row that has none. */
  caseId: string | null
  category: string
  /** Whether the item has left every surface of the community with it. */
  restricted: boolean
  /** Whether it was to, and stays in sight: beyond what its reporter hides in a day. Safety officers were told, and look first. */
  inSight: boolean
}

type Reported = { datasetId: string; slug: string; digest: Buffer; found: LockedCase | null }

/**
 * Says of an item that it belongs to another category, too: raises a flag of its own and opens a case of that category, in which whoever
 * reported it sits as `flagged` and others decide. Their place in the case they report it from stays what it is. What only safety officers
 * may see leaves every surface at once, within a limit of its own, and is never refused.
 */
export async function reportItem(tx: Tx, actor: Member, input: LocatedReport): Promise<ReportView> {
  const item = await reportable(tx, actor, input)
  const category = (await listCategories(tx)).find(({ id }) => id === input.category)
  if (!category) throw invalid(say('review.input.category'), { category: [say('review.input.category')] })
  if (item.found?.category === category.id)
    throw conflict(say('review.report.ownCategory', { category: categoryName(category.id) }))
  const view = { dataset: item.slug, caseId: item.found?.id ?? null, category: category.id }
  if (isRestrictedCategory(category.id)) {
    const restricted = await restrict(tx, actor, item, category.id)
    if (restricted && item.found?.status === 'open') await leave(tx, actor, item.found, 'escalated')
    await note(tx, actor, item, input)
    return { ...view, restricted, inSight: !restricted }
  }
  await refuseReport(tx, actor, item, category)
  const limit = { name: 'report', max: REPORTS_PER_DAY, windowSeconds: 86_400 }
  if (!(await withinLimit(tx, limit, actor.id)))
    throw rateLimited(say('review.report.tooMany', { most: String(REPORTS_PER_DAY) }))
  await raise(tx, actor, item, category)
  await note(tx, actor, item, input)
  return { ...view, restricted: false, inSight: false }
}

/** The item behind a case, or with a digest, where this member may know of it; its cases are locked. */
async function reportable(tx: Tx, actor: Member, input: LocatedReport): Promise<Reported> {
  const { datasetId, caseId, digest } = input
  if (caseId !== undefined) {
    const found = await lockCase(tx, datasetId, caseId)
    if (!found || !mayView(actor, found)) throw notFound('case')
    return { datasetId, slug: found.slug, digest: found.digest, found }
  }
  if (!can(actor, 'case.view', datasetId)) throw notFound('item')
  if (input.fresh) await keepRow(tx, datasetId, input.fresh)
  const [row] = await tx.execute<{ slug: string; caseId: string | null }>(sql`
    select s.slug, (
      select c.id from review_case c where c.dataset_id = i.dataset_id and c.digest = i.digest order by c.restricted, c.category limit 1) as "caseId"
    from item i join dataset s on s.id = i.dataset_id
    where i.dataset_id = ${datasetId} and i.digest = decode(${digest ?? ''}, 'hex')`)
  const any = row?.caseId ? await lockCase(tx, datasetId, row.caseId) : null
  // An item that only officers see is, for the others, none. One that they kept is not among those, though their case of it is.
  if (!row || (any && !mayView(actor, any) && (await isHidden(tx, any)))) throw notFound('item')
  return { datasetId, slug: row.slug, digest: Buffer.from(digest ?? '', 'hex'), found: null }
}

/** What was decided is contested, and whoever has a part in the case of that category has said it there. */
async function refuseReport(
  tx: Tx,
  actor: Member,
  { datasetId, digest }: Reported,
  category: CategoryRow,
): Promise<void> {
  const known = await caseOf(tx, datasetId, digest, category.id)
  if (!known) return
  if (known.status === 'decided')
    throw conflict(say('review.report.decided', { category: categoryName(category.id) }))
  const { seat, leaseId } = await placeOf(tx, { ...known, datasetId }, actor.id)
  if (seat === 'flagged') throw conflict(flaggedByYou())
  if (seat === 'barred') throw forbidden(barred())
  if (seat === 'reviewer' && !leaseId) throw conflict(say('review.status.reviewed'))
}

async function raise(
  tx: Tx,
  actor: Member,
  { datasetId, digest }: Reported,
  { id: category, severity }: CategoryRow,
): Promise<void> {
  await raiseFlags(tx, datasetId, [
    {
      ...{
        digest,
        category,
        source: 'report',
        detector: `member:${actor.id}`,
        type: TYPE,
        score: 1,
        spans: [],
      },
      severity: severity === 1 || severity === 3 || severity === 4 ? severity : 2,
    },
  ])
  await openCases(tx, datasetId, [digest])
  const raised = await caseOf(tx, datasetId, digest, category)
  if (raised) await seatFlagger(tx, datasetId, [raised.id], actor.id)
}

/** On the case that it opens, for those who decide it. */
async function note(
  tx: Tx,
  actor: Member,
  { datasetId, digest }: Reported,
  { category, note: text }: ReportInput,
): Promise<void> {
  const raised = text === undefined ? null : await caseOf(tx, datasetId, digest, category)
  if (!raised) return
  await tx.insert(caseNote).values({
    ...{ datasetId, caseId: raised.id, round: raised.round, personId: actor.id, kind: 'note', reason: '' },
    note: await sealedNote(tx, { datasetId, digest }, 'case_note.note', text),
  })
}
