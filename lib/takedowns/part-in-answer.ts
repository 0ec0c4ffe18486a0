import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { say } from '@/lib/i18n/say'
import { isOneOf, OUTCOMES_TOLD } from './answering-events'
import type { EventType } from './request-row'
import { appealedAt } from './said'

/** What somebody does who answers a request, beside deciding about its items. */
const PARTS = [
  ...(['rejected', 'reach_narrowed', 'case_decided', 'bulk_decided', 'second_agreed'] as const),
  ...(['answer_proposed', 'answered'] as const),
] satisfies readonly EventType[]

/**
 * Everybody who had a part in the answer that a requester contests, until that is answered: who refused it, took something out of it, agreed
 * to that, proposed what it was told or agreed to it, or decided or voted about an item of it. Nobody, where nothing is contested.
 */
export async function whoAnswered(on: Db | Tx, requestId: string): Promise<string[]> {
  const rows = await on.execute<{ id: string }>(sql`
    with contested as (
      select a.request_id, a.ordinal, a.created_at from takedown_event a
      where a.request_id = ${requestId} and a.type = 'appealed' and a.ordinal = ${appealedAt(requestId)}
        and not exists (
          select from takedown_event e
          where e.request_id = a.request_id and e.ordinal > a.ordinal and ${isOneOf(sql`e.type`, [...OUTCOMES_TOLD, 'answered'])})),
    decided as (
      select d.* from contested a
      join takedown_match m on m.request_id = a.request_id
      join decision d on d.dataset_id = m.dataset_id and d.case_id = m.case_id and d.created_at < a.created_at)
    select substring(e.actor from 8) as id from contested a
    join takedown_event e on e.request_id = a.request_id and e.ordinal < a.ordinal and e.actor like 'member:%'
      and ${isOneOf(sql`e.type`, PARTS)}
    union
    select d.decider_id::text from decided d where d.decider_id is not null
    union
    select v.reviewer_id::text from decided d
    join review v on v.dataset_id = d.dataset_id and v.case_id = d.case_id and d.review_ids ? v.id::text
    order by 1`)
  return rows.map(({ id }) => id)
}

/** Why somebody does not put an end to what is contested (Regulation (EU) 2022/2065 Art. 20(6)); undefined for who had no part in it. */
export const partInAnswer = async (
  on: Db | Tx,
  actor: Member,
  requestId: string,
): Promise<string | undefined> =>
  (await whoAnswered(on, requestId)).includes(actor.id) ? say('process.errors.partInAnswer') : undefined
