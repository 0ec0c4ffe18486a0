import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  authorityReport,
  erasure,
  mailMessage,
  takedownAnswer,
  takedownAnswerRow,
  takedownCandidate,
  takedownContact,
  takedownOwnerWindow,
  takedownProof,
  takedownReservation,
  takedownTarget,
  takedownWaitingLetter,
  takedownWord,
  urgentReport,
} from '@/db/schema'
import { removeAttachments } from '@/lib/attachments/keep'
import type { Actor } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { sealJson } from '@/lib/crypto/seal'
import { requestSubject } from '@/lib/crypto/subject'
import type { Basis } from '@/lib/erasure/labels'
import { recordErasure, shred } from '@/lib/erasure/record'
import { enqueue } from '@/lib/jobs/enqueue'
import { type LockedRequest, lockRequest } from './request-row'
import { forgetRequesterSeats } from './requester-seats'
import { keepUntil, stillNeededUntil } from './retention'

/**
 * Erases who asked, what they wrote and what they named, from the request and from the mailbox, when its time is over. What
 * was decided stays, and the log: neither holds anything of a person. A request that is open, or still needed, waits for its end.
 */
export async function eraseRequest(tx: Tx, requestId: string, now = new Date()): Promise<void> {
  const request = await lockRequest(tx, requestId)
  const until = await stillNeededUntil(tx, request, now)
  if (!until) {
    await erasePersonalData(tx, system('takedown'), request, 'retention_over')
    return
  }
  await keepUntil(tx, requestId, until)
  await enqueue(tx, 'takedown.erase', { requestId }, { runAt: until })
}

/** Answers the erasure; done before, the one that was. The key of the request goes too, and with it what backups hold. */
export async function erasePersonalData(
  tx: Tx,
  actor: Actor,
  request: Pick<LockedRequest, 'id' | 'datasetId' | 'restricted'>,
  basis: Basis,
): Promise<string> {
  const before = await erasureOf(tx, request)
  if (before) return before
  const removed = await removePersonalData(tx, request.id)
  const subject = requestSubject(request.id)
  const { restricted } = request
  const { openings, entryIds } = await shred(tx, actor, subject, { basis, restricted })
  return recordErasure(tx, actor, subject, {
    datasetId: request.datasetId,
    basis,
    restricted,
    counts: { ...removed, openings },
    entryId: entryIds[0] ?? null,
  })
}

/** The erasure of a request that was erased; null while its data is there. */
export async function erasureOf(
  tx: Tx,
  { id, datasetId }: Pick<LockedRequest, 'id' | 'datasetId'>,
): Promise<string | null> {
  const [found] = await tx
    .select({ id: erasure.id })
    .from(erasure)
    .where(and(eq(erasure.datasetId, datasetId), eq(erasure.requestId, id)))
  return found?.id ?? null
}

/** The rows alone: also of a backup that is older than the erasure. A mail server's complaint names the address, so it goes too. */
export async function removePersonalData(
  tx: Tx,
  requestId: string,
): Promise<{ contact: number; targets: number; letters: number }> {
  await forgetRequesterSeats(tx, requestId)
  const contact = await tx
    .delete(takedownContact)
    .where(eq(takedownContact.requestId, requestId))
    .returning({ id: takedownContact.requestId })
  const targets = await tx
    .delete(takedownTarget)
    .where(eq(takedownTarget.requestId, requestId))
    .returning({ id: takedownTarget.id })
  await tx.delete(takedownWord).where(eq(takedownWord.requestId, requestId))
  await tx.delete(takedownWaitingLetter).where(eq(takedownWaitingLetter.requestId, requestId))
  await removeAttachments(tx, requestId)
  await tx.delete(takedownAnswerRow).where(eq(takedownAnswerRow.requestId, requestId))
  await tx
    .update(takedownAnswer)
    .set({ sealed: null, codeHash: null, openedHash: null })
    .where(eq(takedownAnswer.requestId, requestId))
  await tx.delete(takedownProof).where(eq(takedownProof.requestId, requestId))
  await tx
    .update(takedownOwnerWindow)
    .set({ answer: null })
    .where(eq(takedownOwnerWindow.requestId, requestId))
  await tx.delete(authorityReport).where(eq(authorityReport.requestId, requestId))
  await tx.update(urgentReport).set({ network: null }).where(eq(urgentReport.requestId, requestId))
  await tx.delete(takedownReservation).where(eq(takedownReservation.requestId, requestId))
  await tx.delete(takedownCandidate).where(eq(takedownCandidate.requestId, requestId))
  const letters = await tx
    .update(mailMessage)
    .set({ sealed: sealJson(null), lastError: sql`null` })
    .where(eq(mailMessage.requestId, requestId))
    .returning({ id: mailMessage.id })
  return { contact: contact.length, targets: targets.length, letters: letters.length }
}
