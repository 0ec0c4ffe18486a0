import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { category, takedownConfirmation, takedownRequest, takedownTarget } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { sealJsonFor } from '@/lib/crypto/subject-seal'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { takedownConfirm } from '@/lib/mail/templates/takedown-confirm'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { keepContact } from './contact'
import { datasetNamed } from './draft'
import { languageOf } from './attestations'
import { askedIn, formIn } from './form-version'
import type { Submission } from './input'
import { categoryOf } from './kinds'
import type { Target } from './parse-targets'
import { readTargets } from './read-targets'
import { recordEvent } from './request-row'
import { newReference, newToken } from './tokens'

export const CONFIRM_HOURS = 72

/** Per network: how many requests, and how many times the answers may be checked, in an hour. */
export const SUBMIT_LIMIT: Limit = { name: 'takedown/submit', max: 10, windowSeconds: 3600 }
export const DRAFT_LIMIT: Limit = { name: 'takedown/draft', max: 120, windowSeconds: 3600 }
/**
 * Mails to one unconfirmed address in a day, of one network and of all together: nobody's mailbox is filled by others, and
 * whoever uses the first up has not used up that of the person whose address it is.
 */
export const ADDRESS_LIMIT: Limit = { name: 'takedown/address', max: 5, windowSeconds: 86_400 }
const ADDRESS_LIMIT_OF_ALL: Limit = { name: 'takedown/address-of-all', max: 25, windowSeconds: 86_400 }

/**
 * Takes in a request from somebody without an account. It waits, invisible to everybody, until its address is confirmed.
 *
 * The answer is the same whatever is true: it does not say whether an item exists, whether the address is known, or
 * whether that address has had its mails for today (then none is sent, and the request lapses like any unconfirmed one).
 */
export async function receive(tx: Tx, visitor: Visitor, input: Submission): Promise<{ received: true }> {
  const { targets } = readTargets(input)
  const { id: datasetId, slug } = await datasetNamed(tx, input.dataset)
  const [tracking, confirmation, submittedAt] = [newToken(), newToken(), new Date()]
  const request = await insertRequest(tx, input, { datasetId, trackingHash: tracking.hash, submittedAt })

  await insertTargets(tx, request.id, targets)
  const { name, email, answers } = input
  const asked = askedIn(languageOf(input.attestation), input.kind)
  await keepContact(tx, request.id, { name, email, answers, asked, tracking: tracking.token }, submittedAt)

  const expiresAt = new Date(submittedAt.getTime() + CONFIRM_HOURS * 3_600_000)
  await tx
    .insert(takedownConfirmation)
    .values({ tokenHash: confirmation.hash, requestId: request.id, expiresAt })
  await enqueue(tx, 'takedown.expire', { requestId: request.id }, { runAt: expiresAt })
  await recordEvent(tx, visitor, { ...request, slug, kind: input.kind }, 'submitted', {
    targets: targets.length,
  })

  if (await mayWriteTo(tx, visitor, email.toLowerCase())) {
    const url = env().url + paths.takedownConfirm(confirmation.token)
    const data = { url, reference: request.reference, hours: CONFIRM_HOURS }
    await enqueueMail(tx, { to: email, template: takedownConfirm, data, requestId: request.id })
  }
  return { received: true }
}

const mayWriteTo = async (tx: Tx, { network }: Visitor, address: string): Promise<boolean> =>
  (await withinLimit(tx, ADDRESS_LIMIT, `${network} ${address}`)) &&
  (await withinLimit(tx, ADDRESS_LIMIT_OF_ALL, address))

/** Of five values each: a statement of Postgres holds 65,535. */
const ROWS_AT_ONCE = 5_000

async function insertRequest(
  tx: Tx,
  input: Submission,
  given: { datasetId: string; trackingHash: Buffer; submittedAt: Date },
): Promise<{ id: string; reference: string; restricted: boolean }> {
  const categoryId = categoryOf(input.kind, input.answers)
  const [kind] = await tx
    .select({ restricted: category.restricted })
    .from(category)
    .where(eq(category.id, categoryId))
  if (!kind) throw new Error(`there is no category ${categoryId}`)
  const [row] = await tx
    .insert(takedownRequest)
    .values({
      ...given,
      kind: input.kind,
      category: categoryId,
      reference: newReference(),
      attestation: input.attestation,
      form: formIn(languageOf(input.attestation), input.kind),
    })
    .returning({ id: takedownRequest.id, reference: takedownRequest.reference })
  if (!row) throw new Error('a request was written and has no id')
  return { ...row, restricted: kind.restricted === 1 }
}

/** `from`: the ordinal of the first, behind those that are there. */
export async function insertTargets(
  tx: Tx,
  requestId: string,
  targets: readonly Target[],
  from = 0,
): Promise<void> {
  if (targets.length === 0) return
  const key = await keyFor(tx, requestSubject(requestId))
  const rows = targets.map((target, n) => ({
    requestId,
    ordinal: from + n,
    kind: target.kind,
    sealed: sealJsonFor(key, 'takedown_target', target),
  }))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx.insert(takedownTarget).values(rows.slice(at, at + ROWS_AT_ONCE))
}
