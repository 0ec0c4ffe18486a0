import 'server-only'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { person } from '@/db/schema'
import { seatFlagger } from '@/lib/review/seats'
import { addressFingerprint, contactOf } from './contact'
import { isFromNobody } from './own-request'

/**
 * Who asked with the confirmed address of an account here does not judge what they asked for. By the urgent lane anybody can give any
 * address, which nobody confirms: it would keep the officer whose it is from answering.
 */
export async function seatRequester(
  tx: Tx,
  { id, datasetId }: { id: string; datasetId: string },
  caseIds: readonly string[],
): Promise<void> {
  const contact = await contactOf(tx, id)
  if (!contact) return
  if (await isFromNobody(tx, id)) return
  const address = contact.email.trim().toLowerCase()
  const [member] = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.email, address), isNotNull(person.verifiedAt)))
  if (member) await seatFlagger(tx, datasetId, caseIds, member.id)
}

/**
 * Somebody begins to review in a dataset: what they asked of it before, with the address that is their account's now, is for others. A claim
 * that they have of it ends.
 */
export async function seatNewcomer(
  tx: Tx,
  { personId, datasetId }: { personId: string; datasetId: string },
): Promise<void> {
  const [who] = await tx.select({ email: person.email }).from(person).where(eq(person.id, personId))
  if (!who) return
  const asked = await tx.execute<{ id: string; caseIds: string[] }>(sql`
    select k.request_id as id, array_agg(distinct a.case_id::text) as "caseIds"
    from takedown_contact k
    join (
      select request_id, case_id from takedown_match where dataset_id = ${datasetId}
      union all
      select substring(actor from 11)::uuid, case_id from appeal where dataset_id = ${datasetId} and actor like 'requester:%'
    ) a on a.request_id = k.request_id
    where k.email_hmac = ${addressFingerprint(who.email)}
    group by 1`)
  // In the order in which everybody locks cases.
  await tx.execute(sql`
    select 1 from review_case
    where dataset_id = ${datasetId} and id = any (${sql.param(asked.flatMap(({ caseIds }) => caseIds))}::uuid[])
    order by digest, category for update`)
  for (const { id, caseIds } of asked) await seatRequester(tx, { id, datasetId }, caseIds)
}

/** Beside an erased contact nothing says who asked; that somebody escalated an item or contests its decision themselves is another matter. */
export async function forgetRequesterSeats(tx: Tx, requestId: string): Promise<void> {
  // What it asks about, or, of a complaint, what it complains of.
  const about = sql`(
    select dataset_id, case_id from takedown_match where request_id = ${requestId}
    union
    select dataset_id, unnest(case_ids) from complaint where request_id = ${requestId})`
  const seated = await tx.execute<{ id: string; email: string; mailbox: Buffer }>(sql`
    select distinct p.id, p.email, k.email_hmac as mailbox
    from takedown_contact k
    cross join ${about} m
    join case_seat s on s.dataset_id = m.dataset_id and s.case_id = m.case_id and s.kind = 'flagged'
    join person p on p.id = s.person_id
    where k.request_id = ${requestId}`)
  for (const { id, email, mailbox } of seated) {
    if (!addressFingerprint(email).equals(mailbox)) continue
    await tx.execute(sql`
      delete from case_seat s using ${about} m
      where s.dataset_id = m.dataset_id and s.case_id = m.case_id
        and s.person_id = ${id} and s.kind = 'flagged' and not exists (
          select from flag f join review_case c on c.dataset_id = f.dataset_id and c.digest = f.digest and c.category = f.category
          where c.dataset_id = s.dataset_id and c.id = s.case_id and f.detector = ${`member:${id}`})
        and not exists (
          select from appeal a
          where a.dataset_id = s.dataset_id and a.case_id = s.case_id and a.actor = ${`member:${id}`})`)
  }
}
