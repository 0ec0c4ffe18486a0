import { expect, it } from 'vitest'
import { connect, transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { ensureQueues } from '@/lib/review/queues'
import { testDatabase } from '../support/database'
import { newMember, reviewWorld } from './review-world'
import { random } from '@/lib/demo/random'
import { manyCases, newSalt, type ShiftCounts, workShift } from './review-shift'

const database = testDatabase()
const REVIEWERS = 50
const CASES = Number(process.env.WINNOW_TEST_CASES ?? 5_000)

it(`${REVIEWERS} reviewers work through ${CASES} cases: no slot is two people's, no case decided twice, nobody sees what they must not`, async () => {
  const world = await reviewWorld(database.db)
  await transact((tx) => ensureQueues(tx, world.datasetId), world.db)
  await manyCases(database.admin.sql, world, CASES, newSalt())
  const people: { who: Member; categories: string[] }[] = []
  for (let i = 0; i < REVIEWERS; i++) {
    const lead = i % 10 === 0
    const who = await newMember(world.db, [
      ['reviewer', world.datasetId],
      ...(lead ? ([['lead', world.datasetId]] as ['lead', string][]) : []),
    ])
    const categories = i % 3 === 0 ? ['other', 'copyright'] : ['other', 'hate', 'copyright']
    await database.sql`insert into reviewer_preference (person_id, categories) values (${who.id}, ${categories})`
    people.push({ who, categories })
  }
  const pool = connect(database.urls.app, { max: 12 })
  const shared = { ...world, db: pool.db }
  const all: ShiftCounts[] = await Promise.all(
    people.map(({ who }, i) => workShift(shared, who, random(i + 1).next)),
  )
  await pool.close()
  const total = (what: keyof ShiftCounts) => all.reduce((sum, counts) => sum + counts[what], 0)

  const [facts] = await database.sql`
    select
      (select count(*)::int from lease) as claims,
      (select count(*)::int from review) as votes,
      (select count(*)::int from lease where outcome = 'voted') as voted,
      (select count(*)::int from (select 1 from review group by case_id, round, reviewer_id having count(*) > 1) x) as twice,
      (select count(*)::int from (select 1 from lease where outcome = 'voted' group by case_id, round, slot having count(*) > 1) x) as shared_slots,
      (select count(*)::int from (select 1 from decision group by case_id having count(*) > 1) x) as decided_twice,
      (select count(*)::int from decision) as decisions,
      (select count(*)::int from review_case where status = 'decided') as decided,
      (select count(*)::int from log_pending p join decision d on d.entry_id = p.entry_id) as logged,
      (select count(*)::int from review_case c where c.taken <>
        (select count(*) from review v where v.case_id = c.id and v.round = c.round)
        + (select count(*) from lease l where l.case_id = c.id and l.round = c.round and l.ended_at is null)
        and c.status = 'open') as miscounted,
      (select count(*)::int from decision d where d.kind = 'quorum' and jsonb_array_length(d.review_ids) <>
        (select c.quorum from review_case c where c.id = d.case_id)) as without_quorum,
      (select count(*)::int from lease l join review_case c on c.id = l.case_id join reviewer_preference p on p.person_id = l.reviewer_id
        where c.category <> all (p.categories)) as unwanted,
      (select count(*)::int from review v join case_note n on n.case_id = v.case_id and n.round = v.round and n.person_id = v.reviewer_id
        where n.created_at < v.created_at) as after_skipping`
  expect(facts).toMatchObject({
    claims: total('claims'),
    votes: total('votes'),
    voted: total('votes'),
    twice: 0,
    shared_slots: 0,
    decided_twice: 0,
    miscounted: 0,
    without_quorum: 0,
    unwanted: 0,
    after_skipping: 0,
  })
  expect(facts?.['decisions']).toBe(facts?.['decided'])
  expect(facts?.['logged']).toBe(facts?.['decided'])
  // What stays open waits for somebody who has no part in it yet; that is little.
  expect(Number(facts?.['decided'])).toBeGreaterThan(0.97 * CASES)
  expect(total('skips') + total('releases') + total('escalations')).toBeGreaterThan(CASES / 200)
}, 600_000)
