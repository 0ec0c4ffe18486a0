/* Long: every rule of who may vote, held against each way to a case. */
import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { loadMember } from '@/lib/auth/load-actor'
import { prepareBulk } from '@/lib/bulk/prepare'
import { continueBulk } from '@/lib/bulk/run'
import { startBulk } from '@/lib/bulk/start'
import { nominate } from '@/lib/golden/nominate'
import { caseView } from '@/lib/review/case-view'
import { claimNext, releaseClaim } from '@/lib/review/claim'
import { castVote } from '@/lib/review/decide'
import { holdVote } from '@/lib/review/held-vote'
import { preferenceInput } from '@/lib/review/input'
import { nextCase } from '@/lib/review/next-case'
import { override } from '@/lib/review/override'
import { locateItem, overrideByDigest } from '@/lib/review/override-by-digest'
import { conflictsOf, preferencesOf, savePreferences } from '@/lib/review/preferences'
import { reveal } from '@/lib/review/reveal'
import { whyNothing } from '@/lib/review/shift'
import { escalate, skip } from '@/lib/review/skip'
import { isRecused } from '@/lib/review/voters'
import { testDatabase } from '../support/database'
import {
  casesOf,
  type Claim,
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
async function newCase(claim: Claim = { category: 'other', type: 'odd' }) {
  const { digest } = await flaggedItem(world, `words of somebody, number ${++made}`, [claim])
  return { digest, ...(await oneCase(world, digest)) }
}
const slur: Claim = { category: 'hate', type: 'slur' }
type Case = Awaited<ReturnType<typeof newCase>>

const REASONS: Record<string, string> = {
  other: 'other.none',
  hate: 'hate.context',
  illegal: 'illegal.unfounded',
}
const voteFor = async (found: Case) => ({
  ...(await voteOn(world, found.digest, found)),
  reasonCode: REASONS[found.category] ?? '',
})
const vote = async (who: Member, found: Case) => {
  const input = await voteFor(found)
  return transact((tx) => castVote(tx, who, input), world.db)
}
const decideDirectly = async (who: Member, found: Case, change = {}) => {
  const input = { ...(await voteFor(found)), supersedes: null, ...change }
  return transact((tx) => override(tx, who, input), world.db)
}
const next = (who: Member, held: string[] = []) =>
  transact((tx) => claimNext(tx, who, { datasetId: world.datasetId, held, queueId: undefined }), world.db)
const show = (who: Member, { id }: Case) =>
  transact((tx) => reveal(tx, who, { datasetId: world.datasetId, caseId: id, queue: '' }), world.db)
const view = (who: Member, { id }: Case) => caseView(who, world.slug, id)
const refused = (message: RegExp) => ({ code: 'forbidden', message: expect.stringMatching(message) })

/** As the form sends it, which asks about every dataset whose cases somebody may see. */
async function declare(who: Member, conflicts: string[]) {
  const { datasets } = await conflictsOf(who)
  const { categories = [] } = (await preferencesOf(who)) ?? {}
  const asked = datasets.map(({ datasetId }) => datasetId)
  const input = preferenceInput.parse({ categories, conflicts, asked })
  return transact((tx) => savePreferences(tx, who, input), world.db)
}
const recuse = (who: Member) => declare(who, [world.datasetId])
const agreesTo = (who: Member, categories: string[], more: { cap?: number; pause?: number } = {}) =>
  database.sql`
    insert into reviewer_preference (person_id, categories, daily_cap, break_after)
    values (${who.id}, ${categories}, ${more.cap ?? null}, ${more.pause ?? null})
    on conflict (person_id) do update set categories = excluded.categories, daily_cap = excluded.daily_cap, break_after = excluded.break_after`
const forgetAnswers = ({ id }: Member) =>
  database.admin.sql`delete from reviewer_preference where person_id = ${id}`
const othersVote = (held: boolean) =>
  database.sql`insert into review_settings (dataset_id, maintainers_review) values (${world.datasetId}, ${!held})`
const exposureOf = async ({ id }: Member) => {
  const rows = await database.sql`select category, items from exposure where person_id = ${id} order by 1`
  return Object.fromEntries(rows.map(({ category, items }) => [category, items]))
}
const forLeads = () =>
  database.sql`update review_queue set audience = 'lead' where dataset_id = ${world.datasetId}`

describe('a vote on a case that was not claimed', () => {
  const both = () =>
    newMember(world.db, [
      ['reviewer', world.datasetId],
      ['maintainer', world.datasetId],
    ])
  const BARS: Record<
    string,
    { of?: Claim; who?: () => Promise<Member>; set: (who: Member) => Promise<unknown>; why: RegExp }
  > = {
    'a dataset they recused themselves from': { set: recuse, why: /conflict of interest.*What I see/ },
    'a dataset they maintain, where that is ruled out': {
      who: both,
      set: () => othersVote(true),
      why: /You maintain this dataset/,
    },
    'a queue for leads': { set: forLeads, why: /for leads/ },
    'a category they declined': {
      of: slur,
      set: (who) => agreesTo(who, ['other']),
      why: /do not want to see hate and abuse/i,
    },
    'a sensitive category that nobody has asked them about': {
      of: slur,
      set: forgetAnswers,
      why: /Nobody has asked you yet whether you want to see hate and abuse/i,
    },
    'a category of which they have had enough today': {
      of: slur,
      set: async (who) => {
        await agreesTo(who, ['hate'], { cap: 1 })
        await show(who, await newCase(slur))
      },
      why: /as much of hate and abuse as anybody should/i,
    },
    'a sensitive category, in their pause': {
      of: slur,
      set: async (who) => {
        await agreesTo(who, ['hate'], { pause: 1 })
        await show(who, await newCase(slur))
      },
      why: /asked for a pause/,
    },
    'a category they pause from': {
      of: slur,
      set: async (who) => {
        await agreesTo(who, ['hate', 'illegal'])
        await database.sql`update reviewer_preference set breaks = '{"hate": 1}' where person_id = ${who.id}`
        await show(who, await newCase(slur))
      },
      why: /so much of hate and abuse without a pause/i,
    },
    'a category the dataset sets a pause from': {
      of: slur,
      set: async (who) => {
        await agreesTo(who, ['hate', 'illegal'])
        await database.sql`insert into review_settings (dataset_id, breaks) values (${world.datasetId}, '{"hate": 1}')`
        await show(who, await newCase(slur))
      },
      why: /so much of hate and abuse without a pause/i,
    },
  }
  it.each(Object.keys(BARS))('is refused as the claim would not hand it out: of %s', async (name) => {
    const { of, who: whoever, set, why } = BARS[name] ?? { set: recuse, why: /$^/ }
    const who = whoever ? await whoever() : world.reviewer
    const found = await newCase(of)
    await set(who)
    expect((await next(who)).caseId).toBeNull()
    await expect(vote(who, found)).rejects.toMatchObject(refused(why))
    const held = await voteFor(found)
    await expect(transact((tx) => holdVote(tx, who, held), world.db)).rejects.toMatchObject(refused(why))
    expect((await view(who, found)).cannotDecide).toMatch(why)
    // Or to uncover it first would be the way round it.
    await expect(show(who, found)).rejects.toMatchObject(refused(why))
    expect((await view(who, found)).cannotUncover).toMatch(why)
    const [facts] = await database.sql`
      select (select count(*)::int from review where case_id = ${found.id}) as votes,
        (select count(*)::int from case_seat where case_id = ${found.id}) as seats`
    expect(facts).toEqual({ votes: 0, seats: 0 })
  })

  it('is taken in another sensitive category than the one they pause from', async () => {
    await agreesTo(world.reviewer, ['hate', 'illegal'])
    await database.sql`update reviewer_preference set breaks = '{"hate": 1}' where person_id = ${world.reviewer.id}`
    const [seen, beyond] = [await newCase(slur), await newCase(slur)]
    const other = await newCase({ category: 'illegal', type: 'sale' })
    await show(world.reviewer, seen)
    expect((await nextCase(database.db, world.reviewer, { queue: '' }))?.caseId).toBe(other.id)
    await expect(vote(world.reviewer, beyond)).rejects.toMatchObject({ code: 'forbidden' })
    await vote(world.reviewer, other)
    await vote(world.reviewer, seen)
    expect(await exposureOf(world.reviewer)).toEqual({ hate: 1, illegal: 1 })
  })

  it('is taken of whoever the claim would hand it to', async () => {
    const maintainer = await both()
    await othersVote(false)
    await agreesTo(world.second, ['other', 'hate'])
    for (const [who, of] of [
      [world.reviewer, undefined],
      [maintainer, undefined],
      [world.second, slur],
    ] as const) {
      const found = await newCase(of)
      expect((await next(who)).caseId).toBe(found.id)
      const at = { datasetId: world.datasetId, caseId: found.id }
      await transact((tx) => releaseClaim(tx, who, at), world.db)
      expect((await vote(who, found)).found.id).toBe(found.id)
    }
  })

  it('is taken of what is not sensitive from whoever was asked nothing yet, and of everything from a lead', async () => {
    for (const who of [world.reviewer, world.lead]) await forgetAnswers(who)
    const [calm, sensitive] = [await newCase(), await newCase(slur)]
    await vote(world.reviewer, calm)
    await show(world.lead, sensitive)
    expect((await view(world.lead, sensitive)).bar).toBeNull()
    await vote(world.lead, sensitive)
  })

  it('by a lead is refused for the same reasons, and the page offers to decide directly instead', async () => {
    const found = await newCase(slur)
    await agreesTo(world.lead, ['other'])
    await expect(vote(world.lead, found)).rejects.toMatchObject(refused(/do not want to see/))
    expect(await view(world.lead, found)).toMatchObject({ bar: 'declined', cannotOverride: undefined })
    expect(await decideDirectly(world.lead, found)).toMatchObject({ state: 'decided' })
  })

  it('that was claimed counts also when the limit of the day is reached since, or the claim ran out', async () => {
    const [first, second] = [await newCase(slur), await newCase(slur)]
    await agreesTo(world.reviewer, ['hate'], { cap: 2 })
    const held = [String((await next(world.reviewer)).caseId)]
    held.push(String((await next(world.reviewer, held)).caseId))
    expect(held.sort()).toEqual([first.id, second.id].sort())
    await vote(world.reviewer, first)
    await database.sql`update lease set expires_at = now() - interval '1 minute' where case_id = ${second.id}`
    await next(world.second)
    await vote(world.reviewer, second)
    expect(await exposureOf(world.reviewer)).toEqual({ hate: 2 })
  })
})

describe('what somebody may not see', () => {
  it('is not uncovered for them in a queue for leads, nor after they declared a conflict of interest', async () => {
    const found = await newCase(slur)
    await forgetAnswers(world.reviewer)
    await forLeads()
    await expect(show(world.reviewer, found)).rejects.toMatchObject(refused(/for leads/))
    await agreesTo(world.second, ['hate'], { cap: 1 })
    await database.sql`update review_queue set audience = 'reviewer' where dataset_id = ${world.datasetId}`
    await show(world.second, found)
    await recuse(world.second)
    await expect(show(world.second, await newCase(slur))).rejects.toMatchObject(
      refused(/conflict of interest/),
    )
    expect(await exposureOf(world.reviewer)).toEqual({})
    expect(await exposureOf(world.second)).toEqual({ hate: 1 })
  })

  it('is not what they had before them within a day, which stays open to them, but for a conflict of interest declared since', async () => {
    const [found, given] = [await newCase(slur), await newCase(slur)]
    const cases = [found, given]
    const claims: string[] = []
    while (claims.length < cases.length) claims.push(String((await next(world.reviewer, claims)).caseId))
    expect([...claims].sort()).toEqual(cases.map(({ id }) => id).sort())
    for (const { id: caseId } of cases)
      await transact(
        (tx) => releaseClaim(tx, world.reviewer, { datasetId: world.datasetId, caseId }),
        world.db,
      )
    await agreesTo(world.reviewer, ['other'])
    expect((await view(world.reviewer, found)).cannotUncover).toBeUndefined()
    await show(world.reviewer, found)
    expect(await exposureOf(world.reviewer)).toEqual({ hate: 2 })
    await recuse(world.reviewer)
    expect((await view(world.reviewer, given)).cannotUncover).toMatch(/conflict of interest/)
    await expect(show(world.reviewer, given)).rejects.toMatchObject(refused(/conflict of interest/))
    const [row] =
      await database.sql`select count(*)::int as n from reveal where person_id = ${world.reviewer.id}`
    expect(row).toEqual({ n: 1 })
  })

  it('is uncovered for a lead, who has to look before deciding', async () => {
    const found = await newCase(slur)
    await agreesTo(world.lead, ['other'])
    expect((await view(world.lead, found)).cannotUncover).toBeUndefined()
    await show(world.lead, found)
  })

  it('does not grow by asking for several at the same moment: the limit of the day holds', async () => {
    await agreesTo(world.reviewer, ['hate'], { cap: 2 })
    const cases = []
    for (let i = 0; i < 6; i++) cases.push(await newCase(slur))
    const answers = await Promise.allSettled(
      cases.map((found, i) => (i % 2 ? show(world.reviewer, found) : vote(world.reviewer, found))),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject(refused(/as anybody should/))
    expect(await exposureOf(world.reviewer)).toEqual({ hate: 2 })
  })
})

describe('what was seen outside a claim', () => {
  it('counts towards the day, once, whether it was uncovered or voted on or both', async () => {
    await agreesTo(world.reviewer, ['hate', 'other'])
    const found = await newCase(slur)
    await show(world.reviewer, found)
    await show(world.reviewer, found)
    expect(await exposureOf(world.reviewer)).toEqual({ hate: 1 })
    await vote(world.reviewer, found)
    expect(await exposureOf(world.reviewer)).toEqual({ hate: 1 })
    await vote(world.reviewer, await newCase())
    expect(await exposureOf(world.reviewer)).toEqual({ hate: 1, other: 1 })
  })

  it('does not count again what the queue had counted', async () => {
    await agreesTo(world.reviewer, ['hate'])
    const found = await newCase(slur)
    await next(world.reviewer)
    await show(world.reviewer, found)
    await vote(world.reviewer, found)
    expect(await exposureOf(world.reviewer)).toEqual({ hate: 1 })
  })

  it('does not count again what its reviewer skipped, brought to a lead, or lost to a decision', async () => {
    await agreesTo(world.reviewer, ['hate'])
    const at = ({ id: caseId }: Case) => ({ datasetId: world.datasetId, caseId, note: undefined })
    const by = world.reviewer
    const ways = [
      (found: Case) => transact((tx) => skip(tx, by, { ...at(found), reason: 'unsure' }), world.db),
      (found: Case) => transact((tx) => escalate(tx, by, { ...at(found), reason: 'policy' }), world.db),
      (found: Case) => decideDirectly(world.lead, found),
    ]
    const left: Case[] = []
    for (const way of ways) {
      const found = await newCase(slur)
      expect((await next(world.reviewer)).caseId).toBe(found.id)
      await way(found)
      left.push(found)
    }
    expect(await exposureOf(world.reviewer)).toEqual({ hate: 3 })
    for (const found of left) await show(world.reviewer, found)
    expect(await exposureOf(world.reviewer)).toEqual({ hate: 3 })
  })

  it('can be answered by who uncovered it, though it was the last of their day', async () => {
    await agreesTo(world.reviewer, ['hate'], { cap: 1 })
    const [last, beyond] = [await newCase(slur), await newCase(slur)]
    await show(world.reviewer, last)
    expect((await view(world.reviewer, last)).cannotDecide).toBeUndefined()
    await vote(world.reviewer, last)
    await expect(vote(world.reviewer, beyond)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a pause', () => {
  it('comes after so many of all sensitive categories together, and calm ones go on', async () => {
    const illegal: Claim = { category: 'illegal', type: 'sale' }
    for (let i = 0; i < 2; i++) {
      await newCase(slur)
      await newCase(illegal)
    }
    await agreesTo(world.reviewer, ['hate', 'illegal', 'other'], { pause: 2 })
    const [hate] =
      await database.sql`select queue_id from review_case where dataset_id = ${world.datasetId} and category = 'hate' limit 1`
    const [other] =
      await database.sql`select queue_id from review_case where dataset_id = ${world.datasetId} and category = 'illegal' limit 1`
    const from = (row: typeof hate, held: string[]) =>
      transact(
        (tx) =>
          claimNext(tx, world.reviewer, { datasetId: world.datasetId, held, queueId: row?.['queue_id'] }),
        world.db,
      )
    const held = [String((await from(hate, [])).caseId)]
    held.push(String((await from(other, held)).caseId))
    expect(held).not.toContain('null')
    expect((await next(world.reviewer, held)).caseId, 'one of each: two in a row').toBeNull()
    expect(await whyNothing(world.reviewer, world.datasetId)).toMatch(/a pause/)
    const calm = await newCase()
    expect((await next(world.reviewer, held)).caseId).toBe(calm.id)
    await database.sql`update exposure set last_at = now() - interval '11 minutes' where person_id = ${world.reviewer.id}`
    expect((await next(world.reviewer, [...held, calm.id])).caseId).not.toBeNull()
    expect((await next(world.reviewer, [...held, calm.id])).caseId, 'counted anew').not.toBeNull()
  })
})

describe('a claim that its screen has forgotten', () => {
  it('is not handed out again once its category was declined, its item restricted, or its dataset recused from', async () => {
    await agreesTo(world.reviewer, ['hate', 'other'])
    const found = await newCase(slur)
    expect((await next(world.reviewer)).caseId).toBe(found.id)
    expect((await next(world.reviewer)).caseId).toBe(found.id)
    await agreesTo(world.reviewer, ['other'])
    expect((await next(world.reviewer)).caseId).toBeNull()
    await agreesTo(world.reviewer, ['hate'])
    expect((await next(world.reviewer)).caseId).toBe(found.id)
    await recuse(world.reviewer)
    expect((await next(world.reviewer)).caseId).toBeNull()
    await database.sql`delete from recusal where person_id = ${world.reviewer.id}`
    const at = { datasetId: world.datasetId, caseId: found.id }
    await transact((tx) => escalate(tx, world.second, { ...at, reason: 'ncii', note: undefined }), world.db)
    expect((await next(world.reviewer)).caseId).toBeNull()
  })

  it('casts no vote of somebody who recused themselves since', async () => {
    const found = await newCase()
    await next(world.reviewer)
    await recuse(world.reviewer)
    await expect(vote(world.reviewer, found)).rejects.toMatchObject(refused(/conflict of interest/))
  })
})

describe('a conflict of interest', () => {
  const recused = (who: Member) => isRecused(who, world.datasetId, world.db)

  it('is declared and taken back by whoever sees cases: in a team, or as an officer without one', async () => {
    const maintainer = await newMember(world.db, [['maintainer', world.datasetId]])
    for (const who of [world.reviewer, world.lead, maintainer, world.officer]) {
      await recuse(who)
      expect(await recused(who)).toBe(true)
      expect((await conflictsOf(who)).declared).toEqual([world.datasetId])
      await declare(who, [])
      expect(await recused(who)).toBe(false)
    }
    await recuse(world.stranger)
    expect(await recused(world.stranger), 'who has no part in it declares none').toBe(false)
  })

  it('stays on record through a form that could not ask about it, for when the role comes back', async () => {
    await recuse(world.reviewer)
    const { id } = world.reviewer
    const reload = async () => (await loadMember(world.db, id)) ?? world.reviewer
    await database.sql`delete from membership where person_id = ${id}`
    await declare(await reload(), [])
    await database.sql`
      insert into membership (dataset_id, person_id, role) values (${world.datasetId}, ${id}, 'reviewer')`
    await newCase()
    const back = await reload()
    expect(await recused(back)).toBe(true)
    expect((await next(back)).caseId).toBeNull()
    expect((await conflictsOf(back)).declared).toEqual([world.datasetId])
  })
})

describe('a lead with a declared conflict', () => {
  const bulkOf = (found: Case) => ({
    ...{ datasetId: world.datasetId, policyVersionId: world.policyId, caseIds: [found.id], queue: undefined },
    ...{ action: 'keep' as const, reasonCode: 'other.none', label: undefined },
  })

  it('decides no case directly, adjudicates none, and makes no check of one', async () => {
    const [open, split] = [await newCase(), await newCase()]
    await database.sql`update review_case set stage = 'adjudication', reserved = 1 where id = ${split.id}`
    const { digest, ...decided } = await newCase()
    const { decisionId } = await decideDirectly(world.lead, { digest, ...decided })
    await recuse(world.lead)
    await expect(decideDirectly(world.lead, open)).rejects.toMatchObject(refused(/conflict of interest/))
    await expect(vote(world.lead, split)).rejects.toMatchObject(refused(/conflict of interest/))
    const byDigest = {
      ...(await locateItem(world.slug, open.digest.toString('hex'))),
      ...{ dataset: world.slug, digest: open.digest.toString('hex') },
      ...{ action: 'keep' as const, reasonCode: 'other.none', policyVersionId: undefined },
      ...{ spans: [], label: undefined, note: undefined },
    }
    await expect(
      transact((tx) => overrideByDigest(tx, world.lead, byDigest), world.db),
    ).rejects.toMatchObject(refused(/conflict of interest/))
    const check = {
      ...{ datasetId: world.datasetId, caseId: decided.id, decisionId: decisionId ?? '' },
      ...{ actions: ['keep' as const], reasons: [], judgePassages: false, leastOverlap: 0.5 },
      rationale: 'It says nothing of anybody.',
    }
    await expect(transact((tx) => nominate(tx, world.lead, check), world.db)).rejects.toMatchObject(
      refused(/conflict of interest/),
    )
    expect(await view(world.lead, open)).toMatchObject({
      cannotDecide: expect.stringMatching(/conflict of interest/),
      cannotOverride: expect.stringMatching(/conflict of interest/),
    })
    const [row] =
      await database.sql`select count(*)::int as n from decision where dataset_id = ${world.datasetId}`
    expect(row).toEqual({ n: 1 })
  })

  it('uncovers no text, but what they had before them within a day', async () => {
    const [before, after] = [await newCase(slur), await newCase(slur)]
    await show(world.lead, before)
    await recuse(world.lead)
    await expect(show(world.lead, after)).rejects.toMatchObject(refused(/conflict of interest/))
    expect((await view(world.lead, after)).cannotUncover).toMatch(/conflict of interest/)
    await show(world.lead, before)
    await declare(world.lead, [])
    await show(world.lead, after)
  })

  it('prepares and starts nothing in bulk, and what they started stops', async () => {
    const found = await newCase()
    const at = await transact((tx) => prepareBulk(tx, world.lead, bulkOf(found)), world.db)
    await recuse(world.lead)
    await expect(transact((tx) => startBulk(tx, world.lead, at), world.db)).rejects.toMatchObject(
      refused(/conflict of interest/),
    )
    await expect(
      transact((tx) => prepareBulk(tx, world.lead, bulkOf(found)), world.db),
    ).rejects.toMatchObject(refused(/conflict of interest/))
    await database.sql`delete from recusal where person_id = ${world.lead.id}`
    await transact((tx) => startBulk(tx, world.lead, at), world.db)
    await recuse(world.lead)
    await continueBulk(at)
    const [bulk] = await database.sql`select state, stopped, decided from bulk where id = ${at.bulkId}`
    expect(bulk).toMatchObject({ state: 'stopped', decided: 0, stopped: expect.stringMatching(/conflict/) })
  })

  it('is not locked out: it is theirs to take back', async () => {
    const found = await newCase()
    await recuse(world.lead)
    await database.sql`delete from recusal where person_id = ${world.lead.id}`
    expect(await decideDirectly(world.lead, found)).toMatchObject({ state: 'decided' })
  })
})

it('leaves a lead who maintains the dataset alone able to decide, though not to vote', async () => {
  await database.sql`delete from membership where dataset_id = ${world.datasetId} and person_id = ${world.lead.id}`
  const only = await newMember(world.db, [
    ['lead', world.datasetId],
    ['maintainer', world.datasetId],
  ])
  await othersVote(true)
  const found = await newCase()
  await expect(vote(only, found)).rejects.toMatchObject(refused(/You maintain this dataset/))
  expect(await decideDirectly(only, found)).toMatchObject({ state: 'decided' })
})

describe('who reported an item', () => {
  const escalated = async (by: Member) => {
    const found = await newCase()
    const at = { datasetId: world.datasetId, caseId: found.id }
    await transact((tx) => escalate(tx, by, { ...at, reason: 'child_safety', note: undefined }), world.db)
    const raised = (await casesOf(world, found.digest)).find(({ category }) => category === 'child_safety')
    if (!raised) throw new Error('no case was opened')
    return { digest: found.digest, ...raised }
  }
  const officerAndReviewer = () => newMember(world.db, [['reviewer', world.datasetId]], ['safety_officer'])
  const verdict = { action: 'remove' as const, reasonCode: 'safety.restricted' }

  it('sits there as such, and their vote is refused by the verb and by the database', async () => {
    const reporter = await officerAndReviewer()
    const found = await escalated(reporter)
    const seats = await database.sql`select person_id, kind from case_seat where case_id = ${found.id}`
    expect(seats).toEqual([{ person_id: reporter.id, kind: 'flagged' }])
    const input = { ...(await voteOn(world, found.digest, found)), ...verdict }
    await expect(transact((tx) => castVote(tx, reporter, input), world.db)).rejects.toMatchObject(
      refused(/You flagged this item yourself/),
    )
    await expect(
      database.sql`
        insert into review (dataset_id, case_id, round, reviewer_id, action, reason_code, policy_version_id, spans)
        values (${world.datasetId}, ${found.id}, ${found.round}, ${reporter.id}, 'remove', 'x', ${world.policyId}, '[]')`,
    ).rejects.toMatchObject({ constraint_name: 'review_has_a_seat' })
  })

  it('does not decide it directly while another officer is left, and does where none is', async () => {
    const reporter = await officerAndReviewer()
    const found = await escalated(reporter)
    await expect(decideDirectly(reporter, found, verdict)).rejects.toMatchObject(
      refused(/You flagged this item yourself/),
    )
    await database.sql`update person set disabled_at = now() where id <> ${reporter.id}`
    expect(await decideDirectly(reporter, found, verdict)).toMatchObject({ state: 'decided' })
    await database.sql`update person set disabled_at = null`
  })

  it('may leave what only officers see to others for a conflict, unless they are the last', async () => {
    const officer = await officerAndReviewer()
    const found = await escalated(world.reviewer)
    await recuse(officer)
    await expect(decideDirectly(officer, found, verdict)).rejects.toMatchObject(
      refused(/conflict of interest/),
    )
    await expect(show(officer, found)).rejects.toMatchObject(refused(/conflict of interest/))
    await recuse(world.officer)
    await database.sql`
      delete from site_membership where role = 'safety_officer' and person_id not in (${officer.id}, ${world.officer.id})`
    expect(await decideDirectly(officer, found, verdict)).toMatchObject({ state: 'decided' })
  })
})
