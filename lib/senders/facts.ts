import 'server-only'
import { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { senderSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openAll, sealJsonFor } from '@/lib/crypto/subject-seal'

/** Who a sender is: sealed under a key of its own, which goes when it is revoked. */
export type SenderFacts = z.infer<typeof facts>

const facts = z.object({ organisation: z.string(), email: z.string() })

export const sealFacts = async (tx: Tx, senderId: string, given: SenderFacts): Promise<Buffer> =>
  sealJsonFor(await keyFor(tx, senderSubject(senderId)), 'sender', given)

/** In their order; null for one that was revoked. */
export async function openFacts(
  on: Db | Tx,
  sealed: readonly (Buffer | null)[],
): Promise<(SenderFacts | null)[]> {
  const opened = await openAll(
    on,
    sealed.flatMap((value) => (value ? [{ place: 'sender', sealed: value }] : [])),
  )
  return sealed.map((value) => {
    const bytes = value ? opened.shift() : null
    return bytes ? facts.parse(JSON.parse(bytes.toString('utf8'))) : null
  })
}
