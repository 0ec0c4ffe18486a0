/* Long: every rule of who is served what, of seats, leases and rounds, held against one world. */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { appeal } from '@/lib/review/appeal'
import { caseView } from '@/lib/review/case-view'
import { claimNext, releaseClaim, renewClaim } from '@/lib/review/claim'
import { decide } from '@/lib/review/decide'
import { holdVote } from '@/lib/review/held-vote'
import { preferenceInput } from '@/lib/review/input'
import { nextCase } from '@/lib/review/next-case'
import { override } from '@/lib/review/override'
import { savePreferences } from '@/lib/review/preferences'
import { queuesFor, whyNothing } from '@/lib/review/shift'
import { escalate, skip } from '@/lib/review/skip'
import { testDatabase } from '../support/database'
import { brokenRules } from './review-facts'
import {
  type Claim,
  casesOf,
  claim,
  flaggedItem,
  newMember,
  oneCase,
  reviewWorld,
  voteOn,
  type World,
} from './review-world'

const database = testDatabase()
let world: World
beforeEach(async () => {
  world = await reviewWorld(database.db)
})

let made = 0
async function newCase(claim: Claim = {}) {
  const { digest } = await flaggedItem(world, `a text of its own ${++made}`, [
    { category: 'copyright', type: 'notice', ...claim },
  ])
  return oneCase(world, digest)
}
const single = (claim: Claim = {}) => newCase({ category: 'other', type: 'odd', ...claim })

const next = (who: Member, held: string[] = [], queueId?: string) =>
  transact((tx) => claimNext(tx, who, { datasetId: world.datasetId, held, queueId }), world.db)
const at = (caseId: string) => ({ datasetId: world.datasetId, caseId })
const agreesTo = (who: Member, categories: string[]) =>
  database.sql`insert into reviewer_preference (person_id, categories) values (${who.id}, ${categories})
    on conflict (person_id) do update set categories = excluded.categories`
const ranOut = (caseId: string) =>
  database.sql`update lease set expires_at = now() - interval '1 second' where case_id = ${caseId} and ended_at is null`
const stateOf = async (caseId: string) => {
  const [row] =
    await database.sql`select taken, slots, reserved, stage, status, claimable from review_case where id = ${caseId}`
  return row
}

const advisory = async (granted: boolean) => {
  const [row] = await database.sql`
    select count(*)::int as n from pg_locks
    where locktype = 'advisory' and granted = ${granted} and database = (select oid from pg_database where datname = current_database())`
  return Number(row?.['n'])
}
const claimsHeld = () => advisory(true)
const waitingClaims = () => advisory(false)

async function vote(who: Member, caseId: string, change = {}) {
  const [row] = await database.sql`select digest from review_case where id = ${caseId}`
  const found = (await casesOf(world, row?.['digest'])).find(({ id }) => id === caseId)
  if (!found) throw new Error('no case')
  const input = { ...(await voteOn(world, row?.['digest'], found)), reasonCode: 'other.none', ...change }
  return transact((tx) => decide(tx, who, input), world.db)
}

describe('the next case', () => {
  it('is also one that asks for one more vote than when it was passed by', async () => {
    const found = await newCase({ category: 'hate', type: 'slur' })
    await database.sql`update review_case set quorum = 2, slots = 2 where id = ${found.id}`
    const third = await newMember(world.db, [['reviewer', world.datasetId]])
    const keep = { reasonCode: 'hate.context' }
    await vote(world.reviewer, found.id, keep)
    expect((await next(world.second)).caseId).toBe(found.id)
    const [row] = await database.sql`select digest from review_case where id = ${found.id}`
    await claim(world, row?.['digest'], [{ category: 'hate', type: 'slur of another kind' }])
    expect((await next(third)).caseId, 'its two slots are taken').toBeNull()
    expect(await vote(world.second, found.id, keep)).toMatchObject({ state: 'waiting' })
    expect((await next(third)).caseId).toBe(found.id)
    expect(await vote(third, found.id, keep)).toMatchObject({ state: 'decided' })
    expect(await stateOf(found.id)).toMatchObject({ taken: 3, slots: 3 })
  })

  it('is the most urgent, and nobody else gets its only slot', async () => {
    const low = await single({ score: 0.2 })
    const high = await single({ score: 0.9 })
    expect((await next(world.reviewer)).caseId).toBe(high.id)
    expect((await next(world.second)).caseId).toBe(low.id)
    expect((await next(world.lead)).caseId).toBeNull()
    expect(await stateOf(high.id)).toMatchObject({ taken: 1, claimable: false })
  })

  it('goes to as many at once as there are slots, and each sits once', async () => {
    const { id } = await newCase()
    expect((await next(world.reviewer)).caseId).toBe(id)
    expect((await next(world.reviewer, [id])).caseId).toBeNull()
    expect((await next(world.lead)).caseId).toBe(id)
    expect(await stateOf(id)).toMatchObject({ taken: 2, slots: 2, reserved: 0, claimable: false })
  })

  it('keeps the last slot for a lead where a lead is needed', async () => {
    const { id } = await newCase()
    expect((await next(world.reviewer)).caseId).toBe(id)
    expect((await next(world.second)).caseId).toBeNull()
    expect((await next(world.lead)).caseId).toBe(id)
  })

  it('is handed out again to a screen that has forgotten it', async () => {
    const { id } = await single()
    const first = await next(world.reviewer)
    expect(await next(world.reviewer)).toEqual(first)
    expect((await next(world.reviewer, [id])).caseId).toBeNull()
  })

  it('comes from one queue when one is asked for', async () => {
    await single({ score: 1, severity: 4 })
    const wanted = await newCase({ score: 0.1 })
    const [queue] = await database.sql`select queue_id from review_case where id = ${wanted.id}`
    expect((await next(world.reviewer, [], queue?.['queue_id'])).caseId).toBe(wanted.id)
  })

  it('is never one the reviewer voted on, skipped, or flagged', async () => {
    const [voted, skipped, flagged] = [await newCase(), await newCase(), await newCase()]
    await vote(world.reviewer, voted.id, { reasonCode: 'copyright.notice' })
    await transact(
      (tx) => skip(tx, world.reviewer, { ...at(skipped.id), reason: 'unsure', note: undefined }),
      world.db,
    )
    await database.admin.sql`
      insert into case_seat (dataset_id, case_id, round, person_id, kind)
      values (${world.datasetId}, ${flagged.id}, 1, ${world.reviewer.id}, 'flagged')`
    expect((await next(world.reviewer)).caseId).toBeNull()
    expect((await next(world.lead)).caseId).not.toBeNull()
  })

  it('is of a sensitive category only for whoever agreed to see it', async () => {
    const { id } = await newCase({ category: 'hate', type: 'slur' })
    await database.admin.sql`delete from reviewer_preference where person_id = ${world.reviewer.id}`
    expect((await next(world.reviewer)).caseId).toBeNull()
    await agreesTo(world.reviewer, ['copyright'])
    expect((await next(world.reviewer)).caseId).toBeNull()
    await agreesTo(world.reviewer, ['hate'])
    expect((await next(world.reviewer)).caseId).toBe(id)
  })

  it('is in a language the reviewer reads, or in one that cannot be told', async () => {
    const [french, english, untold] = [
      await single({ score: 0.9 }),
      await single({ score: 0.8 }),
      await single({ score: 0.1 }),
    ]
    const speak = (id: string, language: string) =>
      database.admin.sql`update review_case set language = ${language} where id = ${id}`
    await speak(french.id, 'fr')
    await speak(english.id, 'en')
    const reads = (languages: string[] | null) =>
      transact(
        (tx) =>
          savePreferences(
            tx,
            world.reviewer,
            preferenceInput.parse({ categories: ['other'], languages: languages?.join(', ') }),
          ),
        world.db,
      )
    await reads(['German', 'en'])
    expect((await next(world.reviewer)).caseId).toBe(english.id)
    expect((await next(world.reviewer, [english.id])).caseId).toBe(untold.id)
    expect((await next(world.reviewer, [english.id, untold.id])).caseId).toBeNull()
    expect(await whyNothing(world.reviewer, world.datasetId)).toMatch(/languages you do not read/)
    await reads(null)
    expect((await next(world.reviewer, [english.id, untold.id])).caseId).toBe(french.id)
  })

  it('is never restricted', async () => {
    await newCase({ category: 'child_safety', type: 'x' })
    for (const who of [world.reviewer, world.lead]) {
      await agreesTo(who, ['child_safety', 'copyright'])
      expect((await next(who)).caseId).toBeNull()
    }
  })

  it('ends with the day’s limit of a category, of the dataset or of the person, and others go on', async () => {
    for (let i = 0; i < 3; i++) await newCase({ category: 'hate', type: 'slur' })
    await agreesTo(world.reviewer, ['hate', 'other'])
    await agreesTo(world.second, ['hate'])
    await database.sql`insert into review_settings (dataset_id, daily_caps) values (${world.datasetId}, '{"hate": 2}')`
    const first = await next(world.reviewer)
    const second = await next(world.reviewer, [String(first.caseId)])
    expect([first.caseId, second.caseId]).not.toContain(null)
    const held = [String(first.caseId), String(second.caseId)]
    expect((await next(world.reviewer, held)).caseId).toBeNull()
    const calm = await single()
    expect((await next(world.reviewer, held)).caseId).toBe(calm.id)
    await database.sql`update reviewer_preference set daily_cap = 1 where person_id = ${world.second.id}`
    const only = await next(world.second)
    expect((await next(world.second, [String(only.caseId)])).caseId).toBeNull()
  })

  it('ends with that limit also for two screens of a person that ask at the same moment', async () => {
    for (let i = 0; i < 3; i++) await newCase({ category: 'hate', type: 'slur' })
    await agreesTo(world.reviewer, ['hate'])
    await database.sql`update reviewer_preference set daily_cap = 1 where person_id = ${world.reviewer.id}`
    const asks = { datasetId: world.datasetId, queueId: undefined }
    const [first, second] = await Promise.all([
      transact(async (tx) => {
        const claimed = await claimNext(tx, world.reviewer, { ...asks, held: [] })
        // Not committed before the other has asked.
        await expect.poll(waitingClaims).toBe(1)
        return claimed
      }, world.db),
      expect
        .poll(claimsHeld)
        .toBe(1)
        .then(() => next(world.reviewer, ['00000000-0000-4000-8000-000000000000'])),
    ])
    expect(second.caseId, 'the one they have already').toBe(first.caseId)
    const [seen] =
      await database.sql`select sum(items)::int as items from exposure where person_id = ${world.reviewer.id}`
    expect(seen).toEqual({ items: 1 })
  })

  it('waits for a pause after as many as the person chose', async () => {
    const cases = [
      await newCase({ category: 'hate', type: 'slur' }),
      await newCase({ category: 'hate', type: 'slur' }),
    ]
    await agreesTo(world.reviewer, ['hate'])
    await database.sql`update reviewer_preference set break_after = 1, break_minutes = 5 where person_id = ${world.reviewer.id}`
    const first = await next(world.reviewer)
    expect((await next(world.reviewer, [String(first.caseId)])).caseId).toBeNull()
    await database.sql`update exposure set last_at = now() - interval '6 minutes' where person_id = ${world.reviewer.id}`
    const second = await next(world.reviewer, [String(first.caseId)])
    expect(new Set([first.caseId, second.caseId])).toEqual(new Set(cases.map(({ id }) => id)))
  })

  const two = async (): Promise<Record<'hate' | 'illegal' | 'calm', string[]>> => {
    const made = { hate: [''], illegal: [''], calm: [''] }
    for (let i = 0; i < 3; i++) {
      made.hate[i] = (await newCase({ category: 'hate', type: 'slur', score: 0.9 })).id
      made.illegal[i] = (await newCase({ category: 'illegal', type: 'sale', score: 0.5 })).id
      made.calm[i] = (await single({ score: 0.1 })).id
    }
    return made
  }
  /** What is served one after the other, by category. */
  const served = async (who: Member, most: number) => {
    const held: string[] = []
    for (let i = 0; i < most; i++) {
      const { caseId } = await next(who, held)
      if (caseId === null) break
      held.push(caseId)
    }
    const rows = await database.sql`
      select category, count(*)::int as n from review_case where id = any (${held}::uuid[]) group by 1`
    return { held, ...Object.fromEntries(rows.map(({ category, n }) => [category, n])) }
  }
  const prefers = (who: Member, fields: Record<string, string>) =>
    transact(
      (tx) =>
        savePreferences(
          tx,
          who,
          preferenceInput.parse({ categories: ['hate', 'illegal', 'other'], ...fields }),
        ),
      world.db,
    )
  const beyondLimits = async () => (await brokenRules(database.sql))['beyond_limits']

  it('ends with a person’s own number of a category in place of the one for all, and never beyond the dataset’s', async () => {
    await two()
    await prefers(world.reviewer, { dailyCap: '2', 'cap.hate': '1', 'cap.other': '2', breakAfter: '' })
    expect(await served(world.reviewer, 9)).toMatchObject({ hate: 1, illegal: 2, other: 2 })
    expect(await whyNothing(world.reviewer, world.datasetId)).toMatch(/Hate and abuse, .* in a day/i)
    expect(await beyondLimits()).toBe(0)
    await prefers(world.reviewer, { 'cap.hate': '0', breakAfter: '' })
    expect(await beyondLimits(), 'one more than is allowed now').toBe(1)
    await prefers(world.reviewer, { breakAfter: '' })
    await database.sql`insert into review_settings (dataset_id, daily_caps) values (${world.datasetId}, '{"illegal": 1}')`
    expect(await beyondLimits()).toBe(1)
    await prefers(world.second, { 'cap.illegal': '3', breakAfter: '' })
    expect(await served(world.second, 9)).toMatchObject({ illegal: 1 })
  })

  it('is of another category while the person pauses from one, as they chose it, and of both when it is over', async () => {
    const made = await two()
    await prefers(world.reviewer, { 'break.hate': '2', breakMinutes: '5', breakAfter: '' })
    const before = await served(world.reviewer, 8)
    expect(before).toMatchObject({ hate: 2, illegal: 3, other: 3 })
    expect(await whyNothing(world.reviewer, world.datasetId)).toMatch(/hate and abuse without a pause/i)
    await database.sql`update exposure set last_at = now() - interval '6 minutes' where person_id = ${world.reviewer.id}`
    const { caseId } = await next(world.reviewer, before.held)
    expect(made.hate).toContain(caseId)
    const [row] = await database.sql`
      select items, own_run from exposure where person_id = ${world.reviewer.id} and category = 'hate'`
    expect(row, 'counted anew').toEqual({ items: 3, own_run: 1 })
  })

  it('waits for the pause that the dataset sets, of a category that is not sensitive too, until the person chose another or none', async () => {
    await two()
    await database.sql`insert into review_settings (dataset_id, breaks) values (${world.datasetId}, '{"hate": 1, "other": 1}')`
    await database.admin.sql`delete from reviewer_preference where person_id = ${world.second.id}`
    expect(await served(world.second, 3), 'who never chose anything').toMatchObject({ other: 1 })
    await prefers(world.reviewer, { breakAfter: '' })
    expect(await served(world.reviewer, 9)).toMatchObject({ hate: 1, illegal: 3, other: 1 })
    await prefers(world.reviewer, { 'break.hate': '2', 'break.other': '0', breakAfter: '' })
    expect(await served(world.reviewer, 9)).toMatchObject({ hate: 2, illegal: 3, other: 2 })
  })

  it('is none of a dataset they recused themselves from, or maintain when that is ruled out', async () => {
    const { id } = await single()
    await database.sql`insert into recusal (person_id, dataset_id) values (${world.reviewer.id}, ${world.datasetId})`
    expect((await next(world.reviewer)).caseId).toBeNull()
    const both = await newMember(world.db, [
      ['reviewer', world.datasetId],
      ['maintainer', world.datasetId],
    ])
    await database.sql`insert into review_settings (dataset_id, maintainers_review) values (${world.datasetId}, false)`
    expect((await next(both)).caseId).toBeNull()
    await database.sql`update review_settings set maintainers_review = true where dataset_id = ${world.datasetId}`
    expect((await next(both)).caseId).toBe(id)
  })

  it('is refused to who is no reviewer, and unknown to strangers', async () => {
    const maintainer = await newMember(world.db, [['maintainer', world.datasetId]])
    await expect(next(maintainer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(next(world.stranger)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('passes by what was seen before, and comes back to the top when something arrives there', async () => {
    const first = await newCase({ score: 0.9 })
    const second = await newCase({ score: 0.5 })
    for (const { id } of [first, second]) {
      expect((await next(world.reviewer)).caseId).toBe(id)
      await vote(world.reviewer, id, { reasonCode: 'copyright.notice' })
    }
    expect((await next(world.reviewer)).caseId).toBeNull()
    const urgent = await newCase({ score: 1 })
    const late = await newCase({ score: 0.1 })
    expect((await next(world.reviewer)).caseId).toBe(urgent.id)
    expect((await next(world.reviewer, [urgent.id])).caseId).toBe(late.id)
  })

  it('comes back to what arrives among cases of the same priority, above their place and below it', async () => {
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.push((await single()).id)
    const [first = '', second = '', third = '', ...below] = ids.sort().reverse()
    // The second takes the top of the queue, so that the reviewer comes by below them.
    for (const id of [first, second]) expect((await next(world.second, ids)).caseId).toBe(id)
    expect((await next(world.reviewer, ids)).caseId).toBe(third)
    await transact((tx) => releaseClaim(tx, world.second, at(second)), world.db)
    expect((await next(world.reviewer, ids)).caseId).toBe(second)
    await transact((tx) => releaseClaim(tx, world.second, at(first)), world.db)
    expect((await next(world.reviewer, ids)).caseId).toBe(first)
    for (const id of below) expect((await next(world.reviewer, ids)).caseId).toBe(id)
    expect((await next(world.reviewer, ids)).caseId).toBeNull()
  })

  const endsReached = async (who: Member) => {
    const rows = await database.sql`
      select q.name from queue_position p join review_queue q on q.id = p.queue_id
      where p.person_id = ${who.id} and p.empty_at is not null order by q.name`
    return rows.map(({ name }) => name as string)
  }

  it('is not looked for again in a queue that has nothing for them, until something arrives', async () => {
    await agreesTo(world.reviewer, ['copyright'])
    await newCase({ category: 'hate', type: 'slur' })
    const first = await newCase()
    expect((await next(world.reviewer)).caseId).toBe(first.id)
    await vote(world.reviewer, first.id, { reasonCode: 'copyright.notice' })
    expect((await next(world.reviewer)).caseId).toBeNull()
    const looked = ['Copyright and licence', 'Everything else']
    expect(await endsReached(world.reviewer), 'that of a category they declined not once').toEqual(looked)
    const second = await newCase()
    expect((await next(world.reviewer)).caseId).toBe(second.id)
    expect(await endsReached(world.reviewer)).toEqual(['Everything else'])
  })

  it('is theirs as soon as another lets go of it, though they passed it by at the end of the queue', async () => {
    const { id } = await single()
    await database.sql.begin(async (other) => {
      await other`select from review_case where id = ${id} for update`
      expect((await next(world.reviewer)).caseId).toBeNull()
    })
    expect((await next(world.reviewer)).caseId).toBe(id)
  })
})

describe('a claim', () => {
  it('that is given back is free for others at once', async () => {
    const { id } = await single()
    await next(world.reviewer)
    expect(await transact((tx) => releaseClaim(tx, world.reviewer, at(id)), world.db)).toEqual({
      released: true,
    })
    expect(await stateOf(id)).toMatchObject({ taken: 0, claimable: true })
    expect((await next(world.second)).caseId).toBe(id)
    expect(await transact((tx) => releaseClaim(tx, world.reviewer, at(id)), world.db)).toEqual({
      released: false,
    })
  })

  it('lasts while it is renewed, and passes to the next who asks when it runs out', async () => {
    const { id } = await single()
    await next(world.reviewer)
    const expire = () =>
      database.sql`update lease set expires_at = now() - interval '1 second' where case_id = ${id} and ended_at is null`
    await expire()
    expect(await transact((tx) => renewClaim(tx, world.reviewer, at(id)), world.db)).toEqual({ held: true })
    expect((await next(world.second)).caseId).toBeNull()
    await expire()
    expect((await next(world.second)).caseId).toBe(id)
    expect(await transact((tx) => renewClaim(tx, world.reviewer, at(id)), world.db)).toEqual({ held: false })
    await expect(vote(world.reviewer, id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/all the reviewers it needs/),
    })
    const leases = await database.sql`select outcome from lease where case_id = ${id} order by created_at`
    expect(leases.map((lease) => lease['outcome'])).toEqual(['expired', null])
  })

  it('that ran out is in nobody’s way, also where nobody asks for a next case because none seems to wait', async () => {
    const { id } = await single()
    await next(world.reviewer)
    const waiting = async (who: Member) =>
      (await queuesFor(who)).flatMap(({ queues }) => queues).reduce((sum, { open }) => sum + open, 0)
    const page = () => caseView(world.second, world.slug, id)
    const offered = () => nextCase(world.db, world.second, { queue: `dataset=${world.slug}` })
    expect(await waiting(world.second)).toBe(0)
    expect(await waiting(world.reviewer), 'theirs to go on with').toBe(1)
    expect((await page()).cannotDecide).toMatch(/all the reviewers it needs/)
    expect(await offered()).toBeNull()
    await ranOut(id)
    expect(await waiting(world.second)).toBe(1)
    expect((await page()).cannotDecide).toBeUndefined()
    expect((await offered())?.caseId).toBe(id)
    expect(await vote(world.second, id)).toMatchObject({ state: 'decided' })
    const leases = await database.sql`select outcome from lease where case_id = ${id} order by created_at`
    expect(leases.map((lease) => lease['outcome'])).toEqual(['expired', 'voted'])
  })

  it('that ran out while it is given back has neither of the two wait for the other', async () => {
    const { id } = await single()
    await next(world.reviewer)
    await ranOut(id)
    await transact(async (gives) => {
      await gives.execute(sql`select 1 from review_case where id = ${id} for update`)
      await transact(async (asks) => {
        const input = { datasetId: world.datasetId, held: [], queueId: undefined }
        expect((await claimNext(asks, world.second, input)).caseId).toBeNull()
        await gives.execute(sql`set local lock_timeout = '2s'`)
        expect(await releaseClaim(gives, world.reviewer, at(id))).toEqual({ released: true })
      }, world.db)
    }, world.db)
    expect((await next(world.second)).caseId).toBe(id)
  })

  it('that ran out leaves a lead’s slot to leads, and one with a vote that is held is not taken from it', async () => {
    const other = await newMember(world.db, [
      ['reviewer', world.datasetId],
      ['lead', world.datasetId],
    ])
    const notice = { reasonCode: 'copyright.notice' }
    const { id } = await newCase()
    await vote(world.reviewer, id, notice)
    expect((await next(world.lead)).caseId).toBe(id)
    await ranOut(id)
    await expect(vote(world.second, id, notice)).rejects.toMatchObject({ code: 'conflict' })
    expect(await vote(other, id, notice)).toMatchObject({ state: 'decided' })

    const held = await single()
    await next(world.reviewer)
    const [row] = await database.sql`select digest from review_case where id = ${held.id}`
    const sent = { ...(await voteOn(world, row?.['digest'], held)), reasonCode: 'other.none' }
    await transact((tx) => holdVote(tx, world.reviewer, sent), world.db)
    await ranOut(held.id)
    await expect(vote(world.second, held.id)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('that ran out and that nobody took meanwhile still votes', async () => {
    const { id } = await single()
    await next(world.reviewer)
    await database.sql`update lease set expires_at = now() - interval '1 hour' where case_id = ${id}`
    expect(await vote(world.reviewer, id)).toMatchObject({ state: 'decided' })
  })

  it('ends with its case when the others decide first', async () => {
    const { id } = await newCase({ category: 'hate', type: 'slur' })
    for (const who of [world.reviewer, world.second, world.lead]) {
      await agreesTo(who, ['hate'])
      expect((await next(who)).caseId).toBe(id)
    }
    await vote(world.reviewer, id, { reasonCode: 'hate.context' })
    expect(await vote(world.second, id, { reasonCode: 'hate.context' })).toMatchObject({ state: 'decided' })
    const leases = await database.sql`select outcome from lease where case_id = ${id} order by slot`
    expect(leases.map((lease) => lease['outcome'])).toEqual(['voted', 'voted', 'resolved'])
    await expect(vote(world.lead, id)).rejects.toMatchObject({
      message: expect.stringMatching(/already decided/),
    })
  })

  it('that is skipped goes to others and not to the same reviewer', async () => {
    const { id } = await single()
    await next(world.reviewer)
    await transact(
      (tx) => skip(tx, world.reviewer, { ...at(id), reason: 'language', note: 'Is this Welsh?' }),
      world.db,
    )
    expect((await next(world.reviewer)).caseId).toBeNull()
    expect((await next(world.second)).caseId).toBe(id)
    const [row] = await database.sql`select reason, note from case_note where case_id = ${id}`
    expect(row?.['reason']).toBe('language')
    expect(row?.['note'].toString('latin1')).not.toContain('Welsh')
  })
})

describe('escalation', () => {
  it('leaves the case to a lead, whose vote decides it', async () => {
    const { id } = await newCase({ category: 'hate', type: 'slur' })
    for (const who of [world.reviewer, world.second, world.lead]) await agreesTo(who, ['hate'])
    await vote(world.reviewer, id, { reasonCode: 'hate.context' })
    await next(world.second)
    await transact(
      (tx) => escalate(tx, world.second, { ...at(id), reason: 'legal', note: undefined }),
      world.db,
    )
    expect(await stateOf(id)).toMatchObject({ stage: 'escalation', taken: 1, slots: 2, reserved: 1 })
    expect((await next(world.lead)).caseId).toBe(id)
    const view = await vote(world.lead, id, { reasonCode: 'hate.attack', action: 'remove' })
    expect(view.state).toBe('decided')
    const [row] = await database.sql`select kind, action from decision where case_id = ${id}`
    expect(row).toEqual({ kind: 'adjudication', action: 'remove' })
  })

  it('of what the community must not see takes every case of the item away at once', async () => {
    const { digest } = await flaggedItem(world, 'an item with two cases', [
      { category: 'other', type: 'odd' },
      {},
    ])
    await agreesTo(world.second, ['pii'])
    const found = (await casesOf(world, digest)).find(({ category }) => category === 'other')
    await transact(
      (tx) => escalate(tx, world.reviewer, { ...at(found?.id ?? ''), reason: 'ncii', note: undefined }),
      world.db,
    )
    const cases = await casesOf(world, digest)
    expect(cases.map(({ category, restricted }) => [category, restricted])).toEqual([
      ['ncii', true],
      ['other', true],
      ['pii', true],
    ])
    for (const who of [world.reviewer, world.second, world.lead]) expect((await next(who)).caseId).toBeNull()
  })
})

describe('votes that do not agree', () => {
  it('ask a lead who has not voted, and their vote decides', async () => {
    const { id } = await newCase({ category: 'hate', type: 'slur' })
    const third = await newMember(world.db, [['reviewer', world.datasetId]])
    for (const who of [world.reviewer, world.second, third, world.lead]) await agreesTo(who, ['hate'])
    await vote(world.reviewer, id, { reasonCode: 'hate.context' })
    await vote(world.second, id, { reasonCode: 'hate.attack', action: 'remove' })
    expect(await vote(third, id, { reasonCode: 'hate.attack', action: 'restrict' })).toMatchObject({
      state: 'split',
    })
    expect(await stateOf(id)).toMatchObject({ stage: 'adjudication', taken: 3, slots: 4, reserved: 1 })
    const fourth = await newMember(world.db, [['reviewer', world.datasetId]])
    await agreesTo(fourth, ['hate'])
    expect((await next(fourth)).caseId).toBeNull()
    expect((await next(world.lead)).caseId).toBe(id)
    await vote(world.lead, id, { reasonCode: 'hate.attack', action: 'restrict' })
    const [row] = await database.sql`select kind, action, review_ids from decision where case_id = ${id}`
    expect(row).toMatchObject({ kind: 'adjudication', action: 'restrict' })
    expect(row?.['review_ids']).toHaveLength(1)
  })

  it('are not settled by accounts that are too new or that nobody vouched for', async () => {
    const { id } = await newCase({ category: 'hate', type: 'slur' })
    await database.sql`insert into review_settings (dataset_id, min_account_days) values (${world.datasetId}, 30)`
    const age = (who: Member) =>
      database.sql`update person set created_at = now() - interval '31 days' where id = ${who.id}`
    await age(world.second)
    await age(world.lead)
    expect(await vote(world.reviewer, id, { reasonCode: 'hate.context' })).toMatchObject({ state: 'waiting' })
    expect(await stateOf(id)).toMatchObject({ slots: 4 })
    expect(await vote(world.second, id, { reasonCode: 'hate.context' })).toMatchObject({ state: 'waiting' })
    await database.sql`update person set verified_at = null where id = ${world.lead.id}`
    expect(await vote(world.lead, id, { reasonCode: 'hate.context' })).toMatchObject({ state: 'waiting' })
    const old = await newMember(world.db, [['reviewer', world.datasetId]])
    await age(old)
    expect(await vote(old, id, { reasonCode: 'hate.context' })).toMatchObject({ state: 'decided' })
    const [row] = await database.sql`select review_ids from decision where case_id = ${id}`
    expect(row?.['review_ids']).toHaveLength(2)
  })
})

describe('an appeal', () => {
  const grounds = 'The sentence is quoted, it is not the speaker’s own.'
  const contest = (who: Member, caseId: string, decisionId: string) =>
    transact((tx) => appeal(tx, who, { ...at(caseId), decisionId, grounds }), world.db)

  async function decidedByTwo() {
    const found = await newCase({ category: 'hate', type: 'slur' })
    const [third, fourth] = [
      await newMember(world.db, [['reviewer', world.datasetId]]),
      await newMember(world.db, [['reviewer', world.datasetId]]),
    ]
    for (const who of [world.reviewer, world.second, third, fourth, world.lead]) await agreesTo(who, ['hate'])
    const change = { reasonCode: 'hate.attack', action: 'remove' }
    await vote(world.reviewer, found.id, change)
    const { decisionId } = await vote(world.second, found.id, change)
    return { id: found.id, decisionId: String(decisionId), third, fourth }
  }

  it('is decided by people who had no part in the decision, and the database says so too', async () => {
    const { id, decisionId, third, fourth } = await decidedByTwo()
    expect(await contest(world.lead, id, decisionId)).toMatchObject({ round: 2 })
    const { history } = await caseView(third, world.slug, id)
    expect(history[0]?.text).toBe(
      `${world.lead.pseudonym} contested the decision. Other people decide again.`,
    )
    for (const who of [world.reviewer, world.second]) {
      expect((await next(who)).caseId).toBeNull()
      await expect(vote(who, id, { reasonCode: 'hate.context' })).rejects.toMatchObject({
        code: 'forbidden',
        message: expect.stringMatching(/appeal against a decision you took part in/),
      })
      const seat = { dataset_id: world.datasetId, case_id: id, round: 2, person_id: who.id, kind: 'reviewer' }
      await expect(database.sql`insert into case_seat ${database.sql(seat)}`).rejects.toMatchObject({
        code: '23505',
      })
      await expect(
        database.sql`
          insert into review (dataset_id, case_id, round, reviewer_id, action, reason_code, policy_version_id, spans)
          values (${world.datasetId}, ${id}, 2, ${who.id}, 'keep', 'hate.context', ${world.policyId}, '[]')`,
      ).rejects.toMatchObject({ code: '23503', constraint_name: 'review_has_a_seat' })
    }
    expect((await next(third)).caseId).toBe(id)
    await vote(third, id, { reasonCode: 'hate.context' })
    expect(await vote(fourth, id, { reasonCode: 'hate.context' })).toMatchObject({ state: 'decided' })
    const rows =
      await database.sql`select action, supersedes from decision where case_id = ${id} order by created_at`
    expect(rows).toEqual([
      { action: 'remove', supersedes: null },
      { action: 'keep', supersedes: decisionId },
    ])
  })

  it('against a lead’s direct decision is not decided by that lead, directly or not', async () => {
    const { id } = await newCase({ category: 'hate', type: 'slur' })
    const [row] = await database.sql`select digest from review_case where id = ${id}`
    const found = (await casesOf(world, row?.['digest']))[0]
    if (!found) throw new Error('no case')
    const input = {
      ...(await voteOn(world, row?.['digest'], found)),
      reasonCode: 'hate.attack',
      action: 'remove' as const,
    }
    const made = await transact((tx) => override(tx, world.lead, { ...input, supersedes: null }), world.db)
    await contest(world.reviewer, id, String(made.decisionId))
    const again = transact(
      (tx) => override(tx, world.lead, { ...input, supersedes: made.decisionId }),
      world.db,
    )
    await expect(again).rejects.toMatchObject({ code: 'forbidden' })
    expect((await next(world.lead)).caseId).toBeNull()
    await expect(
      database.sql`
        insert into decision (dataset_id, case_id, digest, category, kind, action, reason_code, policy_version_id, spans, seen,
          round, decider_id, review_ids, actor, entry_id)
        select dataset_id, case_id, digest, category, kind, action, reason_code, policy_version_id, spans, seen,
          2, decider_id, review_ids, actor, gen_random_uuid() from decision where id = ${made.decisionId}`,
    ).rejects.toMatchObject({ code: '23503', constraint_name: 'decision_by_a_seat' })
  })

  it('is not decided by whoever contests: the claim passes them by, their vote is refused, and they decide directly only as the last', async () => {
    const { id, decisionId } = await decidedByTwo()
    const [row] = await database.sql`select digest from review_case where id = ${id}`
    await contest(world.lead, id, decisionId)
    const [found] = await casesOf(world, row?.['digest'])
    if (!found) throw new Error('no case')
    expect((await next(world.lead)).caseId).toBeNull()
    const why = /contested what was decided/
    const refused = { code: 'forbidden', message: expect.stringMatching(why) }
    await expect(vote(world.lead, id, { reasonCode: 'hate.context' })).rejects.toMatchObject(refused)
    expect((await caseView(world.lead, world.slug, id)).cannotDecide).toMatch(why)
    const input = { ...(await voteOn(world, row?.['digest'], found)), reasonCode: 'hate.context' }
    const directly = () =>
      transact((tx) => override(tx, world.lead, { ...input, supersedes: decisionId }), world.db)
    const other = await newMember(world.db, [['lead', world.datasetId]])
    await expect(directly()).rejects.toMatchObject(refused)
    await database.sql`insert into recusal (person_id, dataset_id) values (${other.id}, ${world.datasetId})`
    expect(await directly()).toMatchObject({ state: 'decided' })
  })

  it('holds once for a decision, and only against the one in force', async () => {
    const { id, decisionId, third, fourth } = await decidedByTwo()
    await contest(world.lead, id, decisionId)
    await expect(contest(world.lead, id, decisionId)).rejects.toMatchObject({ code: 'conflict' })
    for (const who of [third, fourth]) await vote(who, id, { reasonCode: 'hate.attack', action: 'remove' })
    await expect(contest(world.lead, id, decisionId)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/already decided/),
    })
  })

  it('leaves the decision in force until it is answered, and its grounds unreadable in the table', async () => {
    const { id, decisionId } = await decidedByTwo()
    await contest(world.lead, id, decisionId)
    const [found] = await database.sql`select status, decision_id, appealed from review_case where id = ${id}`
    expect(found).toEqual({ status: 'open', decision_id: decisionId, appealed: true })
    const [row] = await database.sql`select grounds from appeal where case_id = ${id}`
    expect(row?.['grounds'].toString('latin1')).not.toContain('quoted')
  })
})
