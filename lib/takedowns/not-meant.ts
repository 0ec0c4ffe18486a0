import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takedownCandidate } from '@/db/schema'
import { actorRef, type Member } from '@/lib/auth/actor'
import { refuseIf } from '@/lib/auth/authorize'
import { forbidden } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { type NotMeantReason, notMeantReason } from './not-meant-reasons'
import { partInAnswer } from './part-in-answer'
import { recount } from './reach-record'
import { appealedAt } from './said'

export type NotMeant = { reason: NotMeantReason; items: number }

/**
 * What a person took out of a request although it was found by what its sender named, by target: a refusal like any other, with a reason and
 * to be contested. Texts that are only like what was named count where nothing else is left of it. What a lead had added is no answer to
 * anybody.
 */
export async function notMeantOf(on: Db | Tx, requestId: string): Promise<Map<string, NotMeant[]>> {
  const rows = await on.execute<{ target: string; why: string | null; items: number }>(sql`
    with said as (
      select data ->> 'target' as target, data ->> 'why' as why,
             sum((data ->> 'n')::int)::int as n, sum(coalesce((data ->> 'exact')::int, (data ->> 'n')::int))::int as exact
      from takedown_event
      where request_id = ${requestId} and type = 'reach_narrowed' and ordinal > ${appealedAt(requestId)}
      group by 1, 2)
    select s.target, s.why, case when s.exact > 0 then s.exact else s.n end as items
    from said s join takedown_target t on t.request_id = ${requestId} and t.id::text = s.target and t.added_by is null
    where s.exact > 0 or not exists (select from takedown_candidate c
      where c.request_id = ${requestId} and c.target_id = t.id and c.state <> 'dropped')
    order by s.target, s.why`)
  const found = new Map<string, NotMeant[]>()
  for (const { target, why, items } of rows)
    found.set(target, [...(found.get(target) ?? []), { reason: notMeantReason(why), items }])
  return found
}

/** Contested: it is found again as if nobody had said anything about it. Says how many targets that is about. */
export async function meanAgain(tx: Tx, requestId: string): Promise<number> {
  const targets = [...(await notMeantOf(tx, requestId)).keys()]
  if (targets.length === 0) return 0
  await tx
    .update(takedownCandidate)
    .set({ state: 'found' })
    .where(
      and(
        eq(takedownCandidate.requestId, requestId),
        eq(takedownCandidate.state, 'dropped'),
        inArray(takedownCandidate.targetId, targets),
      ),
    )
  await recount(tx, requestId)
  await enqueue(tx, 'takedown.match', { requestId })
  return targets.length
}

/** Contested, it is not taken out again by the same person, nor by who else had a part in the answer (Regulation (EU) 2022/2065 Art. 20(6)). Throws forbidden. */
export async function refuseToDropAgain(tx: Tx, actor: Member, requestId: string): Promise<void> {
  const [dropped] = await tx.execute(sql`
    select 1 from takedown_event
    where request_id = ${requestId} and type = 'reach_narrowed' and actor = ${actorRef(actor)}
      and ordinal < ${appealedAt(requestId)} limit 1`)
  if (dropped) throw forbidden(say('reach.errors.droppedByYou'))
  refuseIf(await partInAnswer(tx, actor, requestId))
}

/** Everybody who took something out since it was contested, if it was. */
export async function whoDropped(on: Db | Tx, requestId: string): Promise<string[]> {
  const rows = await on.execute<{ actor: string }>(sql`
    select distinct actor from takedown_event
    where request_id = ${requestId} and type = 'reach_narrowed' and ordinal > ${appealedAt(requestId)}`)
  return rows.map(({ actor }) => actor)
}
