import 'server-only'
import { and, eq, inArray, max, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownCandidate, takedownMatch, takedownReach, takedownScan, takedownTarget } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { sealJsonFor } from '@/lib/crypto/subject-seal'
import { conflict, forbidden, invalid, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { detachTakedown } from '@/lib/review/detach-takedown'
import { canonicalSource } from '@/lib/suppression/sources'
import { takeExact } from './candidates'
import { isLookedFor } from './go-on-looking'
import { refuseToDropAgain } from './not-meant'
import type { NotMeantReason } from './not-meant-reasons'
import { refuseOwnRequest } from './own-request'
import { NEAR_LENGTH, type Target } from './parse-targets'
import type { agreeInput, lookInput, narrowInput, nearInput, restInput, widenInput } from './reach-input'
import { recount } from './reach-record'
import { lookedAt } from './reach-sample'
import { type LockedRequest, lockRequest, recordEvent } from './request-row'
import { sourceKeyOf } from './suppress'
import { may } from './status'

type Done = { requestId: string }

/** Of a text that is looked for by likeness, in UTF-16 units: less than a sentence is like too much. */
const SHORTEST = 40

/**
 * One person's word that all a request reaches is meant. Beyond the limits of its dataset it takes two: a lead, and another lead or a
 * maintainer. Refuses when it reaches something else by now than what they saw, and the same person twice, as the database does.
 */
export async function agreeToReach(
  tx: Tx,
  actor: Member,
  { requestId, covers }: z.output<typeof agreeInput>,
): Promise<Done> {
  const request = await lockOpen(tx, actor, requestId, 'takedown.view')
  await refuseOwnRequest(tx, actor, requestId)
  const [reach] = await tx
    .select()
    .from(takedownReach)
    .where(eq(takedownReach.requestId, requestId))
    .for('update')
  if (reach?.state !== 'waiting') throw conflict(say('reach.errors.notWaiting'))
  if (reach.covers === null || (await isLookedFor(tx, requestId)))
    throw conflict(say('reach.errors.counting'))
  const { rows } = reach
  if (reach.covers.toString('hex') !== covers) throw conflict(say('reach.errors.changed', { rows }))
  if (reach.firstBy === null) {
    authorize(actor, 'takedown.handle', request)
    await tx
      .update(takedownReach)
      .set({ agreed: reach.covers, firstBy: actor.id, firstAt: new Date() })
      .where(eq(takedownReach.requestId, requestId))
    await recordEvent(tx, actor, request, 'reach_first', { rows })
    return { requestId }
  }
  if (reach.firstBy === actor.id) throw forbidden(say('reach.errors.samePerson'))
  await tx
    .update(takedownReach)
    .set({ state: 'approved', secondBy: actor.id, secondAt: new Date() })
    .where(eq(takedownReach.requestId, requestId))
  await takeExact(tx, requestId, actor.id)
  await recordEvent(tx, actor, request, 'reach_approved', { rows })
  await enqueue(tx, 'takedown.take', { requestId })
  return { requestId }
}

/** Takes items out of a request that are not what was meant: a decision about them, with a reason that its sender is told. */
export async function narrow(
  tx: Tx,
  actor: Member,
  { requestId, targetId, drop, why }: z.output<typeof narrowInput>,
): Promise<Done> {
  if (drop.length === 0) throw invalid(say('reach.input.tick'), { drop: [say('reach.input.tick')] })
  const request = await lockOpen(tx, actor, requestId, 'takedown.handle')
  await dropItems(tx, actor, request, { targetId, digests: drop, why })
  await afterwards(tx, request)
  return { requestId }
}

/** What somebody saw of the ones that are only like a text: those that belong are taken, the others dropped. */
export async function lookAt(
  tx: Tx,
  actor: Member,
  { requestId, targetId, shown, belong }: z.output<typeof lookInput>,
): Promise<Done> {
  const request = await lockOpen(tx, actor, requestId, 'takedown.handle')
  const yes = shown.filter((digest) => belong.includes(digest))
  await mark(tx, actor, { requestId, targetId }, yes, 'taken')
  const no = shown.filter((digest) => !belong.includes(digest))
  if (no.length > 0) await dropItems(tx, actor, request, { targetId, digests: no, why: 'alike' })
  await afterwards(tx, request)
  return { requestId }
}

/** Takes, or drops, those of the fuzzy ones that nobody looked at. To take them the sample has to be looked at and has to belong. */
export async function settleRest(
  tx: Tx,
  actor: Member,
  { requestId, targetId, rest }: z.output<typeof restInput>,
): Promise<Done> {
  const request = await lockOpen(tx, actor, requestId, 'takedown.handle')
  const sample = await lookedAt(tx, requestId, targetId)
  if (sample.rest === 0) throw conflict(say('reach.errors.noRest'))
  if (rest === 'take' && !sample.mayTake) throw conflict(say('reach.errors.sample'))
  const found = await tx
    .select({ digest: takedownCandidate.digest })
    .from(takedownCandidate)
    .where(and(ofTarget({ requestId, targetId }), eq(takedownCandidate.state, 'found')))
  const digests = found.map(({ digest }) => digest.toString('hex'))
  if (rest === 'take') await mark(tx, actor, { requestId, targetId }, digests, 'taken')
  else await dropItems(tx, actor, request, { targetId, digests, why: 'alike' })
  await afterwards(tx, request)
  return { requestId }
}

/** Makes a request mean the source of something it named: all of an author, a path, a host. What that is in rows is counted before. */
export async function widen(
  tx: Tx,
  actor: Member,
  { requestId, targetId, source }: z.output<typeof widenInput>,
): Promise<Done> {
  const request = await lockOpen(tx, actor, requestId, 'takedown.handle')
  const canonical = canonicalSource(source.kind, source.value)
  if (!canonical) throw invalid(say('reach.input.source'), { source: [say('reach.input.source')] })
  const [widened] = await tx
    .select({ id: takedownTarget.id })
    .from(takedownTarget)
    .where(and(eq(takedownTarget.requestId, requestId), eq(takedownTarget.id, targetId)))
  if (!widened) throw notFound('request')
  await addTarget(tx, actor, request, { kind: source.kind, value: canonical.value }, targetId)
  return { requestId }
}

/** Looks through all of the revision for what is nearly a text: the request is not about it before somebody has looked at it. */
export async function lookForNear(
  tx: Tx,
  actor: Member,
  { requestId, text, file }: z.output<typeof nearInput>,
): Promise<Done> {
  const wanted = (text.trim() === '' && file ? await plainText(file) : text).trim()
  if (wanted.length < SHORTEST || wanted.length > NEAR_LENGTH)
    throw invalid(say('reach.input.text'), { text: [say('reach.input.text')] })
  const request = await lockOpen(tx, actor, requestId, 'takedown.handle')
  await refuseWhileReading(tx, requestId)
  await addTarget(tx, actor, request, { kind: 'near', value: wanted }, null)
  return { requestId }
}

/** One reading of the files at a time. */
export async function refuseWhileReading(tx: Tx, requestId: string): Promise<void> {
  const [running] = await tx
    .select({ endedAt: takedownScan.endedAt })
    .from(takedownScan)
    .where(eq(takedownScan.requestId, requestId))
  if (running && running.endedAt === null) throw conflict(say('reach.errors.reading'))
}

/** The text of a file, when it is one: what is no UTF-8, or holds bytes that no text has, is not read. */
async function plainText(file: File): Promise<string> {
  if (file.size > NEAR_LENGTH * 4) return ''
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return text.includes('\0') ? '' : text
  } catch (error) {
    if (error instanceof TypeError) return ''
    throw error
  }
}

/** The same 404 for one that is not theirs to know. */
export async function lockOpen(
  tx: Tx,
  actor: Member,
  requestId: string,
  permission: 'takedown.view' | 'takedown.handle',
): Promise<LockedRequest> {
  const request = await lockRequest(tx, requestId)
  const asked = request.confidential ? 'takedown.handle' : permission
  authorize(actor, request.restricted ? 'restricted.handle' : asked, {
    datasetId: request.datasetId,
    visible: false,
    what: 'request',
  })
  if (!may(request.status, 'act')) throw conflict(say('reach.errors.notOpen'))
  return request
}

type At = { requestId: string; targetId: string }

const ofTarget = ({ requestId, targetId }: At) =>
  and(eq(takedownCandidate.requestId, requestId), eq(takedownCandidate.targetId, targetId))

const bytesOf = (digests: readonly string[]) => digests.map((hex) => Buffer.from(hex, 'hex'))

async function mark(
  tx: Tx,
  actor: Member,
  at: At,
  digests: readonly string[],
  state: 'taken' | 'dropped',
): Promise<{ n: number; exact: number }> {
  if (digests.length === 0) return { n: 0, exact: 0 }
  const marked = await tx
    .update(takedownCandidate)
    .set({ state, by: actor.id, at: new Date() })
    .where(
      and(
        ofTarget(at),
        inArray(takedownCandidate.digest, bytesOf(digests)),
        ne(takedownCandidate.state, 'dropped'),
      ),
    )
    .returning({ tier: takedownCandidate.tier })
  return { n: marked.length, exact: marked.filter(({ tier }) => tier === 'exact').length }
}

export async function dropItems(
  tx: Tx,
  actor: Member,
  request: LockedRequest,
  { targetId, digests, why }: { targetId: string; digests: readonly string[]; why: NotMeantReason },
): Promise<void> {
  await refuseToDropAgain(tx, actor, request.id)
  const at = { requestId: request.id, targetId }
  const matched = await tx
    .select({ caseId: takedownMatch.caseId, digest: takedownMatch.digest })
    .from(takedownMatch)
    .where(
      and(
        eq(takedownMatch.requestId, request.id),
        eq(takedownMatch.targetId, targetId),
        inArray(takedownMatch.digest, bytesOf(digests)),
      ),
    )
    .orderBy(takedownMatch.digest)
  for (const { caseId, digest } of matched) {
    await tx
      .delete(takedownMatch)
      .where(
        and(
          eq(takedownMatch.datasetId, request.datasetId),
          eq(takedownMatch.requestId, request.id),
          eq(takedownMatch.targetId, targetId),
          eq(takedownMatch.digest, digest),
        ),
      )
    const [other] = await tx
      .select({ targetId: takedownMatch.targetId })
      .from(takedownMatch)
      .where(and(eq(takedownMatch.requestId, request.id), eq(takedownMatch.caseId, caseId)))
      .limit(1)
    if (!other) await detachTakedown(tx, { datasetId: request.datasetId, caseId, requestId: request.id })
  }
  const { n, exact } = await mark(tx, actor, at, digests, 'dropped')
  if (n === 0) throw conflict(say('reach.errors.dropped'))
  await recordEvent(tx, actor, request, 'reach_narrowed', { n, exact, target: targetId, why })
}

/** What it reaches is counted again, what was taken gets its cases, and one of which nothing is left gets its answer. */
async function afterwards(tx: Tx, request: LockedRequest): Promise<void> {
  await recount(tx, request.id)
  await enqueue(tx, 'takedown.match', { requestId: request.id })
}

async function addTarget(
  tx: Tx,
  actor: Member,
  request: LockedRequest,
  target: Target,
  widens: string | null,
): Promise<void> {
  const [last] = await tx
    .select({ n: max(takedownTarget.ordinal) })
    .from(takedownTarget)
    .where(eq(takedownTarget.requestId, request.id))
  await tx.insert(takedownTarget).values({
    requestId: request.id,
    ordinal: (last?.n ?? -1) + 1,
    kind: target.kind,
    sealed: sealJsonFor(await keyFor(tx, requestSubject(request.id)), 'takedown_target', target),
    source: sourceKeyOf(request.datasetId, target),
    addedBy: actor.id,
    widens,
  })
  await recordEvent(tx, actor, request, 'reach_widened', { kind: target.kind })
  await recount(tx, request.id)
  await enqueue(tx, 'takedown.match', { requestId: request.id })
}
