import { proposedAnswer } from '@/lib/takedowns/answers'
import { askProof } from '@/lib/takedowns/ask-proof'
import { seen } from '@/lib/takedowns/prove'
import { as, type TakedownWorld } from './takedown-world'

/** A lead has seen who asks by a letter: from then on a person judges which rows are theirs. */
export async function seenByLetter(world: TakedownWorld, requestId: string): Promise<void> {
  await as(world, askProof, world.lead, {
    ...{ address: '', domain: '', page: '', other_page: '', sole: undefined, doubt: undefined },
    ...{ requestId, method: 'letter' as const, note: 'Show it by video on Monday.' },
  })
  await as(world, seen, world.lead, { requestId })
}

/** The answer that waits to be told; empty when none does. */
export const proposedIn = async (world: TakedownWorld, requestId: string): Promise<string> =>
  (await proposedAnswer(world.db, requestId))?.id ?? ''
