import 'server-only'
import type { Db, Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { cannot } from '@/lib/auth/cannot'
import { can } from '@/lib/auth/permissions'
import { say } from '@/lib/i18n/say'
import { askedByYou, isOwnRequest } from '@/lib/takedowns/own-request'
import { isClosed, may, type TakedownStatus } from '@/lib/takedowns/status'
import type { Counter } from './counter-row'

/*
 * Why somebody has no say on a counter notice, undefined for who has: what the verb refuses by, and what its page says in place of the
 * button.
 */

/** To find it complete, or not. */
export const cannotJudge = async (
  on: Db | Tx,
  actor: Member,
  datasetId: string,
  counter: Counter,
): Promise<string | undefined> =>
  cannot(actor, 'takedown.handle', datasetId) ?? (await partyTo(on, actor, counter))

/** To agree that it is complete: a lead or an admin, and somebody else than found it so. */
export async function cannotAgree(
  on: Db | Tx,
  actor: Member,
  datasetId: string,
  counter: Counter,
): Promise<string | undefined> {
  const denied = can(actor, 'takedown.handle', datasetId) ? undefined : cannot(actor, 'takedown.agree')
  const found = counter.checkedBy === actor.id ? say('otherSide.errors.secondPerson') : undefined
  return denied ?? (await partyTo(on, actor, counter)) ?? found
}

/** To record that the claimant went to court: a claimant of the team has a colleague record it. */
export const cannotFile = async (
  on: Db | Tx,
  actor: Member,
  { datasetId, ofRequestId }: { datasetId: string; ofRequestId: string },
): Promise<string | undefined> =>
  cannot(actor, 'takedown.handle', datasetId) ?? (await askedByYou(actor, ofRequestId, on))

/** To have it come back though the claimant could not be told. */
export const cannotPutBack = (actor: Member, datasetId: string, filerId: string | null): string | undefined =>
  cannot(actor, 'takedown.handle', datasetId) ?? sentBy(actor, filerId)

/** Who sent it, or whose request it answers. */
async function partyTo(
  on: Db | Tx,
  actor: Member,
  { filerId, ofRequestId }: Counter,
): Promise<string | undefined> {
  const answers = await isOwnRequest(on, actor, ofRequestId)
  return sentBy(actor, filerId) ?? (answers ? say('otherSide.errors.ownAnswered') : undefined)
}

const sentBy = (actor: Member, filerId: string | null): string | undefined =>
  actor.id === filerId ? say('otherSide.errors.own') : undefined

/** What can be done now. `denied`: why not by this actor. */
export type Step = { denied: string | undefined }

/** What can be done with a counter notice now, on its own page (`here`) and on that of the request it answers; null for what nobody can. */
export async function counterSteps(
  on: Db,
  actor: Member,
  { datasetId, counter, of, unreached, here }: Asked,
): Promise<{ waits: boolean } & Record<'check' | 'agree' | 'refuse' | 'file' | 'putBack', Step | null>> {
  const { state, earliestAt } = counter
  const waits = state === 'checked' && !may(of, 'counter') && !isClosed(of)
  const judged = here && (state === 'filed' || state === 'checked')
  const runs = !here && state === 'valid' && of === 'countered'
  const isOver = earliestAt !== null && earliestAt < new Date()
  const judge = judged ? { denied: await cannotJudge(on, actor, datasetId, counter) } : null
  return {
    waits,
    check: state === 'filed' ? judge : null,
    agree:
      judged && state === 'checked' && !waits
        ? { denied: await cannotAgree(on, actor, datasetId, counter) }
        : null,
    refuse: judge,
    file: runs
      ? { denied: await cannotFile(on, actor, { datasetId, ofRequestId: counter.ofRequestId }) }
      : null,
    putBack:
      runs && unreached && isOver ? { denied: cannotPutBack(actor, datasetId, counter.filerId) } : null,
  }
}

type Asked = {
  datasetId: string
  counter: Counter
  /** How the request it answers stands. */
  of: TakedownStatus
  /** Nobody can tell the claimant. */
  unreached: boolean
  here: boolean
}
