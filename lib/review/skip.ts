import 'server-only'
import type { Tx } from '@/db/client'
import { caseNote } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { isRestrictedCategory, type RestrictedCategory } from '@/lib/detection/categories'
import { conflict, forbidden, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { failpoint } from '@/lib/runtime/failpoint'
import { type LockedCase, lockCase } from './case-row'
import type { EscalateInput, SkipInput } from './input'
import { caseOf } from './queries'
import { restrict } from './restrict'
import { sealedNote } from './sealed-note'
import { askLead, askWhereNobodyLeft, dropHeld, giveBack, sitAside } from './seats'
import { cannotDecide, mayView } from './status'

export type SkipView = { dataset: string; caseId: string }

/** Leaves a case to others, with a reason, or to a lead where none is left. It does not come back to this reviewer in the round that is open. */
export async function skip(tx: Tx, actor: Member, input: SkipInput): Promise<SkipView> {
  const found = await mine(tx, actor, input)
  await note(tx, actor, found, { kind: 'skipped', ...input })
  await leave(tx, actor, found, 'skipped')
  await askWhereNobodyLeft(tx, found.datasetId, [found.id])
  return { dataset: found.slug, caseId: found.id }
}

/** `inSight`: said to be what nobody should see, and beyond what hides by itself in a day. */
export type EscalateView = SkipView & { inSight: boolean }

/**
 * Asks for a lead, with a reason: the votes that were cast stay, and a lead decides. What must not be seen by the community at
 * all is flagged as such, and leaves every community surface in the same transaction; beyond what a person hides in a day a lead is asked
 * for it as for everything else, beside the officers.
 */
export async function escalate(tx: Tx, actor: Member, input: EscalateInput): Promise<EscalateView> {
  const found = await mine(tx, actor, input)
  const { reason, note: text } = input
  await leave(tx, actor, found, 'escalated')
  const isGrave = isRestrictedCategory(reason)
  if (isGrave && (await escalateToOfficers(tx, actor, found, { reason, note: text })))
    return { dataset: found.slug, caseId: found.id, inSight: false }
  // What was written of it, and what it was said to be, is for the officers alone: an item that they keep does not carry it for good.
  if (isGrave) await note(tx, actor, found, { kind: 'escalated', reason: 'grave' })
  else await note(tx, actor, found, { kind: 'escalated', reason, note: text })
  await askLead(tx, found, 'escalation')
  return { dataset: found.slug, caseId: found.id, inSight: isGrave }
}

/** The open case behind the input, where this member may have a part in it. */
export async function mine(
  tx: Tx,
  actor: Member,
  input: { datasetId: string; caseId: string },
): Promise<LockedCase> {
  const found = await lockCase(tx, input.datasetId, input.caseId)
  if (!found || !mayView(actor, found)) throw notFound('case')
  const denied = cannotDecide({ ...found, status: 'open' }, actor)
  if (denied) throw forbidden(denied)
  if (found.status !== 'open') throw conflict(say('review.status.decidedMeanwhile'))
  return found
}

type Note = { kind: 'skipped' | 'escalated'; reason: string; note?: string | undefined }

async function note(
  tx: Tx,
  actor: Member,
  { datasetId, id, digest, round }: Pick<LockedCase, 'datasetId' | 'id' | 'digest' | 'round'>,
  given: Note,
): Promise<void> {
  await tx.insert(caseNote).values({
    datasetId,
    caseId: id,
    round,
    personId: actor.id,
    kind: given.kind,
    reason: given.reason,
    note: await sealedNote(tx, { datasetId, digest }, 'case_note.note', given.note),
  })
}

/** A vote that was cast stays a vote; without one the reviewer's seat is given up for this round. */
export async function leave(
  tx: Tx,
  actor: Member,
  found: LockedCase,
  outcome: 'skipped' | 'escalated',
): Promise<void> {
  await dropHeld(tx, found, actor.id)
  if (!(await giveBack(tx, found, actor.id, outcome))) await sitAside(tx, found, actor.id)
  failpoint('review.left')
}

/**
 * `restrict`, with what whoever escalates it says of it: on the case that the officers get, and on none that the community sees again once
 * they kept it. Answers whether the item is out of sight.
 */
export async function escalateToOfficers(
  tx: Tx,
  actor: Member,
  { datasetId, digest }: Pick<LockedCase, 'datasetId' | 'digest'>,
  { reason, note: text }: { reason: RestrictedCategory; note?: string | undefined },
): Promise<boolean> {
  const hidden = await restrict(tx, actor, { datasetId, digest }, reason)
  const raised = await caseOf(tx, datasetId, digest, reason)
  if (!raised) throw new Error('a case that was just opened is not there')
  await note(tx, actor, { ...raised, datasetId, digest }, { kind: 'escalated', reason, note: text })
  return hidden
}
