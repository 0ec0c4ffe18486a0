import 'server-only'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { authorityReport } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { sealJsonFor } from '@/lib/crypto/subject-seal'
import { recordEvent } from '@/lib/takedowns/request-row'
import { handledRestricted } from './answer'
import type { reportedInput } from './input'

/**
 * Keeps that somebody reported this to an authority or a hotline: when, to whom, and the number it has there. The report itself is the
 * operator's act (18 U.S.C. § 2258A; Regulation (EU) 2022/2065 Art. 18) and is made outside the product, which sends nothing to anybody.
 */
export async function recordReport(
  tx: Tx,
  actor: Member,
  { requestId, authority, reference, on }: z.output<typeof reportedInput>,
): Promise<{ requestId: string }> {
  const request = await handledRestricted(tx, actor, requestId)
  const { entryId } = await recordEvent(tx, actor, request, 'reported')
  const key = await keyFor(tx, requestSubject(requestId))
  await tx.insert(authorityReport).values({
    ...{ requestId, entryId, reportedOn: on, by: actor.id },
    sealed: sealJsonFor(key, 'authority_report', { authority, reference }),
  })
  return { requestId }
}
