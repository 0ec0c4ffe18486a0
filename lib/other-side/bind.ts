import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownContact } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { takedownNotBound } from '@/lib/mail/templates/takedown-retracted'
import { contactOf } from '@/lib/takedowns/contact'
import { requestByReference } from '@/lib/takedowns/links'
import type { Target } from '@/lib/takedowns/parse-targets'
import { type LockedRequest, lockRequest } from '@/lib/takedowns/request-row'
import { targetsOf } from '@/lib/takedowns/results'
import { may } from '@/lib/takedowns/status'
import { take } from '@/lib/takedowns/take'
import { writeTo } from '@/lib/takedowns/write-to'

/** A request that answers another one, with what it says and what it lists. */
export type Answering = {
  request: LockedRequest
  answers: Readonly<Record<string, string>>
  email: string
  list: Target[]
}

/** A confirmed counter notice or retraction, locked; null when it was dealt with already or its data was erased. */
export async function answering(tx: Tx, requestId: string): Promise<Answering | null> {
  const request = await lockRequest(tx, requestId)
  const contact = may(request.status, 'match') ? await contactOf(tx, requestId) : null
  if (!contact) return null
  const list = (await targetsOf(tx, requestId)).map(({ target }) => target)
  return { request, list, answers: contact.answers, email: contact.email }
}

/** The request it names, locked like this; null for none of that dataset. */
export async function named(
  tx: Tx,
  { request, answers }: Answering,
  lock: (tx: Tx, requestId: string) => Promise<LockedRequest> = lockRequest,
): Promise<LockedRequest | null> {
  const id = await requestByReference(tx, request.datasetId, answers.reference ?? '')
  return id && id !== request.id ? lock(tx, id) : null
}

/** Ends it with a letter that says the same whatever the reason is. */
export async function notBound(tx: Tx, asked: Answering, what: Answer): Promise<void> {
  await take(tx, system('takedown'), asked.request, 'match_nothing', { type: 'no_match' })
  await tellNotBound(tx, asked, what)
}

type Answer = 'retraction' | 'counter_notice'

/** Also to who names a request of their own that has nothing to take back. */
export async function tellNotBound(tx: Tx, { request, answers }: Answering, what: Answer): Promise<void> {
  const { reference } = request
  await writeTo(tx, request, takedownNotBound, { reference, named: answers.reference ?? '', what })
}

/** Whether both were confirmed from the same mailbox. */
export async function isSameSender(tx: Tx, one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((id) => senderOf(tx, id)))
  return (
    first !== null && first !== undefined && second !== null && second !== undefined && first.equals(second)
  )
}

async function senderOf(tx: Tx, requestId: string): Promise<Buffer | null> {
  const [row] = await tx
    .select({ emailHmac: takedownContact.emailHmac })
    .from(takedownContact)
    .where(eq(takedownContact.requestId, requestId))
  return row?.emailHmac ?? null
}
