import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { recuse } from '@/lib/review/preferences'
import { scopesOf } from '@/lib/review/scope'
import { casesMatchingText, casesOfSearch, forgetSearch, searchable } from '@/lib/review/search-cases'
import { testDatabase } from '../support/database'
import { emailClaim, flaggedItem, oneCase, reviewWorld, type World } from './review-world'

const database = testDatabase()
let world: World
let caseId: string
const text = 'Please write to Réka Őszi (reka@example.org) before Friday.'

beforeAll(async () => {
  world = await reviewWorld(database.db)
  const { digest } = await flaggedItem(world, text, [emailClaim(text, 'reka@example.org')])
  caseId = (await oneCase(world, digest)).id
  const other = 'Nobody of that name; call +36 1 555 0100.'
  await flaggedItem(world, other, [emailClaim(other, '+36 1 555 0100')])
})

const search = (actor: Member, words: string) =>
  transact((tx) => casesMatchingText(tx, actor, { datasetId: world.datasetId, text: words }), world.db)

describe('the search over texts of cases', () => {
  it('finds words in capitals or not, composed or decomposed, and keeps them out of the address', async () => {
    for (const words of ['réka őszi', 'RÉKA  ŐSZI'.normalize('NFD'), '(REKA@example.org)']) {
      const { searchId, found, looked, total } = await search(world.lead, words)
      expect({ found, looked, total }).toEqual({ found: 1, looked: 2, total: 2 })
      expect(await casesOfSearch(world.lead, searchId)).toMatchObject({ caseIds: [caseId], capped: false })
    }
    expect((await search(world.lead, '.*@')).found, 'what looks like a pattern is words').toBe(0)
  })

  it('is for leads, and what one found is nobody else’s', async () => {
    for (const actor of [world.reviewer, world.officer, world.stranger])
      await expect(search(actor, 'réka')).rejects.toThrow('Only a lead')
    const { searchId } = await search(world.lead, 'réka')
    expect(await casesOfSearch(world.second, searchId)).toBeNull()
    expect(await casesOfSearch({ ...world.lead, roles: {} }, searchId)).toBeNull()
  })

  it('is not for a lead with a conflict of interest, nor is what they found before', async () => {
    const { searchId } = await search(world.lead, 'réka')
    const scopes = await scopesOf(database.db, world.lead)
    expect(await searchable(world.lead, scopes)).toEqual(scopes)
    await transact((tx) => recuse(tx, world.lead.id, world.datasetId))
    await expect(search(world.lead, 'réka')).rejects.toThrow('conflict of interest')
    expect(await casesOfSearch(world.lead, searchId)).toBeNull()
    expect(await searchable(world.lead, scopes)).toEqual([])
    await database.sql`delete from recusal where person_id = ${world.lead.id}`
    expect(await casesOfSearch(world.lead, searchId)).not.toBeNull()
  })

  it('is forgotten in time, but that it was made', async () => {
    const { searchId } = await search(world.lead, 'réka')
    const [job] = await database.sql<{ days: number }[]>`
      select extract(day from run_at - now())::int as days from graphile_worker.jobs
      where task_identifier = 'search.forget' order by id desc limit 1`
    expect(job?.days).toBe(89)
    await transact((tx) => forgetSearch(tx, searchId), world.db)
    expect(await casesOfSearch(world.lead, searchId)).toBeNull()
    const [left] = await database.sql<{ person: string; cases: string[] }[]>`
      select person_id as person, case_ids as cases from case_search where id = ${searchId}`
    expect(left).toEqual({ person: world.lead.id, cases: [] })
  })

  it('is on record, its words sealed, and ends at so many a day', async () => {
    await search(world.lead, 'somebody i know')
    const [record] = await database.sql<{ person: string; query: Buffer }[]>`
      select person_id as person, query from case_search order by created_at desc limit 1`
    expect(record?.person).toBe(world.lead.id)
    expect(record?.query.includes('somebody')).toBe(false)
    await database.sql`
      insert into case_search (dataset_id, person_id, query, case_ids, looked, total)
      select ${world.datasetId}, ${world.lead.id}, '\x01', '{}', 0, 0 from generate_series(1, 200)`
    await expect(search(world.lead, 'réka')).rejects.toThrow('the most a person may')
  })
})
