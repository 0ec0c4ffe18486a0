import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { bulk } from '@/db/schema'
import type { Reason } from '@/lib/policies/queries'

type Asked = Pick<typeof bulk.$inferSelect, 'kind' | 'action'> & {
  /** Its category is the only one the reason is for. */
  reason: Pick<Reason, 'category'> | null
  /** Who starts it: their own claims do not stand in the way, their seats do. */
  personId: string
}

/**
 * Why case `c` of item `i` is left out, with the decision in force `d`, as one column: null when it is not. The preview and the job
 * ask the same, the job under the locks of the cases.
 */
export const skipCode = (asked: Asked): SQL => (asked.kind === 'undo' ? undoCode(asked) : decideCode(asked))

const decideCode = ({ action, reason, personId }: Asked): SQL => sql`case
  when c.restricted then 'hidden'
  when c.status = 'decided' then 'decided'
  when c.appealed then 'appealed'
  when c.round <> i.round or ${flagsOf} <> i.seen then 'changed'
  when c.stage <> 'review' then 'asked'
  when c.takedowns > 0 or exists (
    select from suppression_asked a where a.dataset_id = c.dataset_id and a.case_id = c.id) then 'requested'
  when d.scope <> 'content' then 'source'
  when exists (
    select from lease l where l.dataset_id = c.dataset_id and l.case_id = c.id and l.round = c.round
      and l.ended_at is null and l.expires_at > now() and l.reviewer_id <> ${personId}) then 'claimed'
  when ${hasPart(personId)} then 'flagged'
  when c.category <> ${reason?.category ?? ''} then 'category'
  when ${action === 'redact'} and not exists (
    select from flag f where f.dataset_id = c.dataset_id and f.digest = c.digest and f.category = c.category
      and jsonb_array_length(f.spans) > 0) then 'unmarked'
  end`

/** A decision is taken back only while it is the last word on its case, here and in what was published. */
const undoCode = ({ personId }: Asked): SQL => sql`case
  when c.restricted then 'hidden'
  when c.decision_id is distinct from i.before then 'superseded'
  when c.status = 'open' then 'reopened'
  when c.takedowns > 0 then 'requested'
  when exists (
    select from release r where r.dataset_id = c.dataset_id and r.created_at > d.created_at) then 'released'
  when ${hasPart(personId)} then 'flagged'
  end`

/** Whom a seat keeps from the case, however they decide it: the keys of the tables do. */
const hasPart = (personId: string): SQL => sql`exists (
  select from case_seat s where s.dataset_id = c.dataset_id and s.case_id = c.id and s.round = c.round
    and s.person_id = ${personId} and s.kind in ('flagged', 'barred'))`

/** Names the flags of case `c`: another flag, or another version of a detector, is another name. */
export const flagsOf = sql`(
  select md5(coalesce(string_agg(f.id::text || ' ' || f.detector_version, ',' order by f.id), ''))
  from flag f where f.dataset_id = c.dataset_id and f.digest = c.digest and f.category = c.category)`

/** `i`, `c` and `d` of a bulk decision. */
export const itemsOf = ({ datasetId, id }: { datasetId: string; id: string }): SQL => sql`
  bulk_item i
  join review_case c on c.dataset_id = i.dataset_id and c.id = i.case_id
  left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
  where i.dataset_id = ${datasetId} and i.bulk_id = ${id}`
