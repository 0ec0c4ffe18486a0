import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { copyConfirmation, copyHolder, copyHolding, dataset, release } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { holderSubject } from '@/lib/crypto/subject'
import { destroyKey } from '@/lib/crypto/subject-keys'
import { missing } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { eraseLetters } from '@/lib/mail/delivery'
import { publishedAs } from '@/lib/releases/published-as'
import { lockHolder } from './holder'
import type { appliedInput, holdingInput, lettersInput, linkInput } from './input'
import { keptUntil, publishedDataset } from './register'

/** What a holder of copies does on their own page, by its secret. Each keeps them for another term. */

/** One more dataset, or another release of one. */
export async function addHolding(
  tx: Tx,
  _visitor: Visitor,
  { token, dataset: slug, version }: z.output<typeof holdingInput>,
): Promise<{ token: string }> {
  const { id } = await lockHolder(tx, token)
  const datasetId = await publishedDataset(tx, slug)
  await tx
    .insert(copyHolding)
    .values({ datasetId, holderId: id, version })
    .onConflictDoUpdate({ target: [copyHolding.datasetId, copyHolding.holderId], set: { version } })
  await heardOf(tx, id)
  return { token }
}

/** They have applied a release, with the digest of the receipt if they give it, then or afterwards. A fact; said again it is the same. */
export async function confirmApplied(
  tx: Tx,
  _visitor: Visitor,
  { token, dataset: slug, release: name, receipt }: z.output<typeof appliedInput>,
): Promise<{ token: string }> {
  const { id: holderId } = await lockHolder(tx, token)
  const [found] = await tx
    .select({ datasetId: release.datasetId, releaseId: release.id })
    .from(release)
    .innerJoin(dataset, eq(dataset.id, release.datasetId))
    .innerJoin(
      copyHolding,
      and(eq(copyHolding.datasetId, release.datasetId), eq(copyHolding.holderId, holderId)),
    )
    .where(publishedAs(slug, name))
  if (!found) throw missing(say('copies.errors.release'))
  await tx
    .insert(copyConfirmation)
    .values({ ...found, holderId, receipt: receipt === null ? null : Buffer.from(receipt, 'hex') })
    .onConflictDoUpdate({
      target: [copyConfirmation.datasetId, copyConfirmation.holderId, copyConfirmation.releaseId],
      set: { receipt: sql`excluded.receipt` },
      setWhere: isNull(copyConfirmation.receipt),
    })
  await tx
    .update(copyHolding)
    .set({ version: name })
    .where(and(eq(copyHolding.datasetId, found.datasetId), eq(copyHolding.holderId, holderId)))
  await heardOf(tx, holderId)
  return { token }
}

export async function setLetters(
  tx: Tx,
  _visitor: Visitor,
  { token, letters }: z.output<typeof lettersInput>,
): Promise<{ token: string }> {
  const { id } = await lockHolder(tx, token)
  const since = letters === 'on' ? new Date() : null
  await tx.update(copyHolder).set({ lettersSince: since }).where(eq(copyHolder.id, id))
  if (since) await tx.update(copyHolding).set({ toldUntil: since }).where(eq(copyHolding.holderId, id))
  await heardOf(tx, id)
  return { token }
}

/** They leave: name, address and letters are erased at once. What they confirmed stays as a number. */
export async function leave(
  tx: Tx,
  _visitor: Visitor,
  { token }: z.output<typeof linkInput>,
): Promise<{ left: true }> {
  const { id } = await lockHolder(tx, token)
  await eraseHolder(tx, id)
  return { left: true }
}

/** The key goes too: what backups hold opens no more. */
async function eraseHolder(tx: Tx, holderId: string): Promise<void> {
  await tx
    .update(copyHolder)
    .set({
      ...{ state: 'ended', endedAt: sql`now()`, sealed: null },
      ...{ confirmHash: null, pageHash: null, lettersSince: null },
    })
    .where(eq(copyHolder.id, holderId))
  await tx.delete(copyHolding).where(eq(copyHolding.holderId, holderId))
  await eraseLetters(tx, { holderId })
  await destroyKey(tx, holderSubject(holderId))
}

/** When the time of somebody is over they are forgotten; before that it does nothing. */
export async function retainHolder(tx: Tx, holderId: string, now = new Date()): Promise<void> {
  const [found] = await tx.select().from(copyHolder).where(eq(copyHolder.id, holderId)).for('update')
  if (!found || found.state === 'ended') return
  if (found.retainUntil > now) return
  await eraseHolder(tx, holderId)
}

async function heardOf(tx: Tx, holderId: string): Promise<void> {
  const retainUntil = keptUntil(new Date())
  await tx.update(copyHolder).set({ retainUntil }).where(eq(copyHolder.id, holderId))
  const key = `copies.retain/${holderId}`
  await enqueue(tx, 'copies.retain', { holderId }, { runAt: retainUntil, key })
}
