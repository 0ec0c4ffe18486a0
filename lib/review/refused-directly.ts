import 'server-only'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import type { LockedCase } from './case-row'
import { placeOf, standDown } from './seats'
import { cannotOverride } from './status'
import { standingOf } from './voters'

/** Why this member may not decide the case directly, as of its lock, or undefined. Writes nothing. */
export async function whyNotDirectly(tx: Tx, actor: Member, found: LockedCase): Promise<string | undefined> {
  const { seat } = await placeOf(tx, found, actor.id)
  const { bar, alone } = await standingOf(tx, actor, found, { claimed: false })
  return cannotOverride({ ...found, seat, bar, alone }, actor)
}

/**
 * The same for who decides it now. Who reported the item and has nobody left to leave it to gives up the seat that says so, or the keys of
 * the tables would refuse the decision.
 */
export async function refusedDirectly(tx: Tx, actor: Member, found: LockedCase): Promise<string | undefined> {
  const denied = await whyNotDirectly(tx, actor, found)
  if (denied === undefined) await standDown(tx, found, actor.id)
  return denied
}
