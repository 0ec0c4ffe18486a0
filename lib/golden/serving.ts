import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import type { goldenOutcome } from '@/db/schema/golden'
import type { Member } from '@/lib/auth/actor'
import type { Span } from '@/lib/review/spans'
import type { Action } from '@/lib/review/status'
import { type Bar, standingOf } from '@/lib/review/voters'
import type { Expected } from './judge'

/** A golden item on the screen of one reviewer, with the case it was made of. */
export type Serving = {
  id: string
  datasetId: string
  dataset: string
  goldenId: string
  /** The decided case behind the item. */
  caseId: string
  digest: Buffer
  category: string
  severity: number
  detectors: string[]
  sources: string[]
  language: string
  /** The claimed case that it stands before. */
  behindCaseId: string
  queueId: string
  openedAt: Date
  outcome: (typeof goldenOutcome.enumValues)[number] | null
  answer: {
    action: Action
    reasonCode: string
    spans: Span[]
    passed: boolean
    overlap: number | null
  } | null
  expected: Expected
  policyVersionId: string
  rationale: Buffer
  objected: boolean
  retired: boolean
}

type Row = Omit<Serving, 'digest' | 'openedAt' | 'answer' | 'expected' | 'rationale'> &
  Expected & {
    digest: Buffer
    openedAt: string
    rationale: Buffer
    action: Action | null
    reasonCode: string | null
    given: Span[] | null
    passed: boolean | null
    overlap: number | null
  }

/**
 * What stands under the address of a case when it is a golden item served to this member; null for everything else, and as soon as
 * its item is restricted.
 */
export async function servingOf(
  on: Db | Tx,
  actor: Member,
  at: { datasetId: string; id: string },
): Promise<Serving | null> {
  const [row] = await on.execute<Row>(sql`
    select s.id, s.dataset_id as "datasetId", d.slug as dataset, s.golden_id as "goldenId", g.case_id as "caseId", c.digest,
           c.category, c.severity, c.detectors, c.sources, c.language, s.behind_case_id as "behindCaseId", s.queue_id as "queueId",
           s.opened_at as "openedAt", s.outcome, s.action, s.reason_code as "reasonCode", s.spans as given, s.passed, s.overlap,
           array_to_json(g.actions) as actions, g.reasons, g.spans, g.least_overlap as "leastOverlap",
           g.policy_version_id as "policyVersionId", g.rationale, s.objection is not null as objected,
           g.retired_at is not null as retired
    from golden_serving s
    join golden_item g on g.dataset_id = s.dataset_id and g.id = s.golden_id
    join review_case c on c.dataset_id = g.dataset_id and c.id = g.case_id
    join dataset d on d.id = s.dataset_id
    where s.dataset_id = ${at.datasetId} and s.id = ${at.id} and s.person_id = ${actor.id} and not c.restricted`)
  return row ? servingFrom(row) : null
}

/** What has come between this member and an answer since it was served, as it would come between them and a vote on what they claimed. */
export async function barOf(on: Db | Tx, actor: Member, serving: Serving): Promise<Bar | null> {
  const { datasetId, caseId: id, category, queueId } = serving
  const asked = { datasetId, id, round: 1, category, restricted: false, queueId }
  return (await standingOf(on, actor, asked, { claimed: true })).bar
}

function servingFrom({ actions, reasons, spans, leastOverlap, ...row }: Row): Serving {
  const { action, reasonCode, given, passed, overlap, ...rest } = row
  return {
    ...rest,
    openedAt: new Date(row.openedAt),
    expected: { actions, reasons, spans, leastOverlap },
    answer:
      action && reasonCode !== null && passed !== null
        ? { action, reasonCode, spans: given ?? [], passed, overlap }
        : null,
  }
}
