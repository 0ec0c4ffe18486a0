import 'server-only'
import { sql } from 'drizzle-orm'
import { db, type Db, type Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { parseQueue } from './filters'
import { branchesOf, keysetPage, matching, sortColumn } from './keyset'
import { scopesOf } from './scope'
import { foundBy } from './search-cases'

export type NextCase = { dataset: string; caseId: string }

type From = {
  /** The queue the reviewer works through: a query string of the triage page. */
  queue: string
  /** The case they come from; without it the queue begins at its first. */
  after?: { datasetId: string; id: string }
}

/**
 * The next open case of a queue after the one just left, beginning again at the top when the end is reached; null when
 * nothing is left that this reviewer can vote on. What they skipped comes round again only after everything else.
 */
export async function nextCase(on: Db | Tx, actor: Member, { queue, after }: From): Promise<NextCase | null> {
  const filters = parseQueue(queue)
  const branches = branchesOf(await scopesOf(on, actor, filters.dataset), 'open')
  if (branches.length === 0) return null
  // Never the case they come from, nor one that waits for somebody else's vote.
  const where = sql`${matching(filters, await foundBy(actor, filters, on))} and c.id <> ${after?.id ?? NOBODY}::uuid and not exists (
    select 1 from review v where v.dataset_id = c.dataset_id and v.case_id = c.id and v.round = c.round and v.reviewer_id = ${actor.id})
    and not exists (
      select 1 from held_vote h where h.dataset_id = c.dataset_id and h.case_id = c.id and h.round = c.round and h.reviewer_id = ${actor.id}
        and h.refused is null)`
  const place = after && {
    value: valueAt(after, sortColumn(filters.sort)),
    id: sql`${after.id}`,
    edge: 'after' as const,
  }
  for (const from of place ? [place, undefined] : [undefined]) {
    const [row] = await on.execute<{ dataset: string; id: string }>(sql`
      select s.slug as dataset, page.id from (${keysetPage(branches, where, filters.sort, 1, from)}) as page
      join dataset s on s.id = page.dataset_id`)
    if (row) return { dataset: row.dataset, caseId: row.id }
  }
  return null
}

/** The same for pages: the case to skip to. */
export const nextInQueue = (actor: Member, from: From): Promise<NextCase | null> =>
  nextCase(db(), actor, from)

const NOBODY = '00000000-0000-0000-0000-000000000000'

const valueAt = (
  { datasetId, id }: { datasetId: string; id: string },
  column: ReturnType<typeof sortColumn>,
) => sql`(select ${column} from review_case c where c.dataset_id = ${datasetId} and c.id = ${id})`
