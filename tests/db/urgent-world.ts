import { answerUrgent } from '@/lib/urgent/answer'
import { urgentInput } from '@/lib/urgent/input'
import { receiveUrgent } from '@/lib/urgent/receive'
import type { TestDatabase } from '@/tests/support/database'
import { as, requestOf, type TakedownWorld, visitor } from './takedown-world'

export const CHILD = { about: 'child', attestation: 'urgent_child-1' }

let networks = 0

/** Sends a report from a network of its own, unless one is given. Answers with its id and the secret of its page. */
export async function reportUrgently(
  database: TestDatabase,
  world: TakedownWorld,
  fields: object,
  network = `${networks++}`.padStart(64, '0'),
): Promise<{ id: string; tracking: string }> {
  const input = urgentInput.parse({ dataset: world.slug, ...fields })
  const { tracking } = await as(world, receiveUrgent, { ...visitor, network }, input)
  const { id } = await requestOf(database, world)
  return { id, tracking }
}

/** An officer gives back what was reported, or takes it out. */
export const answerReport = (
  world: TakedownWorld,
  requestId: string,
  answer: 'clear' | 'confirm',
  officer = world.officer,
) => as(world, answerUrgent, officer, { requestId, answer })
