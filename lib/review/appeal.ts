import 'server-only'
import type { Tx } from '@/db/client'
import { appeal as table } from '@/db/schema'
import { type Actor, actorRef } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { itemSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { sealFor } from '@/lib/crypto/subject-seal'
import { conflict, forbidden, notFound } from '@/lib/errors'
import { lockCase } from './case-row'
import type { AppealInput } from './input'
import { beginRound } from './rounds'
import { alreadyDecided, mayView } from './status'

export type AppealView = { dataset: string; caseId: string; round: number }

/**
 * Contests the decision in force: the case is open again, for reviewers who had no part in any decision on it; their seats are
 * barred by the database. The decision holds until the appeal is decided. Once for each decision.
 */
export async function appeal(tx: Tx, actor: Actor, input: AppealInput): Promise<AppealView> {
  const found = await lockCase(tx, input.datasetId, input.caseId)
  if (!found || (actor.kind === 'member' && !mayView(actor, found))) throw notFound('This case')
  if (!mayAppeal(actor, found.datasetId))
    throw forbidden('Only the maintainers of this dataset and those who asked appeal.')
  if (found.status !== 'decided') throw conflict('This case is open: an appeal is against a decision.')
  if (found.inForce?.id !== input.decisionId) throw conflict(alreadyDecided(found))
  const key = await keyFor(tx, itemSubject(found.datasetId, found.digest))
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
  if (!made) throw conflict('This decision was appealed against before, and the appeal was decided.')
  await beginRound(tx, found.datasetId, [found.id], { appealed: true })
  return { dataset: found.slug, caseId: found.id, round: made.round }
}

/** A requester's right to an item is checked by the request that names it. */
const mayAppeal = (actor: Actor, datasetId: string): boolean =>
  actor.kind !== 'member' || can(actor, 'case.appeal', datasetId)
