import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
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
import { type LockedCase, lockCase } from './case-row'
import { castVote, checkVote } from './decide'
import {
  type DecideInput,
  decideInput,
  escalateInput,
  type LeaseInput,
  overrideInput,
  skipInput,
} from './input'
import { override } from './override'
import { askWhereNobodyLeft, dropHeld, giveBack, heldFor, holdSlot, type Place } from './seats'
import { escalate, skip } from './skip'
import { formatJudged } from './judged'
import { formatSent } from './spans'
import type { Action } from './status'

/** How long a vote can be taken back. */
export const UNDO_SECONDS = 10

/** A job that comes late must still find the slot. */
const GRACE_SECONDS = 600

/** What is held: a vote, what leaves the case to others, or a lead's direct decision. */
export type HeldKind = (typeof heldVote.kind.enumValues)[number]

export type HeldView = { caseId: string; action: Action; seconds: number }
type At = { datasetId: string; caseId: string; reviewerId: string }

/**
 * Takes a vote that can be undone for ten seconds: everything that would refuse it is asked now, its slot is kept, and a job
 * casts it when the time is over, whether or not the reviewer is still there.
 */
export async function holdVote(tx: Tx, actor: Member, input: DecideInput): Promise<HeldView> {
  const { found, place } = await checkVote(tx, actor, input)
  const sent = {
    ...input,
    spans: input.spans.map(formatSent),
    judged: input.judged?.map(formatJudged),
    held: { ms: await heldFor(tx, found, actor, place) },
  }
  await hold(tx, actor, { found, place }, 'vote', sent)
  return { caseId: found.id, action: input.action, seconds: UNDO_SECONDS }
}

/**
 * Keeps what was sent, and its slot, until it cannot be taken back any more. In place of what the same person has held on this case.
 *
 * @param place null of what takes no slot
 */
export async function hold(
  tx: Tx,
  actor: Member,
  { found, place }: { found: LockedCase; place: Place | null },
  kind: HeldKind,
  sent: object,
): Promise<void> {
  if (place) await holdSlot(tx, found, actor, place, UNDO_SECONDS + GRACE_SECONDS)
  const castsAt = new Date(Date.now() + UNDO_SECONDS * 1000)
  const key = await keyFor(tx, itemSubject(found.datasetId, found.digest))
  const sealed = sealJsonFor(key, 'held_vote', sent)
  const at = { datasetId: found.datasetId, caseId: found.id, reviewerId: actor.id }
  // Also what was refused in an earlier round.
  await dropHeld(tx, found, actor.id)
  await tx.insert(heldVote).values({ ...at, round: found.round, kind, sealed, castsAt })
  await enqueue(tx, 'review.cast', at, { runAt: castsAt })
  failpoint('review.held')
}

/** Takes back what was not carried out yet; the case is as it was, and a claim goes on. */
export async function undoVote(tx: Tx, actor: Member, input: LeaseInput): Promise<{ caseId: string }> {
  const found = await lockCase(tx, input.datasetId, input.caseId)
  if (!found) throw notFound('case')
  const undone = await tx
    .delete(heldVote)
    .where(waiting({ ...input, reviewerId: actor.id }))
    .returning({ caseId: heldVote.caseId })
  if (undone.length === 0) throw conflict(say('review.status.cast'))
  failpoint('review.undone')
  return { caseId: found.id }
}

/** Carries out what is held, if its time has come and nobody took it back. */
export async function castHeld(tx: Tx, at: At): Promise<void> {
  const found = await lockCase(tx, at.datasetId, at.caseId)
  const [held] = await tx.select().from(heldVote).where(waiting(at)).for('update')
  const due = held && held.castsAt.getTime() <= Date.now()
  if (!found || !due) return
  await tx.delete(heldVote).where(waiting(at))
  const actor = await loadMember(tx, at.reviewerId)
  if (!actor) throw conflict(say('review.status.closed'))
  const sent = await openJsonOf(tx, { place: 'held_vote', sealed: held.sealed })
  if (held.kind === 'vote') await castVote(tx, actor, decideInput.parse(sent), heldInput.parse(sent).held)
  else if (held.kind === 'decision') await override(tx, actor, overrideInput.parse(sent))
  else if (held.kind === 'escalation') await escalateHeld(tx, actor, { found, round: held.round }, sent)
  // What was decided or opened anew meanwhile asks nobody to leave it.
  else if (found.status === 'open' && found.round === held.round) await skip(tx, actor, skipInput.parse(sent))
  failpoint('review.cast')
}

/** What was held before this was measured has none: then nothing is known of it. */
const heldInput = z.object({ held: z.object({ ms: z.number().nullable() }).default({ ms: null }) })

async function escalateHeld(
  tx: Tx,
  actor: Member,
  { found, round }: { found: LockedCase; round: number },
  sent: unknown,
): Promise<void> {
  if (found.round !== round) throw conflict(say('review.status.reopened'))
  await escalate(tx, actor, escalateInput.parse(sent))
}

/** Keeps why a vote could not be cast, for its reviewer to read, and gives the slot back, to others or to a lead. */
export async function refuseHeld(tx: Tx, at: At, why: string): Promise<void> {
  await lockCase(tx, at.datasetId, at.caseId)
  await tx.update(heldVote).set({ refused: why }).where(waiting(at))
  await giveBack(tx, { datasetId: at.datasetId, id: at.caseId }, at.reviewerId, 'released')
  await askWhereNobodyLeft(tx, at.datasetId, [at.caseId])
}

/** Its reviewer has read why a vote of theirs was refused. */
export async function forgetRefused(tx: Tx, actor: Member, input: LeaseInput): Promise<{ caseId: string }> {
  await tx.delete(heldVote).where(mine({ ...input, reviewerId: actor.id }))
  return { caseId: input.caseId }
}

const mine = ({ datasetId, caseId, reviewerId }: At) =>
  and(eq(heldVote.datasetId, datasetId), eq(heldVote.caseId, caseId), eq(heldVote.reviewerId, reviewerId))

/** What was refused stays until it is read, and is neither carried out nor taken back. */
const waiting = (at: At) => and(mine(at), isNull(heldVote.refused))
