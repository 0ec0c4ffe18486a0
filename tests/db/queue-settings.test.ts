/* Long: what leads change about queues and settings, and that each change holds and is on record, against one world. */
import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { appeal } from '@/lib/review/appeal'
import { caseView } from '@/lib/review/case-view'
import { claimNext } from '@/lib/review/claim'
import { decide } from '@/lib/review/decide'
import { moveQueue, retireQueue, rulesOf, saveQueue } from '@/lib/review/edit-queues'
import { changeReviewSettings, reviewSettingsOf } from '@/lib/review/edit-settings'
import { versionOf } from '@/lib/review/opened'
import { queueChanges } from '@/lib/review/queue-changes'
import { queueRulesInput, reviewSettingsInput } from '@/lib/review/queue-input'
import { type Queue, queueFor, type Routed } from '@/lib/review/queue-rules'
import { queuesOf } from '@/lib/review/queues'
import { rerouteAll } from '@/lib/review/reroute'
import { holdRules } from '@/lib/review/route'
import { testDatabase } from '../support/database'
import {
  type CaseRow,
  type Claim,
  casesOf,
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
const newCase = async (claim: Claim = {}) => {
  const text = `a text of its own ${++made}`
  const { digest } = await flaggedItem(world, text, [{ category: 'other', type: 'odd', ...claim }])
  return { digest, ...(await oneCase(world, digest)) }
}

const BASE = {
  name: 'Own',
  minSeverity: '1',
  maxSeverity: '4',
  quorum: '1',
  slots: '1',
  audience: 'reviewer',
}
const rules = (change: object) =>
  queueRulesInput.parse({ datasetId: world.datasetId, queueId: '', ...BASE, ...change })
const save = (change: object, who: Member = world.lead) =>
  transact((tx) => saveQueue(tx, who, rules(change)), world.db)
const queues = () => queuesOf(world.db, world.datasetId)
const named = async (name: string): Promise<Queue> => {
  const found = (await queues()).find((queue) => queue.name === name)
  if (!found) throw new Error(`no queue ${name}`)
  return found
}
const retire = async (name: string, who = world.lead) => {
  const { id: queueId } = await named(name)
  return transact((tx) => retireQueue(tx, who, { datasetId: world.datasetId, queueId }), world.db)
}
const move = async (name: string, by: 'up' | 'down') => {
  const { id: queueId } = await named(name)
  return transact((tx) => moveQueue(tx, world.lead, { datasetId: world.datasetId, queueId, by }), world.db)
}
const stateOf = async (id: string) => {
  const [row] = await database.sql`
    select queue_id, quorum, slots, lead_needed, reserved, blind, actions, due_at from review_case where id = ${id}`
  return row
}
const claim = (who: Member, queueId?: string) =>
  transact((tx) => claimNext(tx, who, { datasetId: world.datasetId, held: [], queueId }), world.db)
const vote = async (who: Member, { digest, id }: { digest: Buffer; id: string }, change: object = {}) => {
  const found = (await casesOf(world, digest)).find((one): one is CaseRow => one.id === id)
  if (!found) throw new Error('no case')
  const input = { ...(await voteOn(world, digest, found)), reasonCode: 'other.none', ...change }
  return transact((tx) => decide(tx, who, input), world.db)
}

/** The same numbers in each run: what fails can be looked at again. */
function dice(seed: number) {
  let state = seed
  return <T>(from: readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const value = from[Math.floor((state / 2_147_483_648) * from.length)]
    if (value === undefined) throw new Error('nothing to choose from')
    return value
  }
}

describe('after a change of the queues', () => {
  it('every open case is in the first queue that takes it, as the rules say it in words', async () => {
    const roll = dice(7)
    const cases = []
    for (let i = 0; i < 40; i++)
      cases.push(
        await newCase({
          category: roll(['other', 'pii', 'copyright', 'licence']),
          severity: roll([1, 2, 3, 4] as const),
          detector: roll(['email', 'phone', 'odd']),
          source: roll(['detector', 'import', 'report'] as const),
        }),
      )
    for (let i = 0; i < 6; i++) {
      const low = roll([1, 2, 3])
      await save({
        name: `Queue ${i}`,
        categories: roll([[], ['pii'], ['pii', 'other'], ['copyright', 'licence']]),
        minSeverity: String(low),
        maxSeverity: String(roll([low, 4])),
        detectors: roll(['', 'email', 'phone, odd']),
        sources: roll([[], ['import'], ['report', 'import']]),
        languages: i % 2 === 0 ? 'English, not told' : '',
      })
      await move(`Queue ${i}`, 'up')
      await move(`Queue ${i}`, 'up')
    }
    await database.admin.sql`
      update review_case set language = (array['en', 'fr', 'und'])[1 + get_byte(digest, 0) % 3] where dataset_id = ${world.datasetId}`
    await retire('Personal data')
    await rerouteAll(world.datasetId)
    const now = await queues()
    const rows = await database.sql<(Routed & { queue_id: string })[]>`
      select category, severity, detectors, sources, language, queue_id from review_case where dataset_id = ${world.datasetId}`
    expect(rows).toHaveLength(cases.length)
    expect(rows.map((row) => row.queue_id)).toEqual(rows.map((row) => queueFor(now, row)?.id))
    expect(new Set(rows.map((row) => row.queue_id)).size).toBeGreaterThan(4)
    expect(await rerouteAll(world.datasetId), 'done again it changes nothing').toBe(0)
  })

  it('a case nobody has begun takes the new rules, one that somebody has keeps its own and is still served', async () => {
    const [fresh, begun] = [await newCase(), await newCase({ category: 'copyright', type: 'notice' })]
    const copyright = await named('Copyright and licence')
    expect((await claim(world.second, copyright.id)).caseId).toBe(begun.id)
    await save({
      name: 'Strict',
      categories: ['other', 'copyright'],
      quorum: '3',
      slots: '5',
      dueHours: '48',
      actions: ['keep'],
    })
    await move('Strict', 'up')
    await move('Strict', 'up')
    await move('Strict', 'up')
    await move('Strict', 'up')
    await retire('Copyright and licence')
    expect(await rerouteAll(world.datasetId)).toBe(2)
    const strict = await named('Strict')
    expect(await stateOf(fresh.id)).toMatchObject({
      queue_id: strict.id,
      quorum: 3,
      slots: 5,
      reserved: 0,
      actions: ['keep'],
      due_at: expect.stringMatching(/^20/),
    })
    expect(await stateOf(begun.id)).toMatchObject({
      queue_id: strict.id,
      quorum: 2,
      slots: 2,
      lead_needed: true,
      actions: null,
      due_at: null,
    })
    await vote(world.second, begun, { reasonCode: 'copyright.notice' })
    expect((await claim(world.lead, strict.id)).caseId).not.toBeNull()
  })

  it('a case that opens at the same moment is not lost in a queue that is no more', async () => {
    const before = await newCase({ category: 'licence', type: 'notice' })
    let opened = () => {}
    const held = new Promise<void>((resolve) => (opened = resolve))
    const importing = transact(async (tx) => {
      await holdRules(tx, world.datasetId)
      await held
    }, world.db)
    let retired = false
    const retiring = retire('Copyright and licence').then(() => (retired = true))
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(retired, 'it waits for whoever routes cases by the rules as they were').toBe(false)
    opened()
    await Promise.all([importing, retiring])
    await rerouteAll(world.datasetId)
    expect((await stateOf(before.id))?.['queue_id']).toBe((await named('Everything else')).id)
  })

  it('a decision that is contested goes to a queue that is still there', async () => {
    const found = await newCase()
    const { decisionId } = await vote(world.reviewer, found)
    await save({ name: 'All', quorum: '2', slots: '3' })
    await retire('Everything else')
    await rerouteAll(world.datasetId)
    await transact(
      (tx) =>
        appeal(tx, world.lead, {
          datasetId: world.datasetId,
          caseId: found.id,
          decisionId: String(decisionId),
          grounds: 'It was not read.',
        }),
      world.db,
    )
    expect(await stateOf(found.id)).toMatchObject({ queue_id: (await named('All')).id, quorum: 2, slots: 3 })
    expect((await claim(world.second)).caseId).toBe(found.id)
  })
})

describe('the queues of a dataset', () => {
  beforeEach(async () => {
    await newCase()
  })

  it('say before they are saved how many open cases they would have, and then have them', async () => {
    for (const severity of [1, 2, 3] as const) await newCase({ severity })
    await newCase({ category: 'pii', severity: 3 })
    const change = { categories: ['other', 'pii'], minSeverity: '2' }
    const { preview, saved } = await save({ ...change, intent: 'preview' })
    expect({ preview, saved }).toEqual({ preview: { cases: 3, capped: false }, saved: false })
    expect(await queues()).toHaveLength(5)
    await save(change)
    await rerouteAll(world.datasetId)
    const { id } = await named('Own')
    const [row] = await database.sql`select count(*)::int as n from review_case where queue_id = ${id}`
    expect(row?.['n']).toBe(3)
  })

  it('are changed by leads and maintainers, and nobody else', async () => {
    await expect(save({}, world.reviewer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(save({ intent: 'preview' }, world.stranger)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(retire('Everything else', world.officer)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('always have one that takes everything, also when two people take one away at the same time', async () => {
    await expect(retire('Everything else')).rejects.toMatchObject({ code: 'conflict' })
    const { id: queueId } = await named('Everything else')
    await expect(save({ queueId, categories: ['pii'] })).rejects.toMatchObject({ code: 'conflict' })
    await save({ name: 'All too' })
    const both = await Promise.allSettled([retire('Everything else'), retire('All too')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(
      (await queues()).filter(({ name }) => name === 'Everything else' || name === 'All too'),
    ).toHaveLength(1)
  })

  it('keep an order without holes when two people move them at the same time', async () => {
    await Promise.all([
      move('Everything else', 'up'),
      move('Personal data', 'up'),
      move('Everything else', 'up'),
    ])
    const rows = await database.sql`
      select ordinal from review_queue where dataset_id = ${world.datasetId} and retired_at is null order by ordinal`
    expect(rows.map((row) => row['ordinal'])).toEqual([1, 2, 3, 4, 5])
    await expect(move('Hate and illegal content', 'up')).rejects.toMatchObject({ code: 'conflict' })
  })

  it('remember who changed them, when, and how they were before', async () => {
    await save({ name: 'Mine', quorum: '1', slots: '1' })
    const { id: queueId } = await named('Mine')
    await save({ queueId, name: 'Mine', quorum: '2', slots: '3' })
    await save({ queueId, name: 'Mine', quorum: '2', slots: '3' })
    await move('Mine', 'up')
    await retire('Mine')
    const changes = await queueChanges(world.datasetId)
    expect(changes.map(({ change }) => change)).toEqual(['retired', 'moved', 'changed', 'added'])
    expect(changes[2]).toMatchObject({
      by: world.lead.pseudonym,
      name: 'Mine',
      before: { quorum: 1, slots: 1 },
      after: { quorum: 2, slots: 3 },
    })
    for (const statement of ['update queue_change set name = null', 'delete from queue_change'])
      await expect(database.sql.unsafe(statement)).rejects.toThrow(/permission denied/)
  })

  it('send their open cases after them with each change, in the same transaction', async () => {
    await save({ name: 'Mine' })
    const jobs = await database.admin.sql`
      select 1 from graphile_worker.jobs where task_identifier = 'review.reroute'`
    expect(jobs.length).toBeGreaterThan(0)
  })
})

describe('the rules of a queue', () => {
  it('bind its reviewers to the actions it allows, and say so; a lead who was asked is not bound', async () => {
    await newCase()
    await save({
      name: 'No removals',
      categories: ['other'],
      quorum: '2',
      slots: '2',
      actions: ['keep', 'label'],
    })
    const found = await newCase()
    const refused = vote(world.reviewer, found, { action: 'remove', reasonCode: 'other.harm' })
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('does not let its reviewers remove; they can: keep, label'),
    })
    await vote(world.reviewer, found)
    await database.admin.sql`update review_case set stage = 'escalation', slots = 3 where id = ${found.id}`
    const { state } = await vote(world.lead, found, { action: 'remove', reasonCode: 'other.harm' })
    expect(state).toBe('decided')
  })

  it('show earlier votes of the round only where the round began in the open', async () => {
    await newCase()
    await save({ name: 'Pairs', categories: ['other'], quorum: '2', slots: '2' })
    const blind = await newCase()
    await vote(world.reviewer, blind)
    const { id: queueId } = await named('Pairs')
    await save({ queueId, name: 'Pairs', categories: ['other'], quorum: '2', slots: '2', open: 'on' })
    await rerouteAll(world.datasetId)
    const open = await newCase()
    await vote(world.reviewer, open)
    const seen = async (id: string) => {
      const { votes, history } = await caseView(world.second, world.slug, id)
      return { shown: votes.shown.map(({ by, action }) => `${by} ${action}`), told: JSON.stringify(history) }
    }
    const hidden = await seen(blind.id)
    expect(hidden.shown).toEqual([])
    expect(hidden.told).not.toContain('voted')
    expect((await seen(open.id)).shown).toEqual([`${world.reviewer.pseudonym} keep`])
  })

  it('cover texts until they are asked for, where the category alone would not', async () => {
    const found = await newCase()
    expect((await caseView(world.reviewer, world.slug, found.id)).protection).toBe('open')
    await save({ name: 'Covered', categories: ['other'], covered: 'on' })
    await rerouteAll(world.datasetId)
    const view = await caseView(world.reviewer, world.slug, found.id)
    expect(view.protection).toBe('covered')
    expect(view.fields?.[0]?.text).not.toContain('text')
  })
})

describe('two leads who change the rules at a time', () => {
  it('do not write over each other: the second is told who changed what since, and saves after a look', async () => {
    await newCase()
    const other = await newMember(world.db, [['lead', world.datasetId]])
    await save({ name: 'Mine' })
    const open = async () => {
      const { id: queueId, ...rest } = await named('Mine')
      return { queueId, opened: versionOf(rulesOf({ id: queueId, ...rest })) }
    }
    const seen = await open()
    await save({ ...seen, name: 'Mine', quorum: '2', slots: '3' }, other)
    await save({ ...(await open()), name: 'Mine', quorum: '2', slots: '3', dueHours: '48' }, other)
    const refused = save({ ...seen, name: 'Mine', quorum: '1', slots: '1', covered: 'on' })
    await expect(refused).rejects.toMatchObject({ code: 'conflict' })
    const message = await refused.catch((error: Error) => error.message)
    expect(message).toContain(
      `${other.pseudonym} changed the queue “Mine” (agreeing votes: 1 → 2; reviewers at most: 1 → 3).`,
    )
    expect(message).toContain('hours until due: any → 48')
    expect(await named('Mine')).toMatchObject({ quorum: 2, covered: false })

    await save({ ...seen, name: 'Mine', quorum: '2', slots: '3', dueHours: '48' }, world.lead)
    await save({ ...(await open()), name: 'Mine', quorum: '2', slots: '3', covered: 'on' })
    expect(await named('Mine')).toMatchObject({ quorum: 2, covered: true, dueHours: null })
  })

  it('are told of settings and of the order too', async () => {
    await newCase()
    const opened = versionOf(await reviewSettingsOf(world.datasetId))
    const set = (change: object) =>
      transact(
        (tx) =>
          changeReviewSettings(
            tx,
            world.lead,
            reviewSettingsInput.parse({ datasetId: world.datasetId, minAccountDays: '0', opened, ...change }),
          ),
        world.db,
      )
    expect(await set({ maintainersReview: 'on', volunteers: 'on', minAccountDays: '7' })).toEqual({
      changed: true,
    })
    await expect(set({ maintainersReview: 'on' })).rejects.toThrow(/days an account must be old: 0 → 7/)

    const [first, second] = await queues()
    const at = { datasetId: world.datasetId, queueId: second?.id ?? '', by: 'up' as const, from: 2 }
    await transact((tx) => moveQueue(tx, world.lead, at), world.db)
    await expect(
      transact((tx) => moveQueue(tx, world.lead, { ...at, queueId: first?.id ?? '', from: 1 }), world.db),
    ).rejects.toThrow(/is at place 2 now/)
  })
})

describe('what holds for all queues', () => {
  const set = (change: object, who = world.lead) =>
    transact(
      (tx) =>
        changeReviewSettings(
          tx,
          who,
          reviewSettingsInput.parse({
            datasetId: world.datasetId,
            minAccountDays: '0',
            maintainersReview: 'on',
            volunteers: 'on',
            ...change,
          }),
        ),
      world.db,
    )

  it('is changed by leads, holds from the next claim, and stands in the history', async () => {
    await newCase()
    await expect(set({}, world.reviewer)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await set({})).toEqual({ changed: false })
    expect(await set({ 'cap.other': '0', 'cap.licence': '5', minAccountDays: '3' })).toEqual({
      changed: true,
    })
    expect(await set({ 'cap.licence': '5', 'cap.other': '0', minAccountDays: '3' })).toEqual({
      changed: false,
    })
    expect((await claim(world.reviewer)).caseId).toBeNull()
    expect(await set({ 'cap.licence': '5', minAccountDays: '3' })).toEqual({ changed: true })
    expect((await claim(world.reviewer)).caseId).not.toBeNull()
    const [last] = await queueChanges(world.datasetId)
    expect(last).toMatchObject({
      change: 'settings',
      before: { dailyCaps: { licence: 5, other: 0 } },
      after: { dailyCaps: { licence: 5 } },
    })
  })

  it('sets after how many of a category there is a pause, and says so in the history', async () => {
    expect(await set({ 'break.hate': '20', 'cap.hate': '' })).toEqual({ changed: true })
    expect(await reviewSettingsOf(world.datasetId)).toMatchObject({ breaks: { hate: 20 }, dailyCaps: {} })
    expect(await set({ 'break.hate': '20' })).toEqual({ changed: false })
    const [last] = await queueChanges(world.datasetId)
    expect(last).toMatchObject({ before: { breaks: {} }, after: { breaks: { hate: 20 } } })
  })

  it('refuses what is no number, and says at which category', () => {
    const parsed = reviewSettingsInput.safeParse({
      datasetId: world.datasetId,
      minAccountDays: '1',
      'cap.hate': 'x',
      'break.other': '-1',
    })
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['cap.hate'], ['break.other']])
  })
})
