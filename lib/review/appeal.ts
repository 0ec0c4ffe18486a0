import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { appeal as table } from '@/db/schema'
import { type Actor, actorRef } from '@/lib/auth/actor'
import { itemSubject, requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openAll, sealFor } from '@/lib/crypto/subject-seal'
import { conflict, forbidden, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { lockCase } from './case-row'
import type { AppealInput } from './input'
import { beginRound } from './rounds'
import { seatFlagger } from './seats'
import { alreadyDecided, cannotAppeal, mayView } from './status'

export type AppealView = { dataset: string; caseId: string; round: number }

/**
 * Contests the decision in force: the case is open again, for reviewers who had no part in any decision on it; their seats are
 * barred by the database. Nor does whoever contests it decide it, in this round or a later one of the case. A lead who contests what others
 * decided still may, directly, where no other lead is left who could: else a case whose votes do not agree would wait for ever, and who
 * contested and who decided is both on record. One who took part in that decision may not in any case. The decision holds until the appeal
 * is decided. Once for each decision.
 */
export async function appeal(tx: Tx, actor: Actor, input: AppealInput): Promise<AppealView> {
  const found = await lockCase(tx, input.datasetId, input.caseId)
  if (!found || (actor.kind === 'member' && !mayView(actor, found))) throw notFound('case')
  const denied = cannotAppeal({ ...found, status: 'decided' }, actor)
  if (denied) throw forbidden(denied)
  const late = cannotAppeal(found, actor)
  if (late) throw conflict(late)
  if (found.inForce?.id !== input.decisionId) throw conflict(alreadyDecided(found))
  // What a requester writes goes when their request is erased; what the team writes may quote the item, and goes with it.
  const subject =
    actor.kind === 'requester' ? requestSubject(actor.requestId) : itemSubject(found.datasetId, found.digest)
  const key = await keyFor(tx, subject)
  const [made] = await tx
    .insert(table)
    .values({
      datasetId: found.datasetId,
      caseId: found.id,
      decisionId: input.decisionId,
      round: found.round + 1,
      actor: actorRef(actor),
      grounds: sealFor(key, 'appeal.grounds', Buffer.from(input.grounds)),
    })
    .onConflictDoNothing()
    .returning({ round: table.round })
  if (!made) throw conflict(say('review.status.appealed'))
  await beginRound(tx, found.datasetId, [found.id], { appealed: true })
  if (actor.kind === 'member') await seatFlagger(tx, found.datasetId, [found.id], actor.id)
  return { dataset: found.slug, caseId: found.id, round: made.round }
}

/**
 * Why the open round of a case contests the decision before it; null when it does not, or was erased. What a requester wrote is for those
 * who decide, and for nobody else.
 */
export async function groundsOf(
  on: Db | Tx,
  { datasetId, id, round }: { datasetId: string; id: string; round: number },
  { decides }: { decides: boolean },
): Promise<string | null> {
  const [found] = await on
    .select({ sealed: table.grounds, actor: table.actor })
    .from(table)
    .where(and(eq(table.datasetId, datasetId), eq(table.caseId, id), eq(table.round, round)))
  if (!found || (found.actor.startsWith('requester:') && !decides)) return null
  const [grounds] = await openAll(on, [{ place: 'appeal.grounds', sealed: found.sealed }])
  return grounds?.toString('utf8') ?? null
}
