import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { dataset, sender } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { senderSubject } from '@/lib/crypto/subject'
import { destroyKey } from '@/lib/crypto/subject-keys'
import { conflict, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { newToken } from '@/lib/takedowns/tokens'
import { sealFacts } from './facts'
import type { revokeInput, senderInput } from './input'

/** A token that nobody renews stops working. */
const VALID_DAYS = 365

/** Lets an organisation send requests by program. The token is in the answer and nowhere else: only its hash is kept. */
export async function makeSender(
  tx: Tx,
  actor: Member,
  { organisation, email, kinds, dataset: slug, perHour }: z.output<typeof senderInput>,
): Promise<{ token: string; organisation: string }> {
  authorize(actor, 'people.manage')
  const { token, hash } = newToken()
  const id = randomUUID()
  await tx.insert(sender).values({
    id,
    sealed: await sealFacts(tx, id, { organisation, email }),
    tokenHash: hash,
    kinds: [...new Set(kinds)],
    datasetId: slug === '' ? null : await datasetIdOf(tx, slug),
    perHour,
    createdBy: actor.id,
    expiresAt: new Date(Date.now() + VALID_DAYS * 86_400_000),
  })
  return { token, organisation }
}

/** Its token stops working at once, and who it was is forgotten; what it sent goes on. */
export async function revokeSender(
  tx: Tx,
  actor: Member,
  { sender: id }: z.output<typeof revokeInput>,
): Promise<void> {
  authorize(actor, 'people.manage')
  const revoked = await tx
    .update(sender)
    .set({ sealed: null, revokedBy: actor.id, revokedAt: new Date() })
    .where(and(eq(sender.id, id), isNull(sender.revokedAt)))
    .returning({ id: sender.id })
  if (revoked.length === 0) throw conflict(say('senders.errors.revoked'))
  await destroyKey(tx, senderSubject(id))
}

async function datasetIdOf(tx: Tx, slug: string): Promise<string> {
  const [row] = await tx.select({ id: dataset.id }).from(dataset).where(eq(dataset.slug, slug))
  if (!row) throw notFound('dataset')
  return row.id
}
