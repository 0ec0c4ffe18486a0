import 'server-only'
import type { Tx } from '@/db/client'
import { keepAttachments } from '@/lib/attachments/keep'
import type { WithFiles } from '@/lib/attachments/input'
import type { Visitor } from '@/lib/auth/actor'
import type { Limit } from '@/lib/http/rate-limit'
import { enqueue } from '@/lib/jobs/enqueue'
import { byDataset, type OfDataset } from './by-dataset'
import { holdsUntil, writeConfirmation } from './confirm-letter'
import { type Contact, keepContact } from './contact'
import { meantInstead, wordsOf } from './demands'
import { datasetNamed } from './draft'
import { languageOf } from './attestations'
import { formIn, readIn } from './form-version'
import type { Submission } from './input'
import { insertRequest, insertTargets } from './insert-request'
import { isAnswering } from './kinds'
import { mayWait, waitsUntil, writeLater } from './late-letters'
import { mayWriteTo } from './letter-limits'
import type { Target } from './parse-targets'
import { chosenIn } from './question'
import { readTargets } from './read-targets'
import { recordEvent } from './request-row'
import { RIGHTS } from './rights'
import { newToken } from './tokens'

/** Per network: how many requests, and how many times the answers may be checked, in an hour. */
export const SUBMIT_LIMIT: Limit = { name: 'takedown/submit', max: 10, windowSeconds: 3600 }
export const DRAFT_LIMIT: Limit = { name: 'takedown/draft', max: 120, windowSeconds: 3600 }

/**
 * Takes in a request from somebody without an account. It waits, invisible to everybody, until its address is confirmed. What it names in
 * other datasets is a request of its own in each, confirmed with it.
 *
 * The answer is the same whatever is true: it does not say whether an item exists, whether the address is known, or
 * whether that address has had its mails for today (then its letter comes on a later day; of one network only so many wait, and a request
 * without a letter lapses like any unconfirmed one).
 */
export async function receive(
  tx: Tx,
  visitor: Visitor,
  { files = [], ...input }: Submission & Partial<WithFiles>,
): Promise<{ received: true }> {
  const { targets } = readTargets(input)
  const [first, ...rest] = await datasetsMeant(tx, input, targets)
  const submittedAt = new Date()
  const address = input.email.toLowerCase()
  const isSentNow = await mayWriteTo(tx, visitor, address)
  const waits = !isSentNow && (await mayWait(tx, visitor, address))
  const expiresAt = waits ? waitsUntil(submittedAt) : holdsUntil(submittedAt)
  const sent = { input, files, submittedAt, expiresAt }
  const others: string[] = []
  for (const of of rest) others.push((await file(tx, visitor, of, sent)).id)
  const request = await file(tx, visitor, first, { ...sent, others })
  const language = languageOf(input.attestation)
  if (isSentNow) await writeConfirmation(tx, request, { to: input.email, language, now: submittedAt })
  if (waits) await writeLater(tx, visitor, { id: request.id, email: input.email })
  return { received: true }
}

/** What answers another request is about that one's dataset, whatever it links to. */
export async function datasetsMeant(
  tx: Tx,
  { kind, dataset }: Pick<Submission, 'kind' | 'dataset'>,
  targets: readonly Target[],
): Promise<[OfDataset<Target>, ...OfDataset<Target>[]]> {
  const chosen = await datasetNamed(tx, dataset)
  return isAnswering(kind) ? [{ ...chosen, targets: [...targets] }] : byDataset(tx, targets, chosen)
}

type Sent = {
  input: Submission
  files: WithFiles['files']
  submittedAt: Date
  expiresAt: Date
  /** Requests that are confirmed with it: the same, about what it names in other datasets. */
  others?: string[]
}

/** Writes one request, with all that it says. It lapses unless it is confirmed in time. */
async function file(
  tx: Tx,
  visitor: Visitor,
  { id: datasetId, slug, targets }: OfDataset<Target>,
  { input, files, submittedAt, expiresAt, others = [] }: Sent,
): Promise<{ id: string; reference: string }> {
  const tracking = newToken()
  const { answers, also } = oneRight(input)
  const locale = languageOf(input.attestation)
  const form = formIn(locale, input.kind)
  const given = { datasetId, trackingHash: tracking.hash, submittedAt }
  const request = await insertRequest(tx, { ...input, answers, form }, given)

  await insertTargets(tx, { id: request.id, datasetId }, targets)
  const { name, email } = input
  const asked = readIn(locale, input.kind)
  const demanded = rightDemandedIn(input)
  const contact = { name, email, answers, asked, demanded, also, tracking: tracking.token }
  await keepContact(tx, request.id, { ...contact, ...(others.length > 0 && { others }) }, submittedAt)
  await keepAttachments(tx, request, files)

  await enqueue(tx, 'takedown.expire', { requestId: request.id }, { runAt: expiresAt })
  await recordEvent(tx, visitor, { ...request, slug, kind: input.kind }, 'submitted', {
    targets: targets.length,
    ...(files.length > 0 ? { files: files.length } : {}),
  })
  return request
}

/** Each right has its own clock and its own answer: the first is this request, with all that was said; the others are filed beside it (beside.ts). */
export function oneRight({ kind, answers }: Submission): Pick<Contact, 'answers' | 'also'> {
  if (kind !== 'privacy') return { answers }
  const asked = chosenIn(answers.right)
  const [right = '', ...also] = RIGHTS.filter((one) => asked.includes(one))
  return { answers: { ...answers, right }, ...(also.length > 0 ? { also } : {}) }
}

/** What is demanded under data protection law in a form that is not for that; see beside.ts. */
export function rightDemandedIn({ kind, targets, answers }: Submission): Contact['demanded'] {
  const meant = meantInstead(kind, [targets, ...wordsOf(kind, answers)])
  return meant?.kind === 'privacy' ? meant.right : undefined
}
