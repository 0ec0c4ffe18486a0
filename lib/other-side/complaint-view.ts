import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { complaint } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { METHODS, type ProofMethod } from '@/lib/takedowns/proof-methods'
import type { RequestView } from '@/lib/takedowns/queries'
import { cannotHear } from './hear-complaint'
import { rulesNoted, rulesNow } from './rules-named'

type Asked = Pick<RequestView, 'id' | 'datasetId' | 'status'>
type Case = { id: string; category: string; action: 'keep' | 'remove' | 'redact' | 'restrict' | 'label' }

/** The complaint that a request is, for those who handle it; null for any other request. */
export async function complaintOf(actor: Member, { id, datasetId, status }: Asked) {
  const [row] = await db().select().from(complaint).where(eq(complaint.requestId, id))
  if (!row) return null
  const cases = await db().execute<Case>(sql`
    select c.id, c.category, d.action from review_case c
    join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    where c.dataset_id = ${datasetId} and not c.restricted and c.id = any (${sql.param(row.caseIds)}::uuid[])
    order by c.digest, c.category`)
  const open = row.heardBy === null && status === 'under_review'
  const rules = open ? await rulesNow(db(), actor, row) : await rulesNoted(db(), actor, id)
  return {
    cases: [...cases],
    /** Standing rules under which it falls where no decision is about it. */
    rules,
    shownBy: METHODS.find((method): method is ProofMethod => method === row.shownBy) ?? null,
    heard: row.heardBy !== null,
    /** `denied`: why this actor does not hear it; null where it is not to be heard now. */
    hear: open ? { denied: await cannotHear(db(), actor, { id, datasetId }, rules) } : null,
  }
}

export type ComplaintView = NonNullable<Awaited<ReturnType<typeof complaintOf>>>
