import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import type { Actor, Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { conflict, forbidden } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import type { LockedCase } from './case-row'
import { countAsSeen } from './exposure'
import { isHeld } from './ran-out'
import { announceCases } from './rounds'
import { barred, flaggedByYou, type SeatKind } from './status'
import { wasSeen } from './voters'

/** What a person is to the round that is open, and the claim they hold in it. */
export type Place = { seat: SeatKind | undefined; leaseId: string | undefined }

type Round = { datasetId: string; id: string; round: number }

export async function placeOf(
  on: Db | Tx,
  { datasetId, id, round }: Round,
  personId: string,
): Promise<Place> {
  const [row] = await on.execute<{ kind: SeatKind; lease: string | null }>(sql`
    select s.kind, l.id as lease
    from case_seat s
    left join lease l on l.dataset_id = s.dataset_id and l.case_id = s.case_id and l.round = s.round
      and l.reviewer_id = s.person_id and l.ended_at is null
    where s.dataset_id = ${datasetId} and s.case_id = ${id} and s.round = ${round} and s.person_id = ${personId}`)
  return { seat: row?.kind, leaseId: row?.lease ?? undefined }
}

/** Leads count as such, and take the slots that are kept for them; of a restricted case its safety officers do. */
export const sitsAsLead = (
  actor: Actor,
  { datasetId, restricted }: { datasetId: string; restricted: boolean },
): boolean => can(actor, restricted ? 'restricted.handle' : 'case.override', datasetId)

/** Whether a slot is free for this actor, who holds none. */
export function hasRoom(
  found: Pick<LockedCase, 'datasetId' | 'restricted' | 'slots' | 'taken' | 'reserved'>,
  actor: Actor,
): boolean {
  return found.taken + (sitsAsLead(actor, found) ? 0 : found.reserved) < found.slots
}

/**
 * For how long this actor has had the case before them at most, in milliseconds: since they claimed it, or had it uncovered. Null where
 * they did neither. Asked at the moment in which they vote, before a slot is taken for it.
 */
export async function heldFor(
  tx: Tx,
  { datasetId, id }: Pick<Round, 'datasetId' | 'id'>,
  { id: personId }: Member,
  { leaseId }: Place,
): Promise<number | null> {
  const [row] = await tx.execute<{ ms: number | null }>(sql`
    select floor(extract(epoch from clock_timestamp() - least(
      (select l.created_at from lease l where l.dataset_id = ${datasetId} and l.id = ${leaseId ?? null}::uuid),
      (select max(r.created_at) from reveal r
       where r.person_id = ${personId} and r.dataset_id = ${datasetId} and r.case_id = ${id}
         and r.created_at > now() - interval '1 day'))) * 1000)::integer as ms`)
  return row?.ms ?? null
}

/**
 * Turns the claim of the actor into a vote's slot, or takes a free one for it. The caller has locked the case and refused who may
 * not vote. Throws a conflict when no slot is left.
 */
export async function spendSlot(tx: Tx, found: LockedCase, actor: Member, place: Place): Promise<void> {
  const leaseId = place.leaseId ?? (await takeSlot(tx, found, actor))
  await Promise.all([
    dropHeld(tx, found, actor.id),
    tx.execute(sql`
      update lease set ended_at = clock_timestamp(), outcome = 'voted'
      where dataset_id = ${found.datasetId} and id = ${leaseId}`),
  ])
}

/** Keeps the actor's slot for so many seconds, taking one if they hold none. */
export async function holdSlot(
  tx: Tx,
  found: LockedCase,
  actor: Member,
  place: Place,
  seconds: number,
): Promise<void> {
  const leaseId = place.leaseId ?? (await takeSlot(tx, found, actor))
  await tx.execute(sql`
    update lease set expires_at = clock_timestamp() + make_interval(secs => ${seconds})
    where dataset_id = ${found.datasetId} and id = ${leaseId}`)
}

/** A claim for no time: the caller says what becomes of it. */
async function takeSlot(tx: Tx, found: LockedCase, actor: Member): Promise<string> {
  if (!hasRoom(found, actor)) throw conflict(say('queues.errors.full'))
  const forLead = found.reserved > 0 && sitsAsLead(actor, found)
  await sit(tx, found, actor.id)
  const [lease] = await tx.execute<{ id: string }>(sql`
    insert into lease (dataset_id, case_id, round, slot, reviewer_id, for_lead, expires_at)
    select ${found.datasetId}, ${found.id}, ${found.round}, min(n), ${actor.id}, ${forLead}, clock_timestamp()
    from generate_series(1, ${found.slots}::integer) n
    where not exists (
      select from lease l where l.dataset_id = ${found.datasetId} and l.case_id = ${found.id} and l.round = ${found.round}
        and l.slot = n and (l.ended_at is null or l.outcome = 'voted'))
    returning id`)
  if (!lease) throw new Error('a case with room has no free slot')
  // A claim counts what it hands out; who comes by another way sees it now, unless it counted before.
  if (!(await wasSeen(tx, actor, found))) await countAsSeen(tx, actor.id, found.category)
  await tx.execute(sql`
    update review_case set taken = taken + 1, reserved = reserved - ${forLead ? 1 : 0}
    where dataset_id = ${found.datasetId} and id = ${found.id}`)
  return lease.id
}

/**
 * Whoever skipped a case may come back to it. Who flagged it, or is barred, may not: refused here, whatever the verb, and by the keys of
 * the tables after that.
 */
export async function sit(tx: Tx, { datasetId, id, round }: Round, personId: string): Promise<void> {
  const [seat] = await tx.execute<{ kind: SeatKind }>(sql`
    insert into case_seat (dataset_id, case_id, round, person_id, kind)
    values (${datasetId}, ${id}, ${round}, ${personId}, 'reviewer')
    on conflict (dataset_id, case_id, round, person_id) do update
      set kind = case when case_seat.kind in ('barred', 'flagged') then case_seat.kind else 'reviewer' end
    returning kind`)
  if (seat?.kind === 'barred') throw forbidden(barred())
  if (seat?.kind === 'flagged') throw forbidden(flaggedByYou())
}

/**
 * Keeps whoever raised these cases, or contests what was decided on them, out of their open rounds: a claim of theirs ends, and what they held back to undo goes with it. A vote
 * that they cast before stays. The caller holds the cases.
 */
export async function seatFlagger(
  tx: Tx,
  datasetId: string,
  caseIds: readonly string[],
  personId: string,
): Promise<void> {
  if (caseIds.length === 0) return
  const ids = sql`any (${sql.param([...caseIds])}::uuid[])`
  await tx.execute(sql`
    delete from held_vote where dataset_id = ${datasetId} and case_id = ${ids} and reviewer_id = ${personId}`)
  await tx.execute(sql`
    select give_back_slots(${datasetId}, array(
      select l.id from lease l
      where l.dataset_id = ${datasetId} and l.case_id = ${ids} and l.reviewer_id = ${personId} and l.ended_at is null), 'released')`)
  await tx.execute(sql`
    insert into case_seat (dataset_id, case_id, round, person_id, kind)
    select c.dataset_id, c.id, c.round, ${personId}, 'flagged' from review_case c
    where c.dataset_id = ${datasetId} and c.id = ${ids}
    on conflict (dataset_id, case_id, round, person_id) do update set kind = 'flagged' where case_seat.kind = 'skipped'`)
  await askWhereNobodyLeft(tx, datasetId, caseIds)
}

/** Gives up the seat of who flagged a case, for a decision that nobody else is left to make. */
export async function standDown(tx: Tx, { datasetId, id, round }: Round, personId: string): Promise<void> {
  await tx.execute(sql`
    delete from case_seat
    where dataset_id = ${datasetId} and case_id = ${id} and round = ${round} and person_id = ${personId} and kind = 'flagged'`)
}

/** What is done after a vote was held takes its place. */
export async function dropHeld(tx: Tx, { datasetId, id }: Round, personId: string): Promise<void> {
  await tx.execute(sql`
    delete from held_vote where dataset_id = ${datasetId} and case_id = ${id} and reviewer_id = ${personId}`)
}

/**
 * Ends the claim of a person without a vote, so that others get its slot. One whose vote is held stays until the vote is cast. The
 * caller has locked the case. Answers whether there was one.
 */
export async function giveBack(
  tx: Tx,
  { datasetId, id }: Pick<Round, 'datasetId' | 'id'>,
  personId: string,
  outcome: 'released' | 'skipped' | 'escalated',
): Promise<boolean> {
  const [row] = await tx.execute<{ ended: number }>(sql`
    select give_back_slots(${datasetId}, array(
      select l.id from lease l
      where l.dataset_id = ${datasetId} and l.case_id = ${id} and l.reviewer_id = ${personId} and l.ended_at is null
        and not ${isHeld}
      ), ${outcome}::lease_outcome) as ended`)
  return (row?.ended ?? 0) > 0
}

/** Left without a claim: the seat says that the case is not for them in this round. */
export async function sitAside(tx: Tx, { datasetId, id, round }: Round, personId: string): Promise<void> {
  await tx.execute(sql`
    insert into case_seat (dataset_id, case_id, round, person_id, kind)
    values (${datasetId}, ${id}, ${round}, ${personId}, 'skipped')
    on conflict do nothing`)
}

/** The votes did not agree, nobody is left to vote, or a reviewer asked: one more slot, for a lead. */
export async function askLead(
  tx: Tx,
  { datasetId, id }: Round,
  stage: 'adjudication' | 'escalation',
): Promise<void> {
  await tx.execute(sql`
    update review_case set stage = ${stage}::case_stage, slots = taken + 1, reserved = 1
    where dataset_id = ${datasetId} and id = ${id}`)
  await announceCases(tx, datasetId, [id])
}

/** The people `p` who review in the dataset of `c` now, each with a role `m` that lets them: neither disabled, nor standing aside. */
export const reviewsNow = sql`membership m
  join person p on p.id = m.person_id and p.disabled_at is null
  where m.dataset_id = c.dataset_id and m.role in ('reviewer', 'lead')
    and stands_aside(c.dataset_id, p.id, exists (
      select from membership o where o.dataset_id = c.dataset_id and o.person_id = p.id and o.role = 'maintainer')) is null`

/**
 * Whether anybody of the team can still vote in the open round of the case `c`: who has a claim of it, or has no part in it yet, a lead
 * where the free slots are kept for leads.
 */
const someLeft = sql`(
  exists (
    select from lease l
    where l.dataset_id = c.dataset_id and l.case_id = c.id and l.round = c.round and l.ended_at is null)
  or exists (
    select from ${reviewsNow} and (m.role = 'lead' or c.taken + c.reserved < c.slots)
      and not exists (
        select from case_seat s
        where s.dataset_id = c.dataset_id and s.case_id = c.id and s.round = c.round and s.person_id = p.id)))`

export async function somebodyLeft(tx: Tx, { datasetId, id }: Round): Promise<boolean> {
  const [row] = await tx.execute<{ left: boolean }>(sql`
    select ${someLeft} as left from review_case c where c.dataset_id = ${datasetId} and c.id = ${id}`)
  return row?.left ?? false
}

/**
 * Asks a lead for those of these cases in which somebody voted and nobody is left who could give another vote. The caller holds the
 * cases. Answers for how many.
 */
export async function askWhereNobodyLeft(
  tx: Tx,
  datasetId: string,
  caseIds: readonly string[],
): Promise<number> {
  if (caseIds.length === 0) return 0
  const alone = await tx.execute<{ id: string; round: number }>(sql`
    select c.id, c.round from review_case c
    where c.dataset_id = ${datasetId} and c.id = any (${sql.param([...caseIds])}::uuid[])
      and c.status = 'open' and c.stage = 'review' and not c.restricted
      and exists (select from review v where v.dataset_id = c.dataset_id and v.case_id = c.id and v.round = c.round)
      and not ${someLeft}`)
  for (const { id, round } of alone) await askLead(tx, { datasetId, id, round }, 'adjudication')
  return alone.length
}

/** A vote that does not count, or that missed what is found now, takes nobody's place; `forLeads` of these are kept for leads. */
export async function addSlots(
  tx: Tx,
  { datasetId, id }: Round,
  more: number,
  forLeads: number,
): Promise<void> {
  await tx.execute(sql`
    update review_case set slots = slots + ${more}, reserved = reserved + ${forLeads}
    where dataset_id = ${datasetId} and id = ${id}`)
  await announceCases(tx, datasetId, [id])
}

/** The round is over: claims that are still held end with it. */
export async function endClaims(tx: Tx, { datasetId, id }: Round): Promise<void> {
  await tx.execute(sql`
    update lease set ended_at = clock_timestamp(), outcome = 'resolved'
    where dataset_id = ${datasetId} and case_id = ${id} and ended_at is null`)
}
