import 'server-only'
import { and, count, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { category, reviewCase, takedownCandidate, takedownMatch } from '@/db/schema'
import type { ReachTally } from '@/db/schema/reach'
import type { Actor } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { raiseFlags } from '@/lib/flags/raise-flags'
import { voiceOf } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { takedownNotFound } from '@/lib/mail/templates/takedown-not-found'
import { takedownQuiet } from '@/lib/mail/templates/takedown-quiet'
import { attachTakedown } from '@/lib/review/attach-takedown'
import { keepItems } from '@/lib/review/keep-items'
import { openCases } from '@/lib/review/open-cases'
import { askFor } from '@/lib/suppression/ask'
import type { Source } from '@/lib/suppression/sources'
import { wasContested } from './appeal'
import { drawSamples, keepCandidates, takeExact, withoutCase, withoutDropped } from './candidates'
import { regimeOfRequest } from './contact'
import { type Hit, type Limits, limitsOf, type Located } from './found'
import { keepFound } from './keep-found'
import type { Search } from './locate'
import { redressOf } from './outcome'
import { recordReach } from './reach-record'
import { seatRequester } from './requester-seats'
import { type LockedRequest, lockRequest, recordEvent } from './request-row'
import { targetsOf } from './results'
import { isAnswered } from './rights'
import { settle } from './settle'
import { may } from './status'
import { holdsLater } from './standing'
import { namedButNotFound, sourceAsked } from './suppress'
import { take } from './take'
import { setTargetStates } from './target-states'
import { describeTarget } from './words'
import { writeTo } from './write-to'

/**
 * What a request has to be looked for: all that a confirmed one names, or what a lead widened it by since. Null where nothing is to be
 * found any more.
 */
export async function targetsToFind(
  tx: Tx,
  requestId: string,
): Promise<(Search & { first: boolean; limits: Limits }) | null> {
  const request = await lockRequest(tx, requestId)
  const first = may(request.status, 'match')
  if (!first && !may(request.status, 'act')) return null
  const targets = await targetsOf(tx, requestId)
  const pending = targets.filter(({ state }) => first || state === 'pending').map(({ id }) => id)
  return {
    ...{ requestId, first, datasetId: request.datasetId, pending: new Set(pending) },
    ...{ onwards: !first, toAnswer: isAnswered(request) },
    limits: limitsOf(request, await holdsLater(tx, request)),
    targets: targets.map(({ id, target }) => ({ id, target })),
  }
}

/**
 * Opens the cases of what was found, or ends the request when nothing was; what reaches too far waits for two people, what is only like a
 * text for somebody's look. What is restricted never ends here: nobody has to say who they are, and an answer that comes at once would
 * tell them what is in the dataset. Runs again without harm: a request that has moved on (withdrawn meanwhile) is left alone.
 */
export async function recordMatches(
  tx: Tx,
  search: Search,
  located: Located | null,
  tally: ReachTally,
): Promise<void> {
  const request = await lockRequest(tx, search.requestId)
  const first = may(request.status, 'match')
  if (!first && !may(request.status, 'act')) return
  if (isAnswered(request)) return keepFound(tx, request, search, { located, first })
  if (request.restricted) await enqueue(tx, 'takedown.elsewhere', { requestId: request.id }, { first: true })
  const alike = await drawSamples(tx, request.id)
  const looked = await setTargetStates(tx, request.id, search.pending, { located, first })
  const hits = located?.hits ?? []
  const nothing = hits.length + alike === 0 && (await namedButNotFound(tx, request)).length === 0
  // A complaint is answered by a person (answerUnfound).
  const isComplaint = await wasContested(tx, request.id)
  if (first && nothing && !isComplaint && !request.restricted) return closeWithoutMatch(tx, request)
  const found = located && (await open(tx, request, located, tally))
  const data = {
    items: found?.items ?? 0,
    ...(alike > 0 ? { alike } : {}),
    ...(found?.waits ? { waits: true } : {}),
    ...(located && located.broad.length > 0 ? { broad: located.broad } : {}),
    ...(first ? {} : { looked: [...looked] }),
  }
  const matched = first
    ? await take(tx, system('takedown'), request, 'match', { type: 'matched', data })
    : request
  // What another run told of is not told twice.
  if (!first && looked.size > 0) await recordEvent(tx, system('takedown'), request, 'matched', data)
  // Everything it names may be removed already.
  if (hits.length > 0 || !first) await settle(tx, matched)
}

async function open(
  tx: Tx,
  request: LockedRequest,
  located: Located,
  tally: ReachTally,
): Promise<{ items: number; waits: boolean }> {
  await keepCandidates(tx, request, located)
  const items = byItem(located.hits).length
  if ((await recordReach(tx, request, located, tally)) === 'waiting') return { items, waits: true }
  await takeExact(tx, request.id)
  const hits = await withoutDropped(tx, request.id, located.hits)
  if (hits.length > 0) await openTaken(tx, request, { ...located, hits })
  if ((await withoutCase(tx, request.id)).length > 0)
    await enqueue(tx, 'takedown.take', { requestId: request.id })
  return { items, waits: false }
}

/** Makes rows of the items, and cases that ask about them. */
export async function openTaken(
  tx: Tx,
  request: LockedRequest,
  located: Omit<Located, 'broad' | 'reach'>,
): Promise<void> {
  await keepItems(tx, request.datasetId, { ...located, items: located.fresh })
  const caseIds = await openCasesOf(tx, request, located)
  await attach(tx, request, located.hits, caseIds)
}

/**
 * Ends a request that led to nothing. One that is restricted ends as one of which everything was kept, in state, event and letter: whoever
 * sent it is not told which of the two it is.
 */
export async function closeWithoutMatch(
  tx: Tx,
  request: LockedRequest,
  by: Actor = system('takedown'),
): Promise<void> {
  if (request.restricted) return declineUnfound(tx, request, by)
  await take(tx, system('takedown'), request, 'match_nothing', { type: 'no_match' })
  const voice = voiceOf(request.language)
  const targets = (await targetsOf(tx, request.id)).map(({ target }) => describeTarget(voice, target))
  await writeTo(tx, request, takedownNotFound, {
    reference: request.reference,
    dataset: request.datasetName,
    targets: targets.slice(0, 25),
    more: Math.max(0, targets.length - 25),
    redress: redressOf(voice, { kind: request.kind, regime: await regimeOfRequest(tx, request.id) }, 'page'),
  })
}

async function declineUnfound(tx: Tx, request: LockedRequest, by: Actor): Promise<void> {
  const again = await wasContested(tx, request.id)
  await take(tx, by, request, 'decline', {
    type: again ? 'appeal_decided' : 'outcome',
    data: { outcome: 'no_action' },
  })
  await writeTo(tx, request, takedownQuiet, { reference: request.reference })
}

async function openCasesOf(
  tx: Tx,
  request: LockedRequest,
  { hits, revisionId }: Pick<Located, 'hits' | 'revisionId'>,
): Promise<Map<string, string>> {
  const [kind] = await tx
    .select({ severity: category.severity })
    .from(category)
    .where(eq(category.id, request.category))
  const items = byItem(hits)
  const digests = items.map(({ digest }) => digest)
  await raiseFlags(
    tx,
    request.datasetId,
    items.map(({ digest, own }) => ({
      digest,
      source: 'takedown' as const,
      detector: `request ${request.reference}`,
      category: request.category,
      type: 'request',
      score: 1,
      severity: severityOf(kind?.severity),
      spans: own.flatMap(({ spans }) => spans),
      revisionId,
      takedownId: request.id,
    })),
  )
  await openCases(tx, request.datasetId, digests)
  const cases = await tx
    .select({ id: reviewCase.id, digest: reviewCase.digest })
    .from(reviewCase)
    .where(
      and(
        eq(reviewCase.datasetId, request.datasetId),
        eq(reviewCase.category, request.category),
        inArray(reviewCase.digest, digests),
      ),
    )
  return new Map(cases.map(({ id, digest }) => [digest.toString('hex'), id]))
}

async function attach(
  tx: Tx,
  request: LockedRequest,
  hits: readonly Hit[],
  caseIds: ReadonlyMap<string, string>,
): Promise<void> {
  const { datasetId, id: requestId, dueAt } = request
  const asks = (await holdsLater(tx, request)) ? await sourcesAsked(tx, request, hits) : undefined
  for (const { digest, own } of byItem(hits)) {
    const caseId = caseIds.get(digest.toString('hex'))
    if (!caseId) throw new Error('a flagged item without a case')
    await askFor(tx, { datasetId, caseId, requestId }, asks ? await asks(own) : [])
    // Looked for again, or by another of its targets, one request still is one.
    const [known] = await tx
      .select({ caseId: takedownMatch.caseId })
      .from(takedownMatch)
      .where(and(eq(takedownMatch.requestId, requestId), eq(takedownMatch.caseId, caseId)))
      .limit(1)
    if (!known) await attachTakedown(tx, { datasetId, caseId, dueAt })
    await tx
      .insert(takedownMatch)
      .values(own.map(({ targetId }) => ({ datasetId, requestId, targetId, digest, caseId })))
      .onConflictDoNothing()
  }
  await seatRequester(tx, request, [...caseIds.values()])
}

/** What an opt-out asks to leave out, by what one item was found by: a source of which it is the only item, else the item. */
async function sourcesAsked(tx: Tx, request: LockedRequest, all: readonly Hit[]) {
  const targets = await targetsOf(tx, request.id)
  const named = new Map(targets.map(({ id, target }) => [id, target]))
  const found = await itemsInHand(tx, request, [...new Set(all.map(({ targetId }) => targetId))])
  return async (hits: readonly Hit[]): Promise<Source[]> => {
    const sources: Source[] = []
    for (const { targetId, digest } of hits) {
      const target = named.get(targetId)
      const alone = found.get(targetId) === 1
      if (target) sources.push(await sourceAsked(tx, request.datasetId, { target, digest, alone }))
    }
    return sources
  }
}

/** How many items each target was found to be so far, those that were found not to be meant among them. */
async function itemsInHand(
  tx: Tx,
  { id: requestId, datasetId }: LockedRequest,
  targetIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx
    .select({ targetId: takedownCandidate.targetId, n: count() })
    .from(takedownCandidate)
    .where(
      and(
        eq(takedownCandidate.datasetId, datasetId),
        eq(takedownCandidate.requestId, requestId),
        inArray(takedownCandidate.targetId, [...targetIds]),
      ),
    )
    .groupBy(takedownCandidate.targetId)
  return new Map(rows.map(({ targetId, n }) => [targetId, n]))
}

/** The hits of each item, in digest order: everybody who locks more than one case locks them so. A correction is about thousands of items. */
function byItem(hits: readonly Hit[]): { digest: Buffer; own: Hit[] }[] {
  const items = new Map<string, { digest: Buffer; own: Hit[] }>()
  for (const hit of hits) {
    const key = hit.digest.toString('hex')
    const item = items.get(key)
    if (item) item.own.push(hit)
    else items.set(key, { digest: hit.digest, own: [hit] })
  }
  return [...items.values()].sort((a, b) => a.digest.compare(b.digest))
}

function severityOf(severity: number | undefined): 1 | 2 | 3 | 4 {
  return severity === 1 || severity === 3 || severity === 4 ? severity : 2
}
