import 'server-only'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import {
  caseNote,
  decision,
  policyVersion,
  reasonCode,
  reviewCase,
  takedownEvent,
  takedownMatch,
  takedownTarget,
} from '@/db/schema'
import type { decisionAction } from '@/db/schema/review'
import { openAll } from '@/lib/crypto/subject-seal'
import { type NotMeant, notMeantOf } from './not-meant'
import type { Target } from './parse-targets'
import type { Voice } from '@/lib/i18n/say'

type Action = (typeof decisionAction.enumValues)[number]

/** What became of one target. `decided` is empty until the cases of its items are. */
export type TargetResult = {
  id: string
  target: Target
  state: (typeof takedownTarget.$inferSelect)['state']
  items: number
  open: number
  /** It stands for more items than were looked at. */
  broad: boolean
  decided: { action: Action; reason: string; policy: number; items: number }[]
  /** What leads of the dataset wrote to those who asked, with the decisions. */
  words: string[]
  /** What was found by it, and a person found not to be meant. */
  notMeant: NotMeant[]
  /** Of a source without items: why those to come are kept out, or not. */
  ahead: { reason: string; policy: number } | null
}

/** Every target of a request, in the order it was given, with the decisions in force about its items. */
export async function resultsOf(on: Db | Tx, requestId: string): Promise<TargetResult[]> {
  const [targets, matches, broad, ahead, words, notMeant] = await Promise.all([
    targetsOf(on, requestId),
    decidedMatches(on, requestId),
    broadTargets(on, requestId),
    decidedAhead(on, requestId),
    publicWords(on, requestId),
    notMeantOf(on, requestId),
  ])
  const found = byTarget(matches)
  return targets.map(({ id, target, state }) => {
    const own = found.get(id) ?? []
    return {
      id,
      target,
      state,
      items: own.length,
      open: own.filter((match) => match.status === 'open').length,
      broad: broad.has(id),
      decided: grouped(own),
      notMeant: notMeant.get(id) ?? [],
      words: own.flatMap(({ caseId, status }) => (status === 'decided' ? (words.get(caseId) ?? []) : [])),
      ahead: state === 'kept_out' || state === 'declined' ? ahead : null,
    }
  })
}

/** What the requester is told about one thing they named. */
export function describeTargetResult(
  voice: Voice,
  { target, state, broad, items, decided, notMeant, words, ahead }: TargetResult,
): string[] {
  const why = ahead && { reason: ahead.reason, policy: String(ahead.policy) }
  if (state === 'not_found') return [voice('takedowns.result.notFound')]
  if (state === 'kept_out')
    return [why ? voice('takedowns.result.keptOutWhy', why) : voice('takedowns.result.keptOut')]
  if (state === 'declined')
    return [why ? voice('takedowns.result.declinedWhy', why) : voice('takedowns.result.declined')]
  const lines = [
    ...decided.map((result) => describeResult(voice, result)),
    ...notMeant.map(({ reason, items: n }) => voice(`takedowns.result.notMeant.${reason}`, { n })),
    ...[...new Set(words)].map((said) => voice('takedowns.result.words', { words: said })),
  ]
  if (!broad) return lines
  // Of a text that more rows are nearly: how many were looked at is no number of items that were decided.
  if (target.kind === 'near') return [...lines, voice('takedowns.result.alike')]
  if (items === 0 && lines.length === 0) return [voice('takedowns.result.noRoom')]
  if (isSample(target.kind)) return [...lines, voice('takedowns.result.sample', { n: items })]
  if (decided.every(({ action }) => action === 'keep')) return [...lines, voice('takedowns.result.rest')]
  return [...lines, voice('takedowns.result.broad', { n: items })]
}

/** What stands for a source: its rule is about all of it. */
const isSample = (kind: Target['kind']): boolean =>
  kind === 'domain' || kind === 'host' || kind === 'prefix' || kind === 'author'

/** "3 items will be left out: contact details of a private person (policy version 2)." */
const describeResult = (
  voice: Voice,
  { action, reason, policy, items }: TargetResult['decided'][number],
): string => voice(`takedowns.result.decided.${action}`, { n: items, reason, policy: String(policy) })

const targetSchema: z.ZodType<Target> = z.union([
  z.object({ kind: z.literal('row'), file: z.string().nullable(), row: z.number() }),
  z.object({
    kind: z.enum([
      'link',
      'digest',
      'quote',
      'near',
      'source_id',
      'url',
      'domain',
      'host',
      'prefix',
      'author',
    ]),
    value: z.string(),
  }),
])

/** What a request named, in order. Nothing once it was erased. */
export async function targetsOf(
  on: Db | Tx,
  requestId: string,
): Promise<{ id: string; target: Target; state: TargetResult['state']; addedBy: string | null }[]> {
  const rows = await on
    .select({
      id: takedownTarget.id,
      sealed: takedownTarget.sealed,
      state: takedownTarget.state,
      addedBy: takedownTarget.addedBy,
    })
    .from(takedownTarget)
    .where(eq(takedownTarget.requestId, requestId))
    .orderBy(asc(takedownTarget.ordinal))
  const opened = await openAll(
    on,
    rows.map(({ sealed }) => ({ place: 'takedown_target', sealed })),
  )
  return rows.flatMap(({ id, state, addedBy }, i) => {
    const bytes = opened[i]
    return bytes
      ? [{ id, state, addedBy, target: targetSchema.parse(JSON.parse(bytes.toString('utf8'))) }]
      : []
  })
}

/** One line per item that was found: its case, and the decision in force about it. */
export function decidedMatches(on: Db | Tx, requestId: string) {
  return on
    .select({
      targetId: takedownMatch.targetId,
      digest: takedownMatch.digest,
      caseId: takedownMatch.caseId,
      status: reviewCase.status,
      decisionId: decision.id,
      entryId: decision.entryId,
      action: decision.action,
      territories: decision.territories,
      reason: sql<string>`coalesce(${reasonCode.label}, ${decision.reasonCode})`,
      policy: policyVersion.number,
    })
    .from(takedownMatch)
    .innerJoin(
      reviewCase,
      and(eq(reviewCase.datasetId, takedownMatch.datasetId), eq(reviewCase.id, takedownMatch.caseId)),
    )
    .leftJoin(
      decision,
      and(eq(decision.datasetId, reviewCase.datasetId), eq(decision.id, reviewCase.decisionId)),
    )
    .leftJoin(policyVersion, eq(policyVersion.id, decision.policyVersionId))
    .leftJoin(
      reasonCode,
      and(eq(reasonCode.policyVersionId, decision.policyVersionId), eq(reasonCode.code, decision.reasonCode)),
    )
    .where(eq(takedownMatch.requestId, requestId))
    .orderBy(asc(takedownMatch.digest))
}

/** What stands for more items than were looked at, by its id. Those may have been looked at since. */
export async function broadTargets(on: Db | Tx, requestId: string): Promise<Set<string>> {
  const events = await on
    .select({ type: takedownEvent.type, data: takedownEvent.data })
    .from(takedownEvent)
    .where(
      and(eq(takedownEvent.requestId, requestId), inArray(takedownEvent.type, ['matched', 'reach_widened'])),
    )
    .orderBy(asc(takedownEvent.ordinal))
  const targets = new Set<string>()
  for (const { type, data } of events) {
    if (type === 'reach_widened' && data.more !== undefined) targets.delete(String(data.target))
    if (type !== 'matched') continue
    for (const id of idsIn(data.looked)) targets.delete(id)
    for (const id of idsIn(data.broad)) targets.add(id)
  }
  return targets
}

const idsIn = (data: unknown): string[] => (Array.isArray(data) ? data.map(String) : [])

/** What a lead decided about sources without items, with the reason in the words of its policy. */
async function decidedAhead(on: Db | Tx, requestId: string): Promise<TargetResult['ahead']> {
  const [event] = await on
    .select({
      reason: sql<string>`coalesce(${reasonCode.label}, ${takedownEvent.data} ->> 'reason')`,
      policy: policyVersion.number,
    })
    .from(takedownEvent)
    .innerJoin(policyVersion, sql`${policyVersion.id} = (${takedownEvent.data} ->> 'policy')::uuid`)
    .leftJoin(
      reasonCode,
      and(
        eq(reasonCode.policyVersionId, policyVersion.id),
        eq(reasonCode.code, sql`${takedownEvent.data} ->> 'reason'`),
      ),
    )
    .where(
      and(
        eq(takedownEvent.requestId, requestId),
        eq(takedownEvent.type, 'case_decided'),
        sql`${takedownEvent.data} ? 'named'`,
      ),
    )
    .orderBy(desc(takedownEvent.createdAt), desc(takedownEvent.ordinal))
    .limit(1)
  return event ?? null
}

/** Public notes on the cases of a request, oldest first. One that was erased with its item is gone here too. */
async function publicWords(on: Db | Tx, requestId: string): Promise<Map<string, string[]>> {
  const rows = await on
    .selectDistinctOn([caseNote.createdAt, caseNote.id], { caseId: caseNote.caseId, note: caseNote.note })
    .from(takedownMatch)
    .innerJoin(
      caseNote,
      and(
        eq(caseNote.datasetId, takedownMatch.datasetId),
        eq(caseNote.caseId, takedownMatch.caseId),
        eq(caseNote.kind, 'public'),
      ),
    )
    .where(eq(takedownMatch.requestId, requestId))
    .orderBy(asc(caseNote.createdAt), asc(caseNote.id))
  const given = rows.flatMap(({ caseId, note }) => (note ? [{ caseId, note }] : []))
  const opened = await openAll(
    on,
    given.map(({ note }) => ({ place: 'case_note.note', sealed: note })),
  )
  const words = new Map<string, string[]>()
  for (const [i, { caseId }] of given.entries()) {
    const text = opened[i]?.toString('utf8')
    if (text !== undefined) words.set(caseId, [...(words.get(caseId) ?? []), text])
  }
  return words
}

export type DecidedMatch = Awaited<ReturnType<typeof decidedMatches>>[number]

/** What each target was found to be. A list names thousands of them: to look through all for each is a page that does not come. */
export function byTarget<Match extends { targetId: string }>(
  matches: readonly Match[],
): ReadonlyMap<string, readonly Match[]> {
  const found = new Map<string, Match[]>()
  for (const match of matches) {
    const own = found.get(match.targetId)
    if (own) own.push(match)
    else found.set(match.targetId, [match])
  }
  return found
}

function grouped(matches: readonly DecidedMatch[]): TargetResult['decided'] {
  const groups = new Map<string, TargetResult['decided'][number]>()
  for (const { status, action, reason, policy } of matches) {
    if (status === 'open' || action === null || policy === null) continue
    const key = `${action}\n${reason}\n${policy}`
    const group = groups.get(key) ?? { action, reason, policy, items: 0 }
    group.items += 1
    groups.set(key, group)
  }
  return [...groups.values()]
}
