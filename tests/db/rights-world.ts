import { proposedAnswer } from '@/lib/takedowns/answers'
import { askProof } from '@/lib/takedowns/ask-proof'
import { seen } from '@/lib/takedowns/prove'
import type { TestDatabase } from '@/tests/support/database'
import { as, askFor, PRIVACY, requestOf, type TakedownWorld } from './takedown-world'

/** A lead has seen who asks by a letter: from then on a person judges which rows are theirs. */
export async function seenByLetter(world: TakedownWorld, requestId: string): Promise<void> {
  await as(world, askProof, world.lead, {
    ...{ address: '', domain: '', page: '', other_page: '', sole: undefined, doubt: undefined },
    ...{ requestId, method: 'letter' as const, note: 'Show it by video on Monday.' },
  })
  await as(world, seen, world.lead, { requestId })
}

/** Somebody asks about their own data, and a lead has seen who they are. `token`: of their private page. */
export async function askedAndSeen(
  database: TestDatabase,
  world: TakedownWorld,
  fields: Record<string, string>,
): Promise<{ id: string; token: string }> {
  const token = await askFor(database, world, { ...PRIVACY, ...fields })
  const { id } = await requestOf(database, world)
  await seenByLetter(world, id)
  return { id, token }
}

/** The rows that a page shows, as its form says of each what it is. */
export const allJudged = (rows: readonly { digest: string }[], verdict: string): Record<string, string> =>
  Object.fromEntries(rows.map(({ digest }) => [`verdict.${digest}`, verdict]))

/** The answer that waits to be told; empty when none does. */
export const proposedIn = async (world: TakedownWorld, requestId: string): Promise<string> =>
  (await proposedAnswer(world.db, requestId))?.id ?? ''
