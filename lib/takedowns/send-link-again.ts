import 'server-only'
import { and, eq, inArray, not } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { takedownContact, takedownRequest } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { takedownLink } from '@/lib/mail/templates/takedown-link'
import { onTheBeat } from '@/lib/runtime/on-the-beat'
import { languageOf } from './attestations'
import { addressFingerprint } from './contact'
import type { linkAgainInput } from './input'
import { canonicalReference } from './links'
import type { LockedRequest } from './request-row'
import { writeTo } from './write-to'

/** Per network and hour. */
export const LINK_AGAIN_LIMIT: Limit = { name: 'takedown/link-again', max: 10, windowSeconds: 3600 }
/**
 * Letters with a link to one address in a day, of one network and of all together. Counted apart from the letters in which an address is
 * confirmed: who knows somebody's address uses up nothing that a new request of theirs needs.
 */
const ADDRESS_LIMIT: Limit = { name: 'takedown/link-again-address', max: 5, windowSeconds: 86_400 }
const ADDRESS_LIMIT_OF_ALL: Limit = {
  name: 'takedown/link-again-address-of-all',
  max: 25,
  windowSeconds: 86_400,
}

/**
 * Sends the private link of a confirmed request to the address that it was confirmed from, and to no other. Answers alike, after as long,
 * whether there is such a request, whether that is its address, and whether that address has had its letters for today.
 */
export async function sendLinkAgain(
  tx: Tx,
  visitor: Visitor,
  { reference, email }: z.output<typeof linkAgainInput>,
): Promise<{ asked: true }> {
  return onTheBeat(async () => {
    const address = email.toLowerCase()
    const mayWrite =
      (await withinLimit(tx, ADDRESS_LIMIT, `${visitor.network} ${address}`)) &&
      (await withinLimit(tx, ADDRESS_LIMIT_OF_ALL, address))
    const request = await confirmedFrom(tx, canonicalReference(reference), email)
    if (request && mayWrite) await writeTo(tx, request, takedownLink, { reference: request.reference })
    return { asked: true as const }
  })
}

async function confirmedFrom(
  tx: Tx,
  reference: string | null,
  email: string,
): Promise<Pick<LockedRequest, 'id' | 'reference' | 'language'> | null> {
  if (reference === null) return null
  const [found] = await tx
    .select({
      id: takedownRequest.id,
      reference: takedownRequest.reference,
      attestation: takedownRequest.attestation,
    })
    .from(takedownRequest)
    .innerJoin(takedownContact, eq(takedownContact.requestId, takedownRequest.id))
    .where(
      and(
        eq(takedownRequest.reference, reference),
        eq(takedownContact.emailHmac, addressFingerprint(email)),
        not(inArray(takedownRequest.status, ['email_unverified', 'expired'])),
      ),
    )
  return found ? { ...found, language: languageOf(found.attestation) } : null
}
