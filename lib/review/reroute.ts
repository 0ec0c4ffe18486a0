import 'server-only'
import { sql } from 'drizzle-orm'
import { transact, type Tx } from '@/db/client'
import { firstQueue, holdRules } from './route'
import { announceCases, sweepArrivals } from './rounds'

/** Locks held at a time, and so how long a reviewer can wait for one of these cases. */
const CHUNK = 10_000

/** A place in the order in which everybody locks cases. */
type At = { digest: string; category: string }

/**
 * Makes the first-match rule hold again for every open case of a dataset, in chunks of one transaction each. A case nobody has
 * begun takes the rules of its queue; one that somebody has keeps those it began with and is only served from the queue it fits.
 * Answers how many moved or changed. Done again it changes nothing.
 */
export async function rerouteAll(datasetId: string): Promise<number> {
  await transact((tx) => sweepArrivals(tx, datasetId))
  let changed = 0
  for (let after: At | null = { digest: '', category: '' }; after !== null;) {
    const from: At = after
    const step: Step = await transact((tx) => reroute(tx, datasetId, from))
    changed += step.changed
    after = step.last
  }
  return changed
}

type Step = { changed: number; last: At | null }

async function reroute(tx: Tx, datasetId: string, after: At): Promise<Step> {
  await holdRules(tx, datasetId)
  const locked = await tx.execute<At & { id: string }>(sql`
    select id, encode(digest, 'hex') as digest, category from review_case
    where dataset_id = ${datasetId} and status = 'open' and (digest, category) > (decode(${after.digest}, 'hex'), ${after.category})
    order by digest, category limit ${CHUNK} for update`)
  // A statement of its own: it sees what the holders of those locks committed.
  const changed = await tx.execute<{ id: string }>(sql`
    update review_case c set
      queue_id = r.id,
      quorum = case when r.fresh then r.quorum else c.quorum end,
      slots = case when r.fresh then r.slots else c.slots end,
      lead_needed = case when r.fresh then r.lead_needed else c.lead_needed end,
      reserved = case when r.fresh then r.lead_needed::integer else c.reserved end,
      blind = case when r.fresh then r.blind else c.blind end,
      actions = case when r.fresh then r.actions else c.actions end,
      -- A law's clock stays what it is.
      due_at = case when r.fresh and c.takedowns = 0 then c.opened_at + make_interval(hours => r.due_hours) else c.due_at end
    from (
      select c.dataset_id, c.id as case_id, c.stage = 'review' and c.taken = 0 as fresh, q.*
      from review_case c cross join lateral (
        select q.id, q.quorum, q.slots, q.lead_needed, q.blind, q.actions, q.due_hours from (${firstQueue}) q) q
      where c.dataset_id = ${datasetId} and c.status = 'open' and c.id = any (${sql.param(locked.map(({ id }) => id))}::uuid[])
    ) r
    where c.dataset_id = r.dataset_id and c.id = r.case_id
      and (c.queue_id is distinct from r.id
        or r.fresh and (
          (c.quorum, c.slots, c.lead_needed, c.blind) is distinct from (r.quorum, r.slots, r.lead_needed, r.blind)
          or c.actions is distinct from r.actions
          or c.takedowns = 0 and c.due_at is distinct from c.opened_at + make_interval(hours => r.due_hours)))
    returning c.id`)
  await announceCases(
    tx,
    datasetId,
    changed.map(({ id }) => id),
  )
  const last = locked.length < CHUNK ? null : (locked.at(-1) ?? null)
  return { changed: changed.length, last }
}
