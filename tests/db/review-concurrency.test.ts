import { expect, it } from 'vitest'
import { connect, transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { ensureQueues } from '@/lib/review/queues'
import { testDatabase } from '../support/database'
import { brokenRules } from './review-facts'
import { newMember, reviewWorld } from './review-world'
import { random } from '@/lib/demo/random'
import { keepBack, manyCases, newSalt, type ShiftCounts, workShift } from './review-shift'

const database = testDatabase()
const REVIEWERS = 50
const CASES = Number(process.env.WINNOW_TEST_CASES ?? 20_000)

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
    await database.sql`
      insert into reviewer_preference (person_id, categories, daily_caps, breaks)
      values (${who.id}, ${categories}, ${JSON.stringify(i % 5 === 1 ? { hate: 10 } : {})}::text::jsonb,
        ${JSON.stringify(i % 5 === 2 ? { hate: 20 } : {})}::text::jsonb)
      on conflict (person_id) do update
        set categories = excluded.categories, daily_caps = excluded.daily_caps, breaks = excluded.breaks`
    people.push({ who, categories })
  }
  const ids = people.map(({ who }) => who.id)
  await keepBack(world, ids.slice(0, 5), CASES / 200)
  const recused = ids.slice(-2)
  for (const id of recused)
    await database.sql`insert into recusal (person_id, dataset_id) values (${id}, ${world.datasetId})`
  const pool = connect(database.urls.app, { max: 12 })
  const shared = { ...world, db: pool.db }
  const all: ShiftCounts[] = await Promise.all(
    people.map(({ who }, i) => workShift(shared, who, random(i + 1).next)),
  )
  await pool.close()
  expect(all.slice(-recused.length).map(({ claims }) => claims)).toEqual([0, 0])
  const total = (what: keyof ShiftCounts) => all.reduce((sum, counts) => sum + counts[what], 0)

  const [facts] = await database.sql`
    select
      (select count(*)::int from lease) as claims,
      (select count(*)::int from review) as votes,
      (select count(*)::int from lease where outcome = 'voted') as voted,
      (select count(*)::int from decision) as decisions,
      (select count(*)::int from review_case where status = 'decided') as decided,
      (select count(*)::int from log_pending p join decision d on d.entry_id = p.entry_id) as logged`
  expect(facts).toMatchObject({
    claims: total('claims'),
    votes: total('votes'),
    voted: total('votes'),
  })
  const broken = await brokenRules(database.sql)
  expect(broken).toEqual(Object.fromEntries(Object.keys(broken).map((rule) => [rule, 0])))
  expect(facts?.['decisions']).toBe(facts?.['decided'])
  expect(facts?.['logged']).toBe(facts?.['decided'])
  // What stays open waits for somebody who has no part in it yet; that is little.
  expect(Number(facts?.['decided'])).toBeGreaterThan(0.97 * CASES)
  expect(total('skips') + total('releases') + total('escalations')).toBeGreaterThan(CASES / 200)
}, 1_200_000)
