import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { can, datasetsWhere } from '@/lib/auth/permissions'
import { categoryInText } from '@/lib/detection/category-name'
import { retold } from '@/lib/i18n/kept'
import { say } from '@/lib/i18n/say'
import { UNDETERMINED } from '@/lib/text/language'
import type { HeldKind } from './held-vote'
import { quorumInWords, type Queue } from './queue-rules'
import { queuesOf } from './queues'
import { isHeld, isRanOut } from './ran-out'

export type QueueView = {
  id: string
  name: string
  rule: string
  blind: boolean
  /** Cases with a free slot, and those whose slots are the reader's own or were claimed and ran out, counted up to `MOST_COUNTED`. */
  open: number
  capped: boolean
  /** Of those counted. */
  overdue: number
  /** Within a day, and not overdue yet. */
  dueSoon: number
  oldest: Date | null
}

export type DatasetQueues = {
  datasetId: string
  slug: string
  name: string
  queues: QueueView[]
  recused: boolean
}

/** Beyond this a number says nothing more to somebody who chooses where to begin. */
export const MOST_COUNTED = 1_000

/** The queues in which this member may review, by dataset. */
export async function queuesFor(actor: Member): Promise<DatasetQueues[]> {
  const ids = datasetsWhere(actor, 'case.review')
  if (ids.length === 0) return []
  const datasets = await db().execute<{
    datasetId: string
    slug: string
    name: string
    recused: boolean
  }>(sql`
    select d.id as "datasetId", d.slug, d.name,
      exists (select from recusal r where r.person_id = ${actor.id} and r.dataset_id = d.id) as recused
    from dataset d where d.id = any (${sql.param(ids)}::uuid[]) order by d.name`)
  return Promise.all(
    datasets.map(async (dataset) => {
      const queues = await queuesOf(db(), dataset.datasetId)
      const open = queues.filter(
        ({ audience }) => audience === 'reviewer' || can(actor, 'case.override', dataset.datasetId),
      )
      const mine = open.map((queue) => counted(dataset.datasetId, queue, actor))
      return { ...dataset, queues: await Promise.all(mine) }
    }),
  )
}

export type CountedQueue = { rules: Queue; open: number; capped: boolean }

/** Every queue of a dataset with its rules, and how many cases wait in it. The caller has asked who may see them. */
export async function countedQueues(datasetId: string): Promise<CountedQueue[]> {
  const queues = await queuesOf(db(), datasetId)
  return Promise.all(
    queues.map(async (rules) => {
      const { open, capped } = await counted(datasetId, rules, null)
      return { rules, open, capped }
    }),
  )
}

/** @param reader who could take one: what they hold comes first for them, and is open to nobody else */
async function counted(datasetId: string, queue: Queue, reader: Member | null): Promise<QueueView> {
  const [row] = await db().execute<{ open: number; overdue: number; due: number; oldest: string | null }>(sql`
    select count(*)::int as open, count(*) filter (where due_at < now())::int as overdue,
      count(*) filter (where due_at >= now() and due_at < now() + interval '1 day')::int as due, min(opened_at) as oldest
    from (
      (select due_at, opened_at from review_case
       where dataset_id = ${datasetId} and queue_id = ${queue.id} and claimable
       limit ${MOST_COUNTED})
      union all
      -- From the claims, which are few, to their cases one by one.
      (select c.due_at, c.opened_at
       from (
         select distinct l.case_id from lease l
         where l.dataset_id = ${datasetId} and l.ended_at is null
           and (${isRanOut} or (l.reviewer_id = ${reader?.id ?? null}::uuid and not ${isHeld}))) x
       cross join lateral (
         select c.due_at, c.opened_at from review_case c
         where c.dataset_id = ${datasetId} and c.id = x.case_id and c.queue_id = ${queue.id}
           and c.status = 'open' and not c.restricted and not c.claimable
         offset 0) c)
      limit ${MOST_COUNTED}
    ) c`)
  const open = row?.open ?? 0
  return {
    id: queue.id,
    name: queue.name,
    rule: quorumInWords(queue),
    blind: queue.blind,
    open,
    capped: open === MOST_COUNTED,
    overdue: row?.overdue ?? 0,
    dueSoon: row?.due ?? 0,
    oldest: row?.oldest ? new Date(row.oldest) : null,
  }
}

export type Refused = { datasetId: string; dataset: string; caseId: string; kind: HeldKind; why: string }

/** Votes of this member, and what else they sent, that could not be carried out when the time came. */
export async function refusedVotes(actor: Member): Promise<Refused[]> {
  const rows = await db().execute<Refused>(sql`
    select h.dataset_id as "datasetId", d.slug as dataset, h.case_id as "caseId", h.kind, h.refused as why
    from held_vote h join dataset d on d.id = h.dataset_id
    where h.reviewer_id = ${actor.id} and h.refused is not null
    order by h.casts_at`)
  return rows.map((row) => ({ ...row, why: retold(row.why) }))
}

/** Why a reviewer gets no case although some are open: the first thing that is in the way, in a sentence. */
export async function whyNothing(actor: Member, datasetId: string): Promise<string> {
  const maintains = actor.roles[datasetId]?.includes('maintainer') ?? false
  const [row] = await db().execute<{
    aside: 'recused' | 'maintains' | null
    open: number
    unread: boolean
    paused: boolean
    resting: string[]
    enough: string[]
  }>(sql`
    select
      stands_aside(${datasetId}, ${actor.id}, ${maintains}) as aside,
      (select count(*)::int from (select 1 from review_case where dataset_id = ${datasetId} and claimable limit 1) x) as open,
      (select p.languages is not null and not exists (
          select from review_case c where c.dataset_id = ${datasetId} and c.claimable and c.language = any (p.languages || ${UNDETERMINED}::text))
        from reviewer_preference p where p.person_id = ${actor.id}) as unread,
      coalesce(bool_or(b.bar = 'pause'), false) as paused,
      array_remove(array_agg(case when b.bar = 'rest' then b.category end order by b.category), null) as resting,
      array_remove(array_agg(case when b.bar = 'enough' then b.category end order by b.category), null) as enough
    from category_bars(${datasetId}, ${actor.id}) b`)
  if (!row) return say('queue.nothing.open')
  if (row.aside) return say(`queue.nothing.${row.aside}`)
  if (row.open === 0) return say('queue.nothing.forReviewers')
  if (row.unread) return say('queue.nothing.languages')
  if (row.paused) return say('queue.nothing.pause')
  if (row.resting.length > 0) return say('queue.nothing.rest', { categories: inText(row.resting) })
  if (row.enough.length > 0) return say('queue.nothing.enough', { categories: inText(row.enough) })
  return say('queue.nothing.elsewhere')
}

const inText = (categories: readonly string[]) => categories.map(categoryInText).join(', ')
