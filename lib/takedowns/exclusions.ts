import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { notFound } from '@/lib/errors'
import { decider } from '@/lib/review/case-row'
import { BASIS_OF_RULE } from '@/lib/suppression/basis'
import type { SuppressionKind } from '@/lib/suppression/labels'

/** A source that is kept out of every revision. What it is about is stored as a fingerprint, so it cannot be named. */
export type ExclusionView = {
  id: string
  kind: SuppressionKind
  since: Date
  /** Null while it is in force. */
  endedAt: Date | null
  /** The case whose decision made it: deciding it otherwise ends the rule too. Null when it was made for itself. */
  caseId: string | null
  category: string
  reasonCode: string
  /** Who decided; a pseudonym. */
  by: string
  /** Where it holds; null = everywhere. */
  territories: string[] | null
  request: { id: string; reference: string } | null
  /** Items of the newest revision that it was found to be about at import. */
  items: number
}

/** Shown in a list at most; there is one for each upheld opt-out. */
const MOST = 500

/** The standing exclusions of a dataset, those in force first, newest first. For its leads and maintainers; of restricted cases for nobody. */
export async function exclusionsOf(actor: Member, datasetId: string): Promise<ExclusionView[]> {
  authorize(actor, 'takedown.view', { datasetId })
  return listed(datasetId, sql`true`)
}

/** One of them. */
export async function exclusionView(actor: Member, datasetId: string, id: string): Promise<ExclusionView> {
  authorize(actor, 'takedown.view', { datasetId })
  const [found] = z.uuid().safeParse(id).success ? await listed(datasetId, sql`r.id = ${id}`) : []
  if (!found) throw notFound('exclusion')
  return found
}

async function listed(datasetId: string, which: SQL): Promise<ExclusionView[]> {
  const rows = await db().execute<
    Omit<ExclusionView, 'since' | 'endedAt' | 'request'> & {
      since: string
      endedAt: string | null
      requestId: string | null
      reference: string | null
    }
  >(sql`
    select r.id, r.kind, r.created_at as since, r.ended_at as "endedAt", d.case_id as "caseId", r.territories,
           d.category, d.reason_code as "reasonCode", ${decider('d')} as by,
           q.id as "requestId", q.reference,
           (select count(*)::int from flag f where f.dataset_id = r.dataset_id and f.detector = 'rule:' || r.id
              and f.revision_id = (select v.id from revision v where v.dataset_id = r.dataset_id and v.state = 'complete'
                                   order by v.number desc limit 1)) as items
    from suppression_rule r
    join ${sql.raw(BASIS_OF_RULE)} d on true
    join category k on k.id = d.category and k.restricted = 0
    left join takedown_request q on q.id = r.request_id
    where r.dataset_id = ${datasetId} and ${which}
    order by r.ended_at is not null, r.created_at desc, r.id
    limit ${MOST}`)
  return rows.map(({ since, endedAt, requestId, reference, ...row }) => ({
    ...row,
    since: new Date(since),
    endedAt: endedAt === null ? null : new Date(endedAt),
    request: requestId !== null && reference !== null ? { id: requestId, reference } : null,
  }))
}

/** How many are in force: what everybody may know. */
export async function countExclusions(datasetId: string): Promise<number> {
  const [row] = await db().execute<{ n: number }>(sql`
    select count(*)::int as n from suppression_rule where dataset_id = ${datasetId} and ended_at is null`)
  return row?.n ?? 0
}
