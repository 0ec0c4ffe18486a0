import 'server-only'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { type Db, db, transact, type Tx } from '@/db/client'
import { dataset, sender, senderCall, takedownRequest } from '@/db/schema'
import { requester } from '@/lib/auth/load-actor'
import { fingerprint } from '@/lib/crypto/seal'
import { AppError, conflict, forbidden, invalid, unauthenticated } from '@/lib/errors'
import { countAttempt, type Limit } from '@/lib/http/rate-limit'
import { say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { fileBeside } from '@/lib/takedowns/beside'
import type { OfDataset } from '@/lib/takedowns/by-dataset'
import { contactOf, keepContact } from '@/lib/takedowns/contact'
import { formIn, readIn } from '@/lib/takedowns/form-version'
import { type Submission, submissionInput } from '@/lib/takedowns/input'
import { insertRequest, insertTargets } from '@/lib/takedowns/insert-request'
import type { Reading, Target } from '@/lib/takedowns/parse-targets'
import { readTargets } from '@/lib/takedowns/read-targets'
import { datasetsMeant, oneRight, rightDemandedIn } from '@/lib/takedowns/receive'
import { lockRequest, recordEvent } from '@/lib/takedowns/request-row'
import { takeUp } from '@/lib/takedowns/take-up'
import { newToken, tokenHash } from '@/lib/takedowns/tokens'
import { openFacts } from './facts'
import { callInput, idempotencyKey } from './input'

/** Calls without a token that works, of one network in an hour: far too few to guess 256 bits. */
const REFUSED_LIMIT: Limit = { name: 'sender/refused', max: 60, windowSeconds: 3600 }

type Answered = {
  dataset: string
  reference: string
  /** The private page of the request, as its sender's receipt has it. */
  tracking: string
  /** How many locators were understood. */
  understood: number
}

/** `beside`: the same, about what links name in other datasets. */
export type CallAnswer = Answered & { beside: Answered[]; not_understood: Reading['misread'] }

type Given = {
  authorization: string | null
  key: string | null
  body: Record<string, unknown>
  network: string
}

/**
 * A request that an organisation sends by program. Who it is was checked when it got its token: nothing waits for a mail. The same
 * key with the same body is the same call, and gets the same answer however often it comes (`fresh` tells them apart). Throws
 * unauthenticated, forbidden (outside what it may send), rate_limited, invalid, and conflict for a key that was used for something else.
 */
export async function receiveCall(
  { authorization, key, body, network }: Given,
  on: Db = db(),
): Promise<{ answer: CallAnswer; fresh: boolean }> {
  const known = await senderOf(on, authorization)
  if (!known) {
    await countAttempt(REFUSED_LIMIT, network)
    throw unauthenticated()
  }
  const limit = { name: 'sender/calls', max: known.perHour, windowSeconds: 3600 }
  await countAttempt(limit, known.id)
  const parsedKey = idempotencyKey.safeParse(key)
  if (!parsedKey.success) throw invalid(say('senders.input.key'))
  const call = {
    key: fingerprint('sender/key', parsedKey.data),
    bodyHash: fingerprint('sender/body', JSON.stringify(body)),
  }
  return transact(async (tx) => {
    // Two calls with one key at once: the second waits here and finds the first.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`sender ${known.id} ${call.key.toString('hex')}`}, 0))`,
    )
    const submission = submissionInput.parse({ ...callInput.parse(body), email: known.email })
    const reading = readTargets(submission)
    const earlier = await earlierCall(tx, known.id, call)
    const requestId = earlier ?? (await receiveFrom(tx, known, submission, reading, call))
    return {
      answer: { ...(await answerOf(tx, requestId)), not_understood: reading.misread },
      fresh: earlier === null,
    }
  }, on)
}

type Known = { id: string; kinds: string[]; datasetId: string | null; perHour: number; email: string }

async function senderOf(on: Db, authorization: string | null): Promise<Known | null> {
  const token = /^Bearer ([\w-]{20,100})$/.exec(authorization ?? '')?.[1]
  if (token === undefined) return null
  const [row] = await on
    .select()
    .from(sender)
    .where(
      and(eq(sender.tokenHash, tokenHash(token)), isNull(sender.revokedAt), gt(sender.expiresAt, new Date())),
    )
  const [facts] = row ? await openFacts(on, [row.sealed]) : []
  return row && facts ? { ...row, email: facts.email } : null
}

type Call = { key: Buffer; bodyHash: Buffer }

async function earlierCall(tx: Tx, senderId: string, { key, bodyHash }: Call): Promise<string | null> {
  const [row] = await tx
    .select({ bodyHash: senderCall.bodyHash, requestId: senderCall.requestId })
    .from(senderCall)
    .where(and(eq(senderCall.senderId, senderId), eq(senderCall.key, key)))
  if (!row) return null
  if (!row.bodyHash.equals(bodyHash)) throw conflict(say('senders.errors.keyUsed'))
  return row.requestId
}

/** Read from what was kept: it is the same however often it is asked for. */
async function answerOf(tx: Tx, requestId: string): Promise<Omit<CallAnswer, 'not_understood'>> {
  const [first, others] = await answered(tx, requestId)
  const beside: Answered[] = []
  for (const id of others) beside.push((await answered(tx, id))[0])
  return { ...first, beside }
}

async function answered(tx: Tx, requestId: string): Promise<[Answered, others: string[]]> {
  const contact = await contactOf(tx, requestId)
  const [row] = await tx
    .select({
      dataset: dataset.slug,
      reference: takedownRequest.reference,
      understood: sql<number>`(
        select count(*)::int from takedown_target t where t.request_id = ${takedownRequest.id} and t.added_by is null)`,
    })
    .from(takedownRequest)
    .innerJoin(dataset, eq(dataset.id, takedownRequest.datasetId))
    .where(eq(takedownRequest.id, requestId))
  if (!contact || !row) throw new AppError('lawfully_gone', say('senders.errors.erased'))
  const tracking = env().url + paths.takedownTrack(contact.tracking)
  return [{ ...row, tracking }, contact.others ?? []]
}

async function receiveFrom(
  tx: Tx,
  known: Known,
  input: Submission,
  { targets }: Reading,
  call: Call,
): Promise<string> {
  if (!known.kinds.includes(input.kind)) throw forbidden(say('senders.errors.kind'))
  const [first, ...rest] = await datasetsMeant(tx, input, targets)
  if (known.datasetId !== null && [first, ...rest].some(({ id }) => id !== known.datasetId))
    throw forbidden(say('senders.errors.dataset'))
  const submittedAt = new Date()
  const others: string[] = []
  for (const of of rest) others.push(await fileFrom(tx, input, of, { submittedAt }))
  const requestId = await fileFrom(tx, input, first, { submittedAt, others })
  await tx.insert(senderCall).values({ senderId: known.id, ...call, requestId })
  return requestId
}

/** Writes one request, and takes it up. */
async function fileFrom(
  tx: Tx,
  input: Submission,
  { id: datasetId, targets }: OfDataset<Target>,
  { submittedAt, others = [] }: { submittedAt: Date; others?: string[] },
): Promise<string> {
  const tracking = newToken()
  const form = formIn('en-GB', input.kind)
  const given = { datasetId, trackingHash: tracking.hash, submittedAt }
  const { answers, also } = oneRight(input)
  const { id, restricted } = await insertRequest(tx, { ...input, answers, form }, given)
  // Only the lane of its own takes such material: nobody's program reports it, and no list of it is sent here.
  if (restricted) throw forbidden(say('senders.errors.restricted'))

  await insertTargets(tx, { id, datasetId }, targets)
  const { name, email } = input
  const asked = readIn('en-GB', input.kind)
  const demanded = rightDemandedIn(input)
  const contact = { name, email, answers, asked, demanded, also, tracking: tracking.token }
  await keepContact(tx, id, { ...contact, ...(others.length > 0 && { others }) }, submittedAt)
  const request = await lockRequest(tx, id)
  await recordEvent(tx, requester(id), request, 'submitted', { targets: targets.length })
  await takeUp(tx, request, contact)
  await fileBeside(tx, request, contact)
  return id
}
