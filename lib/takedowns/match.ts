import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { category, reviewCase, takedownMatch, takedownRequest, takedownTarget } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { raiseFlags } from '@/lib/flags/raise-flags'
import { english } from '@/lib/i18n/say'
import { enqueueMail } from '@/lib/mail/outbox'
import { takedownNotFound } from '@/lib/mail/templates/takedown-not-found'
import { paths } from '@/lib/paths'
import { attachTakedown } from '@/lib/review/attach-takedown'
import { keepItems } from '@/lib/review/keep-items'
import { openCases } from '@/lib/review/open-cases'
import { env } from '@/lib/runtime/env'
import { askFor } from '@/lib/suppression/ask'
import type { Source } from '@/lib/suppression/sources'
import { contactOf } from './contact'
import type { Hit, Located } from './found'
import { type EventData, type LockedRequest, lockRequest, recordEvent } from './request-row'
import { targetsOf } from './results'
import { settle } from './settle'
import { may, nextStatus } from './status'
import { namedButNotFound, sourceAsked } from './suppress'
import { describeTarget } from './words'

/** What a confirmed request still has to be looked for. */
export async function targetsToFind(tx: Tx, requestId: string) {
  const request = await lockRequest(tx, requestId)
  if (!may(request.status, 'match')) return null
  const targets = await targetsOf(tx, requestId)
  return {
    datasetId: request.datasetId,
    targets: targets.map(({ id, target }) => ({ id, target })),
  }
}

/**
 * Opens the cases of what was found, or ends the request when nothing was. Runs again without harm: a request that has moved
 * on (withdrawn meanwhile, or matched by an earlier run) is left alone.
 */
export async function recordMatches(tx: Tx, requestId: string, located: Located | null): Promise<void> {
  const request = await lockRequest(tx, requestId)
  if (!may(request.status, 'match')) return
  const hits = located?.hits ?? []
  await setTargetStates(tx, requestId, located)
  if (!located || hits.length === 0) {
    return (await namedButNotFound(tx, request)).length > 0
      ? askLead(tx, request)
      : closeWithoutMatch(tx, request)
  }
  const status = nextStatus(request.status, 'match')
  await tx.update(takedownRequest).set({ status }).where(eq(takedownRequest.id, requestId))
  await keepItems(tx, request.datasetId, { ...located, items: located.fresh })
  const caseIds = await openCasesOf(tx, request, located)
  await attach(tx, request, hits, caseIds)
  const items = new Set(caseIds.values()).size
  const broad: EventData = located.broad.length > 0 ? { broad: located.broad } : {}
  await recordEvent(tx, system('takedown'), request, 'matched', { items, ...broad })
  // Everything it names may be removed already.
  await settle(tx, { ...request, status })
}

/** An opt-out is about what is yet to come too: that nothing of it is there today is no answer. */
async function askLead(tx: Tx, request: LockedRequest): Promise<void> {
  const status = nextStatus(request.status, 'match')
  await tx.update(takedownRequest).set({ status }).where(eq(takedownRequest.id, request.id))
  await recordEvent(tx, system('takedown'), request, 'matched', { items: 0 })
}

async function setTargetStates(tx: Tx, requestId: string, located: Located | null): Promise<void> {
  const matched = [
    ...new Set([...(located?.hits.map(({ targetId }) => targetId) ?? []), ...(located?.broad ?? [])]),
  ]
  await tx.update(takedownTarget).set({ state: 'not_found' }).where(eq(takedownTarget.requestId, requestId))
  if (matched.length > 0)
    await tx.update(takedownTarget).set({ state: 'matched' }).where(inArray(takedownTarget.id, matched))
}

async function closeWithoutMatch(tx: Tx, request: LockedRequest): Promise<void> {
  const closed = { status: nextStatus(request.status, 'match_nothing'), closedAt: new Date() }
  await tx.update(takedownRequest).set(closed).where(eq(takedownRequest.id, request.id))
  await recordEvent(tx, system('takedown'), request, 'no_match')
  const contact = await contactOf(tx, request.id)
  if (!contact) return
  const targets = (await targetsOf(tx, request.id)).map(({ target }) => describeTarget(english, target))
  await enqueueMail(tx, {
    to: contact.email,
    template: takedownNotFound,
    data: {
      reference: request.reference,
      dataset: request.datasetName,
      targets: targets.slice(0, 25),
      more: Math.max(0, targets.length - 25),
      trackingUrl: env().url + paths.takedownTrack(contact.tracking),
    },
    requestId: request.id,
  })
}

async function openCasesOf(
  tx: Tx,
  request: LockedRequest,
  { hits, revisionId }: Located,
): Promise<Map<string, string>> {
  const [kind] = await tx
    .select({ severity: category.severity })
    .from(category)
    .where(eq(category.id, request.category))
  const digests = uniqueDigests(hits)
  await raiseFlags(
    tx,
    request.datasetId,
    digests.map((digest) => ({
      digest,
      source: 'takedown' as const,
      detector: `request ${request.reference}`,
      category: request.category,
      type: 'request',
      score: 1,
      severity: severityOf(kind?.severity),
      spans: hits.filter((hit) => hit.digest.equals(digest)).flatMap(({ spans }) => spans),
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
  const asks = request.kind === 'opt_out' ? await sourcesAsked(tx, request, hits) : undefined
  for (const digest of uniqueDigests(hits)) {
    const caseId = caseIds.get(digest.toString('hex'))
    if (!caseId) throw new Error('a flagged item without a case')
    const targets = hits.filter((hit) => hit.digest.equals(digest))
    await askFor(tx, { datasetId, caseId, requestId }, asks ? await asks(targets) : [])
    await attachTakedown(tx, { datasetId, caseId, dueAt })
    await tx
      .insert(takedownMatch)
      .values(targets.map(({ targetId }) => ({ datasetId, requestId, targetId, digest, caseId })))
  }
}

/** What an opt-out asks to leave out, by the hits of one item. */
async function sourcesAsked(tx: Tx, request: LockedRequest, all: readonly Hit[]) {
  const targets = await targetsOf(tx, request.id)
  const named = new Map(targets.map(({ id, target }) => [id, target]))
  const found = countBy(all.map(({ targetId }) => targetId))
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

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** In digest order: everybody who locks more than one case locks them so. */
function uniqueDigests(hits: readonly Hit[]): Buffer[] {
  return [...new Map(hits.map(({ digest }) => [digest.toString('hex'), digest])).values()].sort((a, b) =>
    a.compare(b),
  )
}

function severityOf(severity: number | undefined): 1 | 2 | 3 | 4 {
  return severity === 1 || severity === 3 || severity === 4 ? severity : 2
}
