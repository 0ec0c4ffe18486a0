import 'server-only'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { type HeldView, hold, UNDO_SECONDS } from './held-vote'
import type { OverrideInput } from './input'
import { formatJudged } from './judged'
import { checkOverride, override } from './override'
import { formatSent } from './spans'

/**
 * Takes a lead's direct decision that can be undone for ten seconds: everything that would refuse it is asked now, and a job makes it when
 * the time is over. Until then nothing of the case changes, and nobody waits for it. What keeps an item from everybody but safety officers
 * does not wait: it holds at once.
 */
export async function holdDecision(tx: Tx, actor: Member, input: OverrideInput): Promise<HeldView> {
  const { found } = await checkOverride(tx, actor, input)
  const { id: caseId, categoryRestricted } = found
  const { action } = input
  if (categoryRestricted && action !== 'keep') {
    await override(tx, actor, input)
    return { caseId, action, seconds: 0 }
  }
  const sent = {
    ...input,
    supersedes: input.supersedes ?? '',
    spans: input.spans.map(formatSent),
    judged: input.judged?.map(formatJudged),
  }
  await hold(tx, actor, { found, place: null }, 'decision', sent)
  return { caseId, action, seconds: UNDO_SECONDS }
}
