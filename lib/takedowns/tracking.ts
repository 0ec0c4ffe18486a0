import 'server-only'
import { and, asc, eq, notInArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { category, dataset, takedownConfirmation, takedownEvent, takedownRequest } from '@/db/schema'
import { attachmentsOf } from '@/lib/attachments/keep'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { announcedLift } from './announced-lift'
import { isContestedAnyway, somethingToContest, wasContested } from './appeal'
import type { TakedownKind } from './attestations'
import { clockLines } from './clock-lines'
import { complaintOverSince } from './complaint-window'
import { regimeOfRequest } from './contact'
import { redressOf } from './outcome'
import { standingOf } from './process-view'
import { isForATime, isToKnow, type Right } from './rights'
import { rightsView } from './rights-view'
import { decidedMatches, describeTargetResult, resultsOf, type TargetResult } from './results'
import { isAnswering } from './kinds'
import { holdsLater } from './standing'
import type { EventData, EventType } from './request-row'
import { isClosed, may, type TakedownStatus } from './status'
import { tokenHash } from './tokens'
import { describeTarget } from './words'

export type TrackingView = NonNullable<Awaited<ReturnType<typeof trackingView>>>

/**
 * What the holder of a tracking link sees: neither the name nor the address, so that a link in the wrong hands tells as
 * little as it can. What became of each target is told with the outcome, not before: until then the page would answer
 * "is this text in the dataset?" to anybody who asks. Of what is restricted it never tells what was not found from what was kept, for
 * nobody has to say who they are to ask. Null for a link that is none.
 */
export async function trackingView(token: string) {
  const [request] = await db()
    .select({
      id: takedownRequest.id,
      datasetId: takedownRequest.datasetId,
      reference: takedownRequest.reference,
      kind: takedownRequest.kind,
      right: takedownRequest.right,
      status: takedownRequest.status,
      submittedAt: takedownRequest.submittedAt,
      confirmedAt: takedownRequest.confirmedAt,
      dueAt: takedownRequest.dueAt,
      closedAt: takedownRequest.closedAt,
      slug: dataset.slug,
      dataset: dataset.name,
      restricted: sql<boolean>`${category.restricted} = 1`,
    })
    .from(takedownRequest)
    .innerJoin(dataset, eq(dataset.id, takedownRequest.datasetId))
    .innerJoin(category, eq(category.id, takedownRequest.category))
    .where(
      and(
        eq(takedownRequest.trackingHash, tokenHash(token)),
        notInArray(takedownRequest.status, ['email_unverified', 'expired']),
      ),
    )
  if (!request) return null
  const [standing, results, events, clocks, later, files, regime, answered, lift] = await Promise.all([
    standingOf(request),
    resultsOf(db(), request.id),
    eventsOf(request),
    clockLines(request.id),
    holdsLater(db(), request),
    attachmentsOf(db(), request.id),
    regimeOfRequest(db(), request.id),
    rightsView(request),
    announcedLift(db(), request),
  ])
  // Of what was not decided nothing is told: the page would answer what is in the dataset.
  const isOver = isForATime(request) && request.status === 'restored'
  const told =
    isClosed(request.status) && !UNDECIDED.includes(request.status) && !isToKnow(request) && !isOver
  const mayContest = may(request.status, 'appeal') && (await hasSomethingToContest(request))
  const { id: _, datasetId: __, ...shown } = request
  return {
    ...shown,
    url: env().url + paths.takedownTrack(token),
    standing,
    /** Under whose law a privacy request was made. */
    regime,
    mayContest,
    redress: UNTOLD.includes(request.status)
      ? redressOf(say, { kind: request.kind, regime }, mayContest ? 'below' : null)
      : null,
    mayWithdraw: may(request.status, 'withdraw'),
    events,
    clocks,
    later,
    files,
    answered,
    /** That its restriction is going to end; `isOver`: that it has. */
    lift,
    isOver,
    targets: results.map((result) => ({
      kind: result.target.kind,
      text: describeTarget(say, result.target),
      results: told ? describeTargetResult(say, request.restricted ? followed(result) : result) : [],
    })),
  }
}

/** Of a restricted target, what was done as it was asked; of everything else, nothing. */
const followed = (result: TargetResult): TargetResult => ({
  ...result,
  state: 'matched',
  broad: false,
  words: [],
  notMeant: [],
  decided: result.decided.filter(({ action }) => action !== 'keep'),
})

/** Answers without an outcome: what can be done against them is said by itself (GDPR Art. 12(4)), also when nothing can be contested here any more. */
const UNTOLD: readonly TakedownStatus[] = ['rejected', 'no_match']

/** Nothing was decided about a row: withdrawn, not taken up, or answered that nothing is about who asks. */
const UNDECIDED: readonly TakedownStatus[] = ['withdrawn', 'rejected', 'answered']

async function hasSomethingToContest({
  id: requestId,
  right,
  kind,
  status,
  restricted,
}: {
  id: string
  right: Right | null
  kind: TakedownKind
  status: TakedownStatus
  restricted: boolean
}): Promise<boolean> {
  if ((await wasContested(db(), requestId)) || (await complaintOverSince(db(), requestId))) return false
  if (status === 'no_match') return !isAnswering(kind)
  if (status === 'rejected' || status === 'answered' || isContestedAnyway({ status, restricted })) return true
  return somethingToContest(db(), { id: requestId, right }, await decidedMatches(db(), requestId))
}

/** What the confirmation page says before anything is pressed. `unknown` also for a token that never was one. */
export async function confirmationState(token: string): Promise<'unknown' | 'ready' | 'used' | 'over'> {
  const [link] = await db()
    .select({ usedAt: takedownConfirmation.usedAt, expiresAt: takedownConfirmation.expiresAt })
    .from(takedownConfirmation)
    .where(eq(takedownConfirmation.tokenHash, tokenHash(token)))
  if (!link) return 'unknown'
  if (link.usedAt) return 'used'
  return link.expiresAt <= new Date() ? 'over' : 'ready'
}

async function eventsOf({ id: requestId, restricted }: { id: string; restricted: boolean }) {
  const events = await db()
    .select({
      id: takedownEvent.id,
      type: takedownEvent.type,
      data: takedownEvent.data,
      at: takedownEvent.createdAt,
    })
    .from(takedownEvent)
    .where(eq(takedownEvent.requestId, requestId))
    .orderBy(asc(takedownEvent.createdAt), asc(takedownEvent.ordinal))
  return restricted ? events.filter(isFirstOfSearches).flatMap(quietly) : events
}

/** That something was looked for again tells that something was found. */
const isFirstOfSearches = (
  { type }: { type: EventType },
  i: number,
  events: readonly { type: EventType }[],
) => type !== 'matched' || events.findIndex((event) => event.type === 'matched') === i

/** Neither that something was found, nor how much of it was decided. */
function quietly<E extends { type: EventType; data: EventData }>(event: E): E[] {
  const { outcome } = event.data
  if (event.type === 'case_decided') return []
  const counts = ['matched', 'outcome', 'appeal_decided'].includes(event.type)
  return [counts ? { ...event, data: outcome === undefined ? {} : { outcome } } : event]
}
