import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { heldVote } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { loadMember } from '@/lib/auth/load-actor'
import { itemSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openJsonOf, sealJsonFor } from '@/lib/crypto/subject-seal'
import { conflict, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { failpoint } from '@/lib/runtime/failpoint'
import { lockCase } from './case-row'
import { castVote, checkVote } from './decide'
import { type DecideInput, decideInput, type LeaseInput } from './input'
import { giveBack, holdSlot } from './seats'
import { formatJudged } from './judged'
import { formatSent } from './spans'
import type { Action } from './status'

/** How long a vote can be taken back. */
export const UNDO_SECONDS = 10

/** A job that comes late must still find the slot. */
const GRACE_SECONDS = 600

export type HeldView = { caseId: string; action: Action; seconds: number }
type At = { datasetId: string; caseId: string; reviewerId: string }

/**
 * Takes a vote that can be undone for ten seconds: everything that would refuse it is asked now, its slot is kept, and a job
 * casts it when the time is over, whether or not the reviewer is still there.
 */
export async function holdVote(tx: Tx, actor: Member, input: DecideInput): Promise<HeldView> {
  const { found, place } = await checkVote(tx, actor, input)
  await holdSlot(tx, found, actor, place, UNDO_SECONDS + GRACE_SECONDS)
  const castsAt = new Date(Date.now() + UNDO_SECONDS * 1000)
  const key = await keyFor(tx, itemSubject(found.datasetId, found.digest))
  const sealed = sealJsonFor(key, 'held_vote', {
    ...input,
    spans: input.spans.map(formatSent),
    judged: input.judged?.map(formatJudged),
  })
  const at = { datasetId: found.datasetId, caseId: found.id, reviewerId: actor.id }
  await tx
    .insert(heldVote)
    .values({ ...at, round: found.round, sealed, castsAt })
    .onConflictDoUpdate({
      target: [heldVote.datasetId, heldVote.caseId, heldVote.round, heldVote.reviewerId],
      set: { sealed, castsAt, refused: null },
    })
  await enqueue(tx, 'review.cast', at, { runAt: castsAt })
  failpoint('review.held')
  return { caseId: found.id, action: input.action, seconds: UNDO_SECONDS }
}

/** Takes a vote back that was not cast yet; the claim goes on as it was. */
export async function undoVote(tx: Tx, actor: Member, input: LeaseInput): Promise<{ caseId: string }> {
  const found = await lockCase(tx, input.datasetId, input.caseId)
  if (!found) throw notFound('case')
  const undone = await tx
    .delete(heldVote)
    .where(mine({ ...input, reviewerId: actor.id }))
    .returning({ caseId: heldVote.caseId })
  if (undone.length === 0) throw conflict(say('review.status.cast'))
  failpoint('review.undone')
  return { caseId: found.id }
}

/** Casts the vote that is held, if its time has come and nobody took it back. */
export async function castHeld(tx: Tx, at: At): Promise<void> {
  const found = await lockCase(tx, at.datasetId, at.caseId)
  const [held] = await tx.select().from(heldVote).where(mine(at)).for('update')
  const due = held && !held.refused && held.castsAt.getTime() <= Date.now()
  if (!found || !due) return
  await tx.delete(heldVote).where(mine(at))
  const actor = await loadMember(tx, at.reviewerId)
  if (!actor) throw conflict(say('review.status.closed'))
  const input = decideInput.parse(await openJsonOf(tx, { place: 'held_vote', sealed: held.sealed }))
  await castVote(tx, actor, input)
  failpoint('review.cast')
}

/** Keeps why a vote could not be cast, for its reviewer to read, and gives the slot back. */
export async function refuseHeld(tx: Tx, at: At, why: string): Promise<void> {
  await lockCase(tx, at.datasetId, at.caseId)
  await tx.update(heldVote).set({ refused: why }).where(mine(at))
  await giveBack(tx, { datasetId: at.datasetId, id: at.caseId }, at.reviewerId, 'released')
}

/** Its reviewer has read why a vote of theirs was refused. */
export async function forgetRefused(tx: Tx, actor: Member, input: LeaseInput): Promise<{ caseId: string }> {
  await tx.delete(heldVote).where(mine({ ...input, reviewerId: actor.id }))
  return { caseId: input.caseId }
}

const mine = ({ datasetId, caseId, reviewerId }: At) =>
  and(eq(heldVote.datasetId, datasetId), eq(heldVote.caseId, caseId), eq(heldVote.reviewerId, reviewerId))
