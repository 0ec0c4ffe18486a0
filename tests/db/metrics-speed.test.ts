import { expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { metricsTable } from '@/lib/metrics/report'
import { metricsScope } from '@/lib/metrics/scope'
import { claimNext } from '@/lib/review/claim'
import { castVote } from '@/lib/review/decide'
import { reveal } from '@/lib/review/reveal'
import { testDatabase } from '../support/database'
import { flaggedItem, newMember, oneCase, reviewWorld, voteOn, type World } from './review-world'

const database = testDatabase()

/** As many as a reviewer needs to be compared at all. */
const VOTES = 20

let made = 0
async function newCase(world: World) {
  const { digest } = await flaggedItem(world, `words number ${++made}`, [{ category: 'other', type: 'odd' }])
  return { digest, ...(await oneCase(world, digest)) }
}

type Ways = { seconds: number; says: number | undefined; claims: boolean }

/** Votes that had their case before them for so many seconds, whatever their browser says of it. */
async function votes(world: World, who: Member, { seconds, says, claims }: Ways) {
  for (let i = 0; i < VOTES; i++) {
    const found = await newCase(world)
    const at = { datasetId: world.datasetId, caseId: found.id }
    if (claims) {
      await transact((tx) => claimNext(tx, who, { ...at, held: [], queueId: undefined }), world.db)
      await database.admin.sql`
        update lease set created_at = created_at - make_interval(secs => ${seconds})
        where case_id = ${found.id} and reviewer_id = ${who.id}`
    } else {
      await transact((tx) => reveal(tx, who, { ...at, queue: '' }), world.db)
      await database.admin.sql`
        update reveal set created_at = created_at - make_interval(secs => ${seconds})
        where case_id = ${found.id} and person_id = ${who.id}`
    }
    const vote = await voteOn(world, found.digest, found)
    await transact(
      (tx) => castVote(tx, who, { ...vote, reasonCode: 'other.none', handlingMs: says }),
      world.db,
    )
  }
}

it('lists who is much faster than the others, also if their browser tells nothing or makes a time up', async () => {
  const world = await reviewWorld(database.db)
  const member = () => newMember(world.db, [['reviewer', world.datasetId]])
  const [silent, boasting, elsewhere] = [await member(), await member(), await member()]
  // They left the case open for a while; what their browser measured is less, and believed.
  await votes(world, world.reviewer, { seconds: 300, says: 88_000, claims: true })
  await votes(world, world.second, { seconds: 300, says: 88_000, claims: false })
  await votes(world, silent, { seconds: 2, says: undefined, claims: true })
  await votes(world, boasting, { seconds: 2, says: 60_000, claims: true })
  await votes(world, elsewhere, { seconds: 2, says: 60_000, claims: false })
  const { rows } = await metricsTable(await metricsScope(world.lead, world.slug, 'all'), 'speed')
  const listed = rows.map(([rater, count]) => [rater, count])
  expect(listed.sort()).toEqual(
    [silent, boasting, elsewhere].map(({ pseudonym }) => [pseudonym, VOTES]).sort(),
  )
  for (const [, , median, others] of rows) {
    expect(Number(median)).toBeGreaterThanOrEqual(2)
    expect(Number(others)).toBeGreaterThan(40)
  }
})
