import 'server-only'
import { asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { authorityReport, person, takedownContact, takedownReach, urgentReport } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { openAll } from '@/lib/crypto/subject-seal'
import { ledToNothing } from '@/lib/takedowns/answer-unfound'
import { type Urgent, urgentOf } from './labels'

/** A report that nobody has answered, as the list of the officers shows it. */
export type UrgentRow = {
  id: string
  reference: string
  about: Urgent
  dataset: string
  dueAt: Date | null
  /** Items that are out of sight because of it and undecided. */
  open: number
  /** Nothing of it is out of sight yet: it is beyond what is hidden unseen. */
  waits: boolean
}

const MOST = 50

/** Restricted requests without an answer, and those taken back that still keep something out of sight, for safety officers: those that wait for a press first, then by when they are due. None for anybody else. */
export async function urgentRequests(actor: Member): Promise<UrgentRow[]> {
  if (!can(actor, 'restricted.handle')) return []
  const rows = await db().execute<
    Omit<UrgentRow, 'dueAt' | 'about'> & { category: string; dueAt: string | null }
  >(sql`
    select q.id, q.reference, q.category, s.name as dataset, q.due_at as "dueAt",
           coalesce(r.state = 'waiting', false) as waits,
           (select count(distinct c.id)::int from takedown_match m
            join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id and c.status = 'open'
            where m.request_id = q.id) as open
    from takedown_request q
    join category k on k.id = q.category and k.restricted = 1
    join dataset s on s.id = q.dataset_id
    left join takedown_reach r on r.request_id = q.id
    where q.confirmed_at is not null and (q.closed_at is null or exists (
      select from takedown_match m
      join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id and c.status = 'open' and c.category = q.category
      where m.request_id = q.id))
    order by coalesce(r.state = 'waiting', false) desc, q.due_at nulls last, q.id
    limit ${MOST}`)
  return rows.flatMap(({ category, dueAt, ...row }) => {
    const about = urgentOf(category)
    return about ? [{ ...row, about, dueAt: dueAt === null ? null : new Date(dueAt) }] : []
  })
}

/** What only this lane has of a request, for its officers: the page has asked for the request itself, which is theirs. */
export async function urgentView(requestId: string) {
  const [[came], [reach], [contact], reports, nothing] = await Promise.all([
    db()
      .select({ passedAt: urgentReport.passedAt })
      .from(urgentReport)
      .where(eq(urgentReport.requestId, requestId)),
    db()
      .select({ state: takedownReach.state })
      .from(takedownReach)
      .where(eq(takedownReach.requestId, requestId)),
    db()
      .select({ id: takedownContact.requestId })
      .from(takedownContact)
      .where(eq(takedownContact.requestId, requestId)),
    reportsOf(requestId),
    ledToNothing(db(), requestId),
  ])
  return {
    /** Nobody confirmed who sent it. */
    urgent: came !== undefined,
    anonymous: came !== undefined && contact === undefined,
    waits: reach?.state === 'waiting',
    nothing,
    reports,
  }
}

const fact = z.object({ authority: z.string(), reference: z.string() })

async function reportsOf(requestId: string) {
  const rows = await db()
    .select({
      id: authorityReport.id,
      on: authorityReport.reportedOn,
      by: person.pseudonym,
      sealed: authorityReport.sealed,
    })
    .from(authorityReport)
    .innerJoin(person, eq(person.id, authorityReport.by))
    .where(eq(authorityReport.requestId, requestId))
    .orderBy(asc(authorityReport.reportedOn), asc(authorityReport.createdAt))
  const opened = await openAll(
    db(),
    rows.map(({ sealed }) => ({ place: 'authority_report', sealed })),
  )
  return rows.flatMap(({ sealed: _, ...row }, i) => {
    const box = opened[i]
    return box ? [{ ...row, ...fact.parse(JSON.parse(box.toString('utf8'))) }] : []
  })
}
