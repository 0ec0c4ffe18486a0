import type { TestDatabase } from '../support/database'
import { flaggedItem, oneCase, voteOn, type World } from './review-world'

let made = 0

/** A new case, and a vote on it with a note, which can be held. */
export async function newCase(world: World) {
  const { digest } = await flaggedItem(world, `one of ${++made}`, [{ category: 'other', type: 'odd' }])
  const found = await oneCase(world, digest)
  const vote = { ...(await voteOn(world, digest, found)), reasonCode: 'other.none', note: 'seen elsewhere' }
  return { id: found.id, digest, vote, at: { datasetId: world.datasetId, caseId: found.id } }
}

/** As if the seconds of everything that is held were over. */
export const timePasses = ({ admin }: TestDatabase) =>
  admin.sql`update held_vote set casts_at = now() - interval '1 second'`

/** How much of each is on record of a case. */
export async function countsOf({ sql }: TestDatabase, caseId: string) {
  const [row] = await sql`
    select (select count(*)::int from review where case_id = ${caseId}) as votes,
           (select count(*)::int from decision where case_id = ${caseId}) as decisions,
           (select count(*)::int from held_vote where case_id = ${caseId}) as held`
  return row
}
