import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { appeal as appeals, complaint } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { refuseIf } from '@/lib/auth/authorize'
import { cannot } from '@/lib/auth/cannot'
import { requester } from '@/lib/auth/load-actor'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { appeal } from '@/lib/review/appeal'
import { lockCase } from '@/lib/review/case-row'
import { contactOf } from '@/lib/takedowns/contact'
import { askedByYou } from '@/lib/takedowns/own-request'
import { recordEvent } from '@/lib/takedowns/request-row'
import { seatRequester } from '@/lib/takedowns/requester-seats'
import { handled } from '@/lib/takedowns/take'
import { answerComplaint } from './answer-complaint'
import type { hearComplaintInput } from './input'
import { noteRulesNow } from './kept-out'
import { casesThatRemoved, quotedSince } from './removed-items'
import { type RuleNamed, rulesNoted } from './rules-named'
import { isLooking, lookedUntil, lookSince, TEXTS_AT_ONCE } from './words-search'

/**
 * A lead has seen that whoever complains wrote it: every decision that took it out goes to people who had no part in it, in the words of the
 * complaint. A decision that was contested before is not contested again; what became of that is part of the answer. What only a standing rule
 * keeps out no case is about: whoever hears the complaint looks at that rule, and is somebody else than made it. Where so much was decided
 * since it came that a job has to look for its words in that, that begins, and it is heard when it is over.
 */
export async function hearComplaint(
  tx: Tx,
  actor: Member,
  { requestId, how }: z.output<typeof hearComplaintInput>,
  most = TEXTS_AT_ONCE,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  const [filed] = await tx.select().from(complaint).where(eq(complaint.requestId, requestId)).for('update')
  if (!filed || filed.heardBy !== null || request.status !== 'under_review')
    throw conflict(say('otherSide.errors.already'))
  await noteRulesNow(tx, request, filed.digests)
  refuseIf(await cannotHear(tx, actor, request, await rulesNoted(tx, actor, requestId)))
  const since = await lookedUntil(tx, filed)
  const quoted = await quotedSince(tx, filed, { since, most })
  if (quoted === null) {
    await lookSince(tx, requestId, since)
    return { requestId }
  }
  // What was taken out since it was filed is part of it; what came back meanwhile, too, and is told as back.
  const named = [...filed.digests, ...quoted]
  const caseIds = await casesThatRemoved(tx, request.datasetId, named, filed.caseIds)
  await tx
    .update(complaint)
    .set({ caseIds, shownBy: how, heardBy: actor.id, heardAt: new Date() })
    .where(eq(complaint.requestId, requestId))
  const contact = await contactOf(tx, requestId)
  if (!contact) throw conflict(say('otherSide.errors.noContact'))
  await recordEvent(tx, actor, request, 'identity_proven', { how })

  const { datasetId } = request
  const contested: string[] = []
  for (const caseId of caseIds) {
    const found = await lockCase(tx, datasetId, caseId)
    if (found?.status !== 'decided' || !found.inForce || found.inForce.action === 'keep') continue
    const decisionId = found.inForce.id
    if (await wasContested(tx, datasetId, decisionId)) continue
    const grounds = contact.answers.statement ?? ''
    await appeal(tx, requester(requestId), { datasetId, caseId, decisionId, grounds })
    contested.push(caseId)
  }
  await seatRequester(tx, request, contested)
  await recordEvent(tx, requester(requestId), request, 'appealed', { cases: contested.length })
  await answerComplaint(tx, request)
  return { requestId }
}

/**
 * Why somebody does not hear a complaint, by the rules that it is about; undefined for who may. What the verb refuses by, and what its page
 * says in place of the button.
 */
export async function cannotHear(
  on: Db | Tx,
  actor: Member,
  { id, datasetId }: { id: string; datasetId: string },
  rules: readonly RuleNamed[],
): Promise<string | undefined> {
  const denied = cannot(actor, 'takedown.handle', datasetId) ?? (await askedByYou(actor, id, on))
  if (denied !== undefined) return denied
  if (rules.some(({ own }) => own)) return say('otherSide.errors.ownRule')
  return (await isLooking(on, id)) ? say('otherSide.errors.looking') : undefined
}

async function wasContested(tx: Tx, datasetId: string, decisionId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: appeals.id })
    .from(appeals)
    .where(and(eq(appeals.datasetId, datasetId), eq(appeals.decisionId, decisionId)))
  return row !== undefined
}
