import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { system } from '@/lib/auth/load-actor'
import { voiceOf } from '@/lib/i18n/say'
import { takedownComplaint } from '@/lib/mail/templates/takedown-complaint'
import { redressOf } from '@/lib/takedowns/outcome'
import { type LockedRequest, lockRequest } from '@/lib/takedowns/request-row'
import { may, nextStatus } from '@/lib/takedowns/status'
import { take } from '@/lib/takedowns/take'
import { writeTo } from '@/lib/takedowns/write-to'
import { stillKeptOut } from './kept-out'

/** Those who complained of what a decision took out are answered when nothing of it is open any more. */
export async function answerComplaintsAbout(
  tx: Tx,
  { datasetId, caseId }: { datasetId: string; caseId: string },
): Promise<void> {
  const rows = await tx.execute<{ id: string }>(sql`
    select k.request_id as id from complaint k
    join takedown_request q on q.id = k.request_id and q.status = 'under_review'
    where k.dataset_id = ${datasetId} and k.heard_by is not null and k.case_ids @> array[${caseId}::uuid]
    order by 1`)
  for (const { id } of rows) await answerComplaint(tx, await lockRequest(tx, id))
}

/** What became of each decision that took something out: the item is back, is back in part, or stays as it was. */
export type Became = Record<'back' | 'part' | 'stays', number>

/** The caller holds the lock. Nothing happens while a case is open, or its decision waits for a second person. */
export async function answerComplaint(tx: Tx, request: LockedRequest): Promise<void> {
  if (!may(request.status, 'act')) return
  const became = await becameOf(tx, request)
  if (became === null) return
  const { back, part, stays } = became
  const { keptOut } = await stillKeptOut(tx, request.id)
  const step = back + part === 0 ? 'decline' : part + stays + keptOut === 0 ? 'act' : 'act_in_part'
  await take(tx, system('takedown'), request, step, {
    type: 'appeal_decided',
    data: { outcome: nextStatus(request.status, step), ...became, ...(keptOut > 0 && { keptOut }) },
  })
  await writeTo(tx, request, takedownComplaint, {
    ...{ reference: request.reference, dataset: request.datasetName, ...became, keptOut },
    // Of a complaint the law is one, whoever complains.
    redress: redressOf(voiceOf(request.language), { kind: 'complaint', regime: 'gdpr' }, null),
  })
}

/** A row that is masked, or restricted, where it was left out before, is back in part. Null while something of it is open. */
async function becameOf(on: Db | Tx, { id }: Pick<LockedRequest, 'id'>): Promise<Became | null> {
  const [row] = await on.execute<Became & { open: number }>(sql`
    select count(*) filter (where c.status = 'open' or w.decision_id is not null)::int as open,
      count(*) filter (where d.action = 'keep')::int as back,
      count(*) filter (where d.action <> 'keep' and (d.action <> b.action or d.spans <> b.spans))::int as part,
      count(*) filter (where d.action <> 'keep' and coalesce(d.action = b.action and d.spans = b.spans, true))::int as stays
    from complaint k
    join review_case c on c.dataset_id = k.dataset_id and c.id = any (k.case_ids)
    join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    left join decision_waiting w on w.dataset_id = d.dataset_id and w.decision_id = d.id
    left join appeal a on a.dataset_id = c.dataset_id and a.case_id = c.id and a.actor = 'requester:' || k.request_id::text
    left join decision b on b.dataset_id = a.dataset_id and b.id = a.decision_id
    where k.request_id = ${id} and k.heard_by is not null`)
  if (!row || row.open > 0) return null
  const { back, part, stays } = row
  // A rule that somebody ended since keeps nothing out: that is an answer, too.
  const { freed } = await stillKeptOut(on, id)
  return { back: back + freed, part, stays }
}
