import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import type { Scope } from './scope'

type Bars = { id: string; aside: boolean; kept: boolean; barred: string[] }

/**
 * What of these scopes they are led to: nothing that they stand aside from, as `standingOf` has it, and (`also`) no category that they
 * declined, had enough of, or were not asked about, nor a queue for leads where they are none. Who only looks on, and never votes, is led
 * to everything.
 */
export async function servedTo(
  on: Db,
  actor: Member,
  scopes: readonly Scope[],
): Promise<{ scopes: Scope[]; also: SQL | undefined }> {
  const ids = scopes.map(({ datasetId }) => datasetId)
  const among = (some: readonly string[]) => sql`d.id = any (${sql.param([...some])}::uuid[])`
  const reviewed = ids.filter((id) => can(actor, 'case.review', id))
  const votes = among(reviewed)
  // A lead who maintains decides directly where their vote is ruled out.
  const ruledOut = among(
    ids.filter((id) => actor.roles[id]?.includes('maintainer') && !can(actor, 'case.override', id)),
  )
  const leads = among(ids.filter((id) => can(actor, 'case.override', id)))
  const rows = await on.execute<Bars>(sql`
    select d.id, ${votes} and stands_aside(d.id, ${actor.id}, ${ruledOut}) is not null as aside,
      stands_aside(d.id, ${actor.id}, false) is not null and exists (
        select from site_membership m join person p on p.id = m.person_id and p.disabled_at is null
        where m.role = 'safety_officer' and p.id <> ${actor.id} and stands_aside(d.id, p.id, false) is null) as kept,
      array(
        select b.category from category_bars(d.id, ${actor.id}) b
        where ${votes} and (b.bar in ('declined', 'enough', 'pause', 'rest') or (b.bar = 'unasked' and not ${leads}))) as barred
    from unnest(${sql.param(ids)}::uuid[]) d (id)`)
  const barsOf = new Map(rows.map((row) => [row.id, row]))
  const barred = rows.flatMap(({ id, barred }) => barred.map((category) => ({ id, category })))
  return {
    scopes: scopes.map((scope) => {
      const bars = barsOf.get(scope.datasetId)
      const community = scope.community && !bars?.aside
      return { ...scope, community, restricted: scope.restricted && !bars?.kept }
    }),
    also: together([
      notAmong(barred),
      await inNoQueueForLeads(
        on,
        reviewed.filter((id) => !can(actor, 'case.override', id)),
      ),
    ]),
  }
}

const together = (asked: readonly (SQL | undefined)[]): SQL | undefined => {
  const all = asked.filter((one) => one !== undefined)
  return all.length > 0 ? sql`(c.restricted or (${sql.join(all, sql` and `)}))` : undefined
}

const notAmong = (barred: readonly { id: string; category: string }[]): SQL | undefined =>
  barred.length > 0
    ? sql`(c.dataset_id, c.category) not in (
        select b.id, b.category
        from unnest(${sql.param(barred.map(({ id }) => id))}::uuid[], ${sql.param(barred.map(({ category }) => category))}::text[]) b (id, category))`
    : undefined

async function inNoQueueForLeads(on: Db, ids: readonly string[]): Promise<SQL | undefined> {
  if (ids.length === 0) return undefined
  const queues = await on.execute<{ id: string }>(sql`
    select id from review_queue where audience = 'lead' and dataset_id = any (${sql.param([...ids])}::uuid[])`)
  return queues.length > 0
    ? sql`(c.queue_id is null or c.queue_id <> all (${sql.param(queues.map(({ id }) => id))}::uuid[]))`
    : undefined
}
