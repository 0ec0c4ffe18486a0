import 'server-only'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { isRestrictedCategory } from '@/lib/detection/categories'
import { hold, UNDO_SECONDS } from './held-vote'
import type { EscalateInput, SkipInput } from './input'
import { placeOf } from './seats'
import { escalate, type EscalateView, mine, skip, type SkipView } from './skip'

/** `seconds`: how long it can be taken back. */
export type LeftView = SkipView & { seconds: number }

export type AskedView = EscalateView & { seconds: number }

/** Skips a case in ten seconds' time, unless that is taken back; nobody else is handed it before. Without a claim there is none to go back to. */
export async function holdSkip(tx: Tx, actor: Member, input: SkipInput): Promise<LeftView> {
  const claimed = await claimedCase(tx, actor, input)
  if (!claimed) return { ...(await skip(tx, actor, input)), seconds: 0 }
  await hold(tx, actor, claimed, 'skip', input)
  return { dataset: claimed.found.slug, caseId: claimed.found.id, seconds: UNDO_SECONDS }
}

/** The same of a question to a lead. What nobody should see leaves every surface at once, and waits for nothing. */
export async function holdEscalation(tx: Tx, actor: Member, input: EscalateInput): Promise<AskedView> {
  const claimed = isRestrictedCategory(input.reason) ? null : await claimedCase(tx, actor, input)
  if (!claimed) return { ...(await escalate(tx, actor, input)), seconds: 0 }
  await hold(tx, actor, claimed, 'escalation', input)
  const { slug: dataset, id: caseId } = claimed.found
  return { dataset, caseId, inSight: false, seconds: UNDO_SECONDS }
}

async function claimedCase(tx: Tx, actor: Member, input: { datasetId: string; caseId: string }) {
  const found = await mine(tx, actor, input)
  const place = await placeOf(tx, found, actor.id)
  return place.leaseId === undefined ? null : { found, place }
}
