import 'server-only'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { takedownContact } from '@/db/schema'
import { fingerprint } from '@/lib/crypto/seal'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openJsonOf, sealJsonFor } from '@/lib/crypto/subject-seal'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Regime, regimeOf } from './kinds'
import { RIGHTS } from './rights'

/** Who asks and what they said. In Postgres only sealed; `tracking` is the secret of the tracking link, for the mails. */
export type Contact = z.infer<typeof contact>

const right = z.enum(RIGHTS)

const contact = z.object({
  name: z.string(),
  email: z.string(),
  tracking: z.string(),
  answers: z.record(z.string(), z.string()),
  /** The questions and the declarations in the words in which they were read, by field; a request from before they were kept has none. */
  asked: z.record(z.string(), z.string()).optional(),
  /** Requests about other datasets that were sent in one with it, and are confirmed with it. */
  others: z.array(z.uuid()).optional(),
  /** A right that was demanded in a form that is not for it. */
  demanded: right.optional(),
  /** Rights that were asked for besides, in the form for them: each becomes a request of its own. */
  also: z.array(right).optional(),
})

/** After that it is looked whether something still needs it (`retention.ts`): an answer that can be contested, a removal that can be countered. */
const RETAINED_DAYS = 365

export async function keepContact(
  tx: Tx,
  requestId: string,
  given: Contact,
  submittedAt: Date,
): Promise<void> {
  const retainUntil = retainedUntil(submittedAt)
  await tx.insert(takedownContact).values({
    requestId,
    sealed: sealJsonFor(await keyFor(tx, requestSubject(requestId)), 'takedown_contact', given),
    emailHmac: addressFingerprint(given.email),
    retainUntil,
  })
  await eraseLater(tx, requestId, submittedAt)
}

/** What somebody named goes after a year, whether or not they said who they are, unless it is still needed then. */
export const eraseLater = (tx: Tx, requestId: string, submittedAt: Date): Promise<void> =>
  enqueue(tx, 'takedown.erase', { requestId }, { runAt: retainedUntil(submittedAt) })

const retainedUntil = (submittedAt: Date) => new Date(submittedAt.getTime() + RETAINED_DAYS * 86_400_000)

/** What they say now, instead of what they said before. The address stays: it is the one that was confirmed. */
export async function reviseContact(tx: Tx, requestId: string, given: Contact): Promise<void> {
  const sealed = sealJsonFor(await keyFor(tx, requestSubject(requestId)), 'takedown_contact', given)
  await tx.update(takedownContact).set({ sealed }).where(eq(takedownContact.requestId, requestId))
}

/** Null when it has been erased. */
export async function contactOf(on: Db | Tx, requestId: string): Promise<Contact | null> {
  const [row] = await on
    .select({ sealed: takedownContact.sealed })
    .from(takedownContact)
    .where(eq(takedownContact.requestId, requestId))
  return row
    ? contact.nullable().parse(await openJsonOf(on, { place: 'takedown_contact', sealed: row.sealed }))
    : null
}

/** The fingerprint of the mailbox that a request came from; null once it was erased. */
export async function mailboxOf(on: Db | Tx, requestId: string): Promise<Buffer | null> {
  const [row] = await on
    .select({ emailHmac: takedownContact.emailHmac })
    .from(takedownContact)
    .where(eq(takedownContact.requestId, requestId))
  return row?.emailHmac ?? null
}

/** Under whose law somebody asked; of who was erased, the strictest. */
export const regimeOfRequest = async (on: Db | Tx, requestId: string): Promise<Regime> =>
  regimeOf((await contactOf(on, requestId))?.answers ?? {})

/** One mailbox, however its address is capitalised. */
export const addressFingerprint = (email: string) =>
  fingerprint('takedown/address', email.trim().toLowerCase())
