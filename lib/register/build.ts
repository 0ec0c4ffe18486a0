import 'server-only'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { decision, takedownEvent, takedownMatch, takedownRequest, reviewCase } from '@/db/schema'
import { dateIn } from '@/lib/clocks/clock'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { env } from '@/lib/runtime/env'
import { OUTCOMES_TOLD, outcomeTold } from '@/lib/takedowns/answering-events'
import { targetsOf } from '@/lib/takedowns/results'
import { hostsOf } from './hosts'
import {
  LAW_OF,
  isListed,
  type ListedKind,
  type Notice,
  noticeSchema,
  type Outcome,
  showsHosts,
} from './notice'
import { personalDataIn } from './personal-data'

export type Publishable = {
  id: string
  datasetId: string
  slug: string
  kind: string
  category: string
  restricted: boolean
  confidential: boolean
  submittedAt: Date
  dueAt: Date | null
}

/** Why a request is not in the register and will not be, or null. */
export function whyNotListed({
  kind,
  restricted,
  confidential,
}: Pick<Publishable, 'kind' | 'restricted' | 'confidential'>): string | null {
  if (restricted) return say('register.why.restricted')
  if (confidential) return say('register.why.confidential')
  return isListed(kind) ? null : say('register.why.counted')
}

export type Decided = { outcome: Outcome; at: Date }

const OUTCOME_OF: Readonly<Record<string, Outcome>> = {
  actioned: 'granted',
  partially_actioned: 'granted_in_part',
  no_action: 'declined',
  not_found: 'not_found',
  rejected: 'rejected',
}

/** The last answer that its requester was given; null while there is none. */
export async function lastAnswer(on: Db | Tx, requestId: string): Promise<Decided | null> {
  const events = await on
    .select({
      type: takedownEvent.type,
      outcome: sql<string | null>`${outcomeTold(sql`${takedownEvent.type}`, sql`${takedownEvent.data}`)}`,
      at: takedownEvent.createdAt,
    })
    .from(takedownEvent)
    .where(
      and(
        eq(takedownEvent.requestId, requestId),
        inArray(takedownEvent.type, [...OUTCOMES_TOLD, 'appealed']),
      ),
    )
    .orderBy(asc(takedownEvent.createdAt), asc(takedownEvent.ordinal))
  const last = events.at(-1)
  if (!last || last.type === 'appealed') return null
  const outcome = OUTCOME_OF[last.outcome ?? '']
  return outcome ? { outcome, at: last.at } : null
}

/**
 * The notice of a request that was answered, from structured fields alone. `hidden`: hosts that staff leave out. Throws conflict for a
 * request that is only counted, or has no answer yet.
 */
export async function buildNotice(
  on: Db | Tx,
  request: Publishable,
  { summary, hidden }: { summary: string | null; hidden: readonly string[] },
): Promise<{ notice: Notice; decidedAt: Date }> {
  const why = whyNotListed(request)
  if (why !== null || !isListed(request.kind)) throw conflict(why ?? say('register.why.counted'))
  const answer = await lastAnswer(on, request.id)
  if (!answer) throw conflict(say('register.why.open'))
  const [targets, named, items, contested] = await Promise.all([
    targetsOf(on, request.id),
    countNamed(on, request.id),
    itemsOf(on, request.id),
    timesContested(on, request.id),
  ])
  const notice = noticeSchema.parse({
    v: 1,
    kind: request.kind,
    law: LAW_OF[request.kind],
    dataset: request.slug,
    received: dayOf(request.submittedAt),
    decided: dayOf(answer.at),
    due: request.dueAt && dateIn(request.dueAt, env().place.zone),
    outcome: answer.outcome,
    targets: Math.max(named, targets.length),
    hosts: hostsShown(request.kind, request.category, targets, hidden),
    items: items.counts,
    reasons: items.reasons,
    contested,
    summary,
  })
  return { notice, decidedAt: answer.at }
}

function hostsShown(
  kind: ListedKind,
  category: string,
  targets: Awaited<ReturnType<typeof targetsOf>>,
  hidden: readonly string[],
) {
  if (!showsHosts(kind, category)) return []
  return hostsOf(
    targets.map(({ target }) => target),
    { suspect: (host) => personalDataIn(host).length > 0, leaveOut: hidden },
  )
}

/** As it said when it came in; what it named goes after its time. */
async function countNamed(on: Db | Tx, requestId: string): Promise<number> {
  const [row] = await on
    .select({ n: sql<number>`coalesce((${takedownEvent.data} ->> 'targets')::int, 0)` })
    .from(takedownEvent)
    .where(and(eq(takedownEvent.requestId, requestId), eq(takedownEvent.type, 'submitted')))
  return row?.n ?? 0
}

async function itemsOf(on: Db | Tx, requestId: string) {
  const rows = await on
    .selectDistinct({
      digest: takedownMatch.digest,
      action: decision.action,
      reason: decision.reasonCode,
    })
    .from(takedownMatch)
    .innerJoin(
      reviewCase,
      and(eq(reviewCase.datasetId, takedownMatch.datasetId), eq(reviewCase.id, takedownMatch.caseId)),
    )
    .innerJoin(
      decision,
      and(eq(decision.datasetId, reviewCase.datasetId), eq(decision.id, reviewCase.decisionId)),
    )
    .where(and(eq(takedownMatch.requestId, requestId), eq(reviewCase.status, 'decided')))
  const counts: Partial<Record<(typeof rows)[number]['action'], number>> = {}
  for (const { action } of rows) counts[action] = (counts[action] ?? 0) + 1
  return { counts, reasons: [...new Set(rows.map(({ reason }) => reason))].sort() }
}

async function timesContested(on: Db | Tx, requestId: string): Promise<number> {
  const rows = await on
    .select({ id: takedownEvent.id })
    .from(takedownEvent)
    .where(and(eq(takedownEvent.requestId, requestId), eq(takedownEvent.type, 'appealed')))
  return rows.length
}

/** The row of a request that a notice is made from, without a lock. */
export const publishableColumns = {
  id: takedownRequest.id,
  datasetId: takedownRequest.datasetId,
  kind: takedownRequest.kind,
  submittedAt: takedownRequest.submittedAt,
  dueAt: takedownRequest.dueAt,
  status: takedownRequest.status,
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
