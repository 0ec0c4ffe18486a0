import 'server-only'
import { sql, type SQL } from 'drizzle-orm'
import type { Actor } from '@/lib/auth/actor'
import { cannot } from '@/lib/auth/cannot'
import { can } from '@/lib/auth/permissions'
import { datasetBySlug } from '@/lib/datasets/queries'
import { forbidden } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { type Period, sinceOf } from './period'

/** What is measured: one dataset, from a time on. Restricted cases are in no number: they are no matter of the community. */
export type Scope = { datasetId: string; slug: string; name: string; since: SQL; mayCompare: boolean }

/** Facts of each kind that are read for one page, the newest; beyond it a page says so. */
export const MOST_READ = 100_000

export const cannotReadMetrics = (actor: Actor, datasetId: string): string | undefined =>
  can(actor, 'metrics.view_all') ? undefined : cannot(actor, 'metrics.view', datasetId)

/** The metrics of a dataset for whoever may read them; 404 for one that is not there. */
export async function metricsScope(
  actor: Actor,
  slug: string,
  period: Period,
  now = new Date(),
): Promise<Scope> {
  const { id: datasetId, name } = await datasetBySlug(slug)
  const denied = cannotReadMetrics(actor, datasetId)
  if (denied) throw forbidden(denied)
  return {
    datasetId,
    slug,
    name,
    since: sql`${sinceOf(period, now)?.toISOString() ?? '-infinity'}::timestamptz`,
    mayCompare: can(actor, 'reviewers.compare', datasetId),
  }
}

/** Decisions of the period, the newest first, as far as they are read. */
export const decisionsOf = ({ datasetId, since }: Scope): SQL => sql`
  select dataset_id, id, case_id, digest, category, kind, action, spans, judged, round, actor, created_at
  from decision where dataset_id = ${datasetId} and created_at >= ${since}
  order by created_at desc nulls last limit ${MOST_READ}`

/** Votes of the period likewise. */
export const votesOf = ({ datasetId, since }: Scope): SQL => sql`
  select dataset_id, id, case_id, round, reviewer_id, action, spans, seen, policy_version_id, handling_ms, held_ms, created_at
  from review where dataset_id = ${datasetId} and created_at >= ${since}
  order by created_at desc nulls last limit ${MOST_READ}`

/** That only the newest are counted, when as many were read as are. */
export const cappedNote = (
  read: number,
  what: 'decisions' | 'casesAndDecisions' | 'votesAndDecisions' | 'redactions',
): string | undefined =>
  read < MOST_READ ? undefined : say(`metrics.capped.${what}`, { most: String(MOST_READ) })
