import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import type { LeaseInput } from './input'
import { mayView } from './status'

/** A page says every half a minute that it is looked at; one that missed two is gone. */
const PRESENT_SECONDS = 75
const KEPT_SECONDS = 600

export type Presence = {
  /** How many others have the case before them, or hold a claim of it. */
  others: number
  /** Their public names, for leads; never while votes are blind, as it would tell whose they are. */
  names: string[] | null
  /** Its item was taken out of the reader's sight: a page that still shows it must not. */
  gone: boolean
}

/**
 * Says that the member has this case before them, and answers who else. Of a case they may not see, or none, it says nothing, but to the
 * team of its dataset that it is out of sight.
 */
export async function attend(tx: Tx, actor: Member, { datasetId, caseId }: LeaseInput): Promise<Presence> {
  const [found] = await tx.execute<{ restricted: boolean; hidden: boolean }>(sql`
    select restricted, blind and status = 'open' as hidden from review_case where dataset_id = ${datasetId} and id = ${caseId}`)
  if (!found || !mayView(actor, { datasetId, restricted: found.restricted }))
    return { others: 0, names: null, gone: found !== undefined && can(actor, 'case.view', datasetId) }
  await tx.execute(sql`
    insert into case_presence (dataset_id, case_id, person_id, seen_at)
    values (${datasetId}, ${caseId}, ${actor.id}, clock_timestamp())
    on conflict (dataset_id, case_id, person_id) do update set seen_at = excluded.seen_at`)
  await tx.execute(sql`
    delete from case_presence
    where dataset_id = ${datasetId} and case_id = ${caseId} and seen_at < clock_timestamp() - make_interval(secs => ${KEPT_SECONDS})`)
  const others = await tx.execute<{ name: string }>(sql`
    select p.pseudonym as name from person p
    where p.id <> ${actor.id} and p.id in (
      select person_id from case_presence
      where dataset_id = ${datasetId} and case_id = ${caseId}
        and seen_at > clock_timestamp() - make_interval(secs => ${PRESENT_SECONDS})
      union
      select reviewer_id from lease
      where dataset_id = ${datasetId} and case_id = ${caseId} and ended_at is null and expires_at > clock_timestamp())
    order by 1 limit 20`)
  const named = can(actor, 'case.override', datasetId) && !found.hidden
  return { others: others.length, names: named ? others.map(({ name }) => name) : null, gone: false }
}
