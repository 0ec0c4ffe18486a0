/* Every promise about golden items needs the same world and the same few verbs, which are most of this file's length. */
import { beforeEach, describe, expect, it } from 'vitest'
import { transact, type Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { acknowledgeRetired, confirmGolden, objectTo, retireGolden } from '@/lib/golden/keep'
import { nominate } from '@/lib/golden/nominate'
import { goldenItemOf, goldenItems, retiredNotices, standingsIn } from '@/lib/golden/queries'
import { changeGoldenSettings } from '@/lib/golden/settings'
import {
  claimInShift,
  decideInShift,
  escalateInShift,
  releaseInShift,
  renewInShift,
  reportInShift,
  revealInShift,
  skipInShift,
  undoInShift,
  voteInShift,
} from '@/lib/golden/shift'
import { ownStandings, standingOf } from '@/lib/golden/standing'
import { shiftCase } from '@/lib/golden/view'
import { metricsTable } from '@/lib/metrics/report'
import { metricsScope } from '@/lib/metrics/scope'
import { caseNotes } from '@/lib/notes/queries'
import { caseView } from '@/lib/review/case-view'
import { decide } from '@/lib/review/decide'
import { override } from '@/lib/review/override'
import { recuse } from '@/lib/review/preferences'
import { daySummary } from '@/lib/review/summary'
import { fillsQuorum } from '@/lib/review/voters'
import { testDatabase } from '../support/database'
import {
  agreeTo,
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
  await settings({})
})

const settings = (change: object) =>
  transact(
    (tx) =>
      changeGoldenSettings(tx, world.lead, {
        datasetId: world.datasetId,
        every: 1,
        warnBelow: 0.8,
        holdBelow: 0.6,
        secondLead: false,
        ...change,
      }),
    world.db,
  )

/** An answer that no item here expects. */
const WRONG = { action: 'remove', reasonCode: 'other.harm' }

let made = 0
async function newCase(claim = {}) {
  const text = `a text of its own ${++made}`
  const { digest } = await flaggedItem(world, text, [{ category: 'other', type: 'odd', ...claim }])
  return { digest, text, ...(await oneCase(world, digest)) }
}
type Case = Awaited<ReturnType<typeof newCase>>

const at = (caseId: string) => ({ datasetId: world.datasetId, caseId })
const next = async (who: Member, held: string[] = []) =>
  (await transact((tx) => claimInShift(tx, who, { ...world, held, queueId: undefined }), world.db)).caseId

async function voteFor(found: Case, caseId = found.id, change = {}) {
  const row = (await casesOf(world, found.digest))[0]
  if (!row) throw new Error('no case')
  const vote = await voteOn(world, found.digest, row)
  return { ...vote, reasonCode: 'other.none', ...change, caseId, round: 1 }
}
const decideFor = async (who: Member, found: Case, change = {}) => {
  const vote = await voteFor(found, found.id, change)
  await transact((tx) => decide(tx, who, vote), world.db)
}

/** A case that the first reviewer decided, made a golden item by the lead. */
async function golden(change = {}, claim = {}, vote = {}) {
  const found = await newCase(claim)
  await decideFor(world.reviewer, found, vote)
  const [{ decision_id: decisionId } = {}] =
    await database.sql`select decision_id from review_case where id = ${found.id}`
  const { goldenId } = await transact(
    (tx) =>
      nominate(tx, world.lead, {
        ...at(found.id),
        decisionId,
        actions: ['keep'],
        reasons: [],
        judgePassages: false,
        leastOverlap: 0.5,
        rationale: 'Nothing is wrong with it, as the text says itself.',
        ...change,
      }),
    world.db,
  )
  return { ...found, goldenId }
}

async function answer(who: Member, found: Case, servingId: string, change = {}) {
  const vote = await voteFor(found, servingId, change)
  const { check } = await transact((tx) => voteInShift(tx, who, vote), world.db)
  if (!check) throw new Error('not a golden item')
  return check
}

const counts = async () => {
  const [row] = await database.sql`
    select (select count(*)::int from review) as reviews, (select count(*)::int from decision) as decisions,
      (select count(*)::int from log_pending) + (select count(*)::int from log_entry) as entries,
      (select count(*)::int from case_note) as notes, (select count(*)::int from held_vote) as held,
      (select count(*)::int from case_seat) as seats`
  return row
}

const serve = async (who: Member, held: string[] = []) => {
  const served = await next(who, held)
  const [row] = await database.sql`select golden_id, behind_case_id from golden_serving where id = ${served}`
  return {
    servingId: served ?? '',
    goldenId: row?.['golden_id'] ?? null,
    behind: row?.['behind_case_id'] ?? null,
  }
}
const outcomeOf = async (id: string) =>
  (await database.sql`select outcome from golden_serving where id = ${id}`)[0]?.['outcome']
const run = <I, V>(verb: (tx: Tx, actor: Member, input: I) => Promise<V>, who: Member, input: I) =>
  transact((tx) => verb(tx, who, input), world.db)

describe('a golden item', () => {
  it('comes before a case that is claimed behind it, is answered like a case, and leaves no vote, decision or log entry', async () => {
    const item = await golden()
    const real = await newCase()
    const { servingId, goldenId, behind } = await serve(world.second)
    expect({ goldenId, behind }).toEqual({ goldenId: item.goldenId, behind: real.id })
    const [seen] = await database.sql`select items from exposure where person_id = ${world.second.id}`
    expect(seen?.['items']).toBe(2)
    const before = await counts()
    const check = await answer(world.second, item, servingId, { handlingMs: 900 })
    expect(check).toMatchObject({ passed: true, standing: { judged: 1, passed: 1, state: 'fine' } })
    expect(check.rationale).toBe('Nothing is wrong with it, as the text says itself.')
    expect(await counts()).toEqual(before)
    // What it stood before is still theirs, and comes next.
    expect(await next(world.second, [servingId])).toBe(real.id)
  })

  it('is never served to who decided, flagged or nominated it, nor twice, nor of a category they declined', async () => {
    const item = await golden()
    for (let i = 0; i < 4; i++) await newCase()
    const flagger = await newMember(world.db, [['reviewer', world.datasetId]])
    await database.admin.sql`
      insert into case_seat (dataset_id, case_id, round, person_id, kind)
      values (${world.datasetId}, ${item.id}, 1, ${flagger.id}, 'flagged')`
    for (const who of [world.reviewer, world.lead, flagger]) {
      expect((await serve(who)).goldenId).toBeNull()
      await database.admin.sql`delete from lease where reviewer_id = ${who.id}`
    }
    const declines = await newMember(world.db, [['reviewer', world.datasetId]])
    const [queue] =
      await database.sql`select queue_id from review_case where status = 'open' and dataset_id = ${world.datasetId}`
    await agreeTo(world.db, declines.id, ['copyright'])
    await newCase({ category: 'copyright', type: 'notice' })
    await database.admin
      .sql`update review_case set queue_id = ${queue?.['queue_id']} where category = 'copyright'`
    expect((await serve(declines)).goldenId).toBeNull()

    const { servingId, goldenId } = await serve(world.second)
    expect(goldenId).toBe(item.goldenId)
    const behind = await next(world.second, [servingId])
    await answer(world.second, item, servingId)
    expect((await serve(world.second, [behind ?? ''])).goldenId).toBeNull()
  })

  it('is shown to nobody else, and as an open case that tells nothing of its decision', async () => {
    const item = await golden()
    const real = await newCase()
    await database.admin
      .sql`update review_case set opened_at = now() - interval '3 days' where id = ${real.id}`
    const { servingId } = await serve(world.second)
    const { view, check } = await shiftCase(world.second, world.slug, servingId)
    const behind = await caseView(world.second, world.slug, real.id)
    expect(check).toBeNull()
    for (const same of [
      'status',
      'round',
      'quorum',
      'slots',
      'queue',
      'openedAt',
      'stage',
      'priority',
      'claimed',
    ] as const)
      expect(view[same], same).toEqual(behind[same])
    expect(view).toMatchObject({
      id: servingId,
      digest: item.digest.toString('hex'),
      inForce: null,
      decisions: [],
    })
    expect(view.history.map(({ text }) => text)).toEqual([expect.stringContaining('The detector')])
    const [flag] = view.flags
    expect(Math.abs((flag?.at.getTime() ?? 0) - behind.openedAt.getTime())).toBeLessThan(60_000)
    for (const told of [item.id, item.goldenId, world.reviewer.pseudonym, world.lead.pseudonym])
      expect(JSON.stringify(view), told).not.toContain(told)
    for (const who of [world.reviewer, world.lead, world.officer, world.stranger])
      await expect(shiftCase(who, world.slug, servingId)).rejects.toMatchObject({ code: 'not_found' })
    await answer(world.second, item, servingId)
    expect((await shiftCase(world.second, world.slug, servingId)).check?.passed).toBe(true)
  })

  it('is suspended by whatever changes its case, and waits for a second lead where the dataset says so', async () => {
    const item = await golden()
    for (let i = 0; i < 5; i++) await newCase()
    const fresh = async () =>
      (await serve(await newMember(world.db, [['reviewer', world.datasetId]]))).goldenId

    await settings({ every: 0 })
    expect(await fresh()).toBeNull()
    await settings({ secondLead: true })
    expect(await fresh()).toBeNull()
    const input = { datasetId: world.datasetId, goldenId: item.goldenId }
    await expect(run(confirmGolden, world.lead, input)).rejects.toThrow('another lead')
    await run(confirmGolden, await newMember(world.db, [['lead', world.datasetId]]), input)
    expect(await fresh()).toBe(item.goldenId)

    const vote = await voteFor(item)
    const [{ decision_id: supersedes } = {}] =
      await database.sql`select decision_id from review_case where id = ${item.id}`
    await run(override, world.lead, { ...vote, supersedes, territories: undefined, source: undefined })
    expect(await fresh()).toBeNull()
  })

  it('is handed out again to a screen that has forgotten it, runs out, and is given back with the case behind it', async () => {
    await golden()
    const real = await newCase()
    const { servingId } = await serve(world.second)
    expect(await next(world.second)).toBe(servingId)
    expect(await run(renewInShift, world.second, at(servingId))).toEqual({ held: true })
    expect(await run(renewInShift, world.lead, at(servingId))).toEqual({ held: false })
    await database.sql`update lease set expires_at = now() - interval '1 second' where case_id = ${real.id}`
    await run(renewInShift, world.second, at(servingId))
    const others = await newMember(world.db, [['reviewer', world.datasetId]])
    expect(await next(others), 'the case behind it stays claimed while it is looked at').toBeNull()
    await database.admin
      .sql`update golden_serving set expires_at = now() - interval '1 second' where id = ${servingId}`
    expect(await next(world.second)).toBe(real.id)
    expect(await outcomeOf(servingId)).toBe('expired')

    const other = await newMember(world.db, [['reviewer', world.datasetId]])
    await run(releaseInShift, world.second, at(real.id))
    const again = await serve(other)
    expect(again.behind).toBe(real.id)
    await run(releaseInShift, other, at(again.servingId))
    expect(await outcomeOf(again.servingId)).toBe('released')
    expect((await database.sql`select taken from review_case where id = ${real.id}`)[0]?.['taken']).toBe(0)
  })

  it('can be skipped and brought to a lead unjudged; what nobody should see leaves for real, and a seen answer stays', async () => {
    const first = await golden()
    for (let i = 0; i < 3; i++) await newCase()
    const { servingId } = await serve(world.second)
    await run(skipInShift, world.second, { ...at(servingId), reason: 'unsure', note: undefined })
    expect(await outcomeOf(servingId)).toBe('skipped')

    const second = await newMember(world.db, [['reviewer', world.datasetId]])
    const served = await serve(second)
    await run(revealInShift, second, { ...at(served.servingId), queue: '' })
    const [shown] = await database.sql`select case_id from reveal where person_id = ${second.id}`
    expect(shown?.['case_id']).toBe(first.id)
    await run(escalateInShift, second, { ...at(served.servingId), reason: 'ncii', note: undefined })
    const [item] = await database.sql`select restricted from review_case where id = ${first.id}`
    expect(item?.['restricted']).toBe(true)
    expect(await goldenItems(world.lead, world.datasetId)).toEqual([])
    expect((await serve(await newMember(world.db, [['reviewer', world.datasetId]]))).goldenId).toBeNull()

    await golden()
    await newCase()
    const third = await newMember(world.db, [['reviewer', world.datasetId]])
    const last = await serve(third)
    await run(decideInShift, third, await voteFor(first, last.servingId))
    await expect(run(undoInShift, third, at(last.servingId))).rejects.toThrow('seen its answer')
    const second_ = await answer(third, first, last.servingId, WRONG)
    expect(second_).toMatchObject({ passed: true, chosen: { action: 'keep' } })
  })

  it('that was skipped or brought to a lead says why to the leads, on the page of the check, and counts as a case that was left', async () => {
    const { goldenId, id } = await golden()
    await newCase()
    const { servingId } = await serve(world.second)
    const before = await counts()
    const asked = { ...at(servingId), reason: 'person' as const, note: 'the address at the end is real' }
    await run(escalateInShift, world.second, asked)
    const listed = async () =>
      (await goldenItems(world.lead, world.datasetId)).find((row) => row.id === goldenId)
    const page = async () => (await goldenItemOf(world.lead, world.datasetId, goldenId)).answers
    expect(await listed()).toMatchObject({ left: 1, asked: 1, objections: 0 })
    expect(await page()).toMatchObject([
      {
        ...{ by: world.second.pseudonym, outcome: 'escalated', action: null, reasonCode: 'person' },
        objection: 'the address at the end is real',
      },
    ])
    expect(await daySummary(world.second)).toMatchObject({ escalated: 1, skipped: 0 })
    // Taken back, it was never asked; and on the case that it was made of nobody reads that it is a check.
    await run(undoInShift, world.second, at(servingId))
    expect(await page()).toEqual([])
    expect(await listed()).toMatchObject({ left: 0, asked: 0, objections: 0 })
    expect(await daySummary(world.second)).toMatchObject({ escalated: 0 })
    await run(skipInShift, world.second, { ...at(servingId), reason: 'expertise', note: 'a word of law' })
    expect(await page()).toMatchObject([
      { outcome: 'skipped', reasonCode: 'expertise', objection: 'a word of law' },
    ])
    expect(await listed()).toMatchObject({ left: 1, asked: 0, objections: 0 })
    expect(await counts()).toEqual(before)
    // To its reviewer it stands among the notes as on a case, once it cannot be taken back; to others nowhere.
    const noted = async (who: Member, caseId: string) =>
      caseNotes(who, (await shiftCase(who, world.slug, caseId)).view)
    expect(await noted(world.second, servingId)).toEqual([])
    await database.admin
      .sql`update golden_serving set ended_at = now() - interval '11 seconds', opened_at = now() - interval '1 hour' where id = ${servingId}`
    expect(await noted(world.second, servingId)).toMatchObject([
      { kind: 'skipped', reason: 'expertise', text: 'a word of law', by: world.second.pseudonym },
    ])
    expect(await noted(world.lead, id)).toEqual([])
    const [row] = await database.sql`select objection from golden_serving where id = ${servingId}`
    expect(row?.['objection'].toString('latin1')).not.toContain('law')
  })

  it('that nobody should see goes to the officers with what was said of it, and stands nowhere else', async () => {
    const found = await golden()
    await newCase()
    const { servingId } = await serve(world.second)
    await run(escalateInShift, world.second, { ...at(servingId), reason: 'ncii', note: 'the second line' })
    const raised = (await casesOf(world, found.digest)).find(({ category }) => category === 'ncii')
    const notes =
      await database.sql`select case_id, person_id, kind, reason from case_note where dataset_id = ${world.datasetId}`
    expect(notes).toEqual([
      { case_id: raised?.id, person_id: world.second.id, kind: 'escalated', reason: 'ncii' },
    ])
    const view = await caseView(world.officer, world.slug, raised?.id ?? '')
    expect(await caseNotes(world.officer, view)).toMatchObject([{ text: 'the second line' }])
  })

  it('is not answered, handed out again or uncovered later once its reviewer declared a conflict of interest', async () => {
    const item = await golden()
    await newCase()
    const { servingId } = await serve(world.second)
    await transact((tx) => recuse(tx, world.second.id, world.datasetId), world.db)
    const conflict = expect.stringMatching(/conflict of interest/)
    await expect(answer(world.second, item, servingId)).rejects.toMatchObject({
      code: 'forbidden',
      message: conflict,
    })
    const shown = async () => (await shiftCase(world.second, world.slug, servingId)).view
    // As a case that they had claimed: it is still on their screen.
    expect(await shown()).toMatchObject({ bar: 'recused', cannotDecide: conflict })
    expect((await shown()).cannotUncover).toBeUndefined()
    expect(await next(world.second)).toBeNull()
    expect(await outcomeOf(servingId)).toBe('expired')
    expect((await shown()).cannotUncover).toMatch(/conflict of interest/)
    await expect(run(revealInShift, world.second, { ...at(servingId), queue: '' })).rejects.toMatchObject({
      code: 'forbidden',
      message: conflict,
    })
    await database.sql`delete from recusal where person_id = ${world.second.id}`
    expect(await answer(world.second, item, servingId)).toMatchObject({ passed: true })
  })

  it('that was skipped or brought to a lead is back on its screen when that is taken back at once, and not later', async () => {
    await golden()
    await newCase()
    const { servingId } = await serve(world.second)
    const skipIt = () =>
      run(skipInShift, world.second, { ...at(servingId), reason: 'unsure', note: undefined })
    expect(await skipIt()).toMatchObject({ caseId: servingId, seconds: 10 })
    await run(undoInShift, world.second, at(servingId))
    expect(await outcomeOf(servingId)).toBeNull()
    const asked = { ...at(servingId), reason: 'policy' as const, note: undefined }
    expect(await run(escalateInShift, world.second, asked)).toMatchObject({ seconds: 10 })
    await run(undoInShift, world.second, at(servingId))
    await skipIt()
    await database.admin
      .sql`update golden_serving set ended_at = now() - interval '11 seconds' where id = ${servingId}`
    await expect(run(undoInShift, world.second, at(servingId))).rejects.toMatchObject({ code: 'conflict' })
    expect(await outcomeOf(servingId)).toBe('skipped')
  })

  it('reported as something else is a real case of that, for others, and is answered all the same', async () => {
    const found = await golden()
    await newCase()
    const { servingId } = await serve(world.second)
    const report = (category: string) =>
      run(reportInShift, world.second, { ...at(servingId), digest: undefined, category, note: undefined })
    // As of any case that is claimed.
    await expect(report('other')).rejects.toMatchObject({ code: 'conflict' })
    expect(await report('hate')).toMatchObject({ caseId: servingId, restricted: false })
    const raised = (await casesOf(world, found.digest)).find(({ category }) => category === 'hate')
    expect(raised).toMatchObject({ status: 'open', types: ['reported'] })
    const [seat] =
      await database.sql`select person_id, kind from case_seat where case_id = ${raised?.id ?? ''}`
    expect(seat).toEqual({ person_id: world.second.id, kind: 'flagged' })
    expect(await outcomeOf(servingId)).toBeNull()
    expect(await report('child_safety')).toMatchObject({ restricted: true })
    expect(await outcomeOf(servingId)).toBe('escalated')
    const [item] = await database.sql`select restricted, status from review_case where id = ${found.id}`
    expect(item).toEqual({ restricted: true, status: 'decided' })
  })

  it('is judged by action, by reason where one is expected, and by how far the passages overlap', async () => {
    const spans = [{ field: 'text', start: 0, end: 10 }]
    const redact = { action: 'redact', reasonCode: 'pii.contact' }
    const item = await golden(
      { actions: ['redact'], reasons: ['pii.contact'], judgePassages: true, leastOverlap: 0.7 },
      { category: 'pii', type: 'email', spans },
      { ...redact, spans },
    )
    const outcomes = []
    for (const change of [
      { ...redact, spans: [{ field: 'text', start: 0, end: 12 }] },
      { ...redact, spans: [{ field: 'text', start: 8, end: 14 }] },
      { ...redact, reasonCode: 'pii.identifier', spans },
      { action: 'keep', reasonCode: 'pii.example', spans: [] },
    ]) {
      const who = await newMember(world.db, [['reviewer', world.datasetId]])
      await newCase({ category: 'pii', type: 'email' })
      const { servingId } = await serve(who)
      await run(revealInShift, who, { ...at(servingId), queue: '' })
      const { passed, action, reason, overlap } = await answer(who, item, servingId, change)
      outcomes.push([passed, action, reason, overlap === null ? null : Number(overlap.toFixed(3))])
    }
    expect(outcomes).toEqual([
      [true, true, true, 0.909],
      [false, true, true, 0.25],
      [false, true, false, 1],
      [false, false, false, null],
    ])
  })
})

describe('the answers of a reviewer', () => {
  /** Five items answered, so many of them wrongly. */
  async function fiveAnswers(who: Member, wrong: number) {
    const items = []
    for (let i = 0; i < 5; i++) {
      await newCase()
      items.push(await golden())
    }
    const held: string[] = []
    for (let i = 0; i < 5; i++) {
      const { servingId, goldenId, behind } = await serve(who, held)
      held.push(behind)
      const item = items.find((one) => one.goldenId === goldenId)
      if (!item) throw new Error('no golden item')
      await answer(who, item, servingId, i < wrong ? WRONG : {})
    }
    return { items, held }
  }
  const standing = (who: Member) => standingOf(world.db, { datasetId: world.datasetId, personId: who.id })

  it('lead to a reminder, then to votes that fill no quorum, by their share; and a retired item takes all of it back', async () => {
    const { items, held } = await fiveAnswers(world.second, 3)
    expect(await standing(world.second)).toEqual({ judged: 5, passed: 2, state: 'held', toCome: 3 })
    const real = { ...(await newCase()), id: held[0] ?? '' }
    const [{ digest } = {}] = await database.sql`select digest from review_case where id = ${real.id}`
    await decideFor(world.second, { ...real, digest })
    const [vote] = await database.sql`select counts from review where reviewer_id = ${world.second.id}`
    expect(vote).toEqual({ counts: false })
    const [open] = await database.sql`select status, slots, taken from review_case where id = ${real.id}`
    expect(open).toEqual({ status: 'open', slots: 2, taken: 1 })

    const wrong =
      await database.sql`select golden_id from golden_serving where person_id = ${world.second.id} and not passed`
    for (const { golden_id: goldenId } of wrong)
      await run(retireGolden, world.lead, {
        datasetId: world.datasetId,
        goldenId,
        note: 'It was wrong, I am sorry.',
      })
    expect(await standing(world.second)).toEqual({ judged: 2, passed: 2, state: 'fine', toCome: 0 })
    expect((await retiredNotices(world.second)).map(({ note }) => note)).toEqual(
      Array(3).fill('It was wrong, I am sorry.'),
    )
    const [notice] = await retiredNotices(world.second)
    await run(acknowledgeRetired, world.second, {
      datasetId: world.datasetId,
      servingId: notice?.servingId ?? '',
    })
    expect(await retiredNotices(world.second)).toHaveLength(2)
    expect((await standingsIn(world.lead, world.datasetId)).map(({ by }) => by)).toEqual([
      world.second.pseudonym,
    ])
    const read = async (table: 'checks' | 'speed') =>
      (await metricsTable(await metricsScope(world.lead, world.slug, 'all'), table)).rows
    expect(await read('checks')).toEqual([
      [world.second.pseudonym, 2, 2, 1, expect.closeTo(0.342, 3), 1, 'too few to tell'],
    ])
    const states = (await goldenItems(world.lead, world.datasetId)).map(({ status }) => status)
    expect(states.filter((status) => status === 'retired')).toHaveLength(3)
    await expect(goldenItems(world.second, world.datasetId)).rejects.toMatchObject({ code: 'forbidden' })
    expect(items).toHaveLength(5)
  })

  /** So many days later the same person claims a case: the check that comes before it, answered as expected. */
  async function nextRight(who: Member, { items, held }: Awaited<ReturnType<typeof fiveAnswers>>) {
    await newCase()
    const { servingId, goldenId, behind } = await serve(who, held)
    const item = items.find((one) => one.goldenId === goldenId)
    held.push(item ? behind : servingId)
    if (item) await answer(who, item, servingId)
    return goldenId
  }
  const daysPass = (days: number) =>
    database.admin.sql`
      update golden_serving set created_at = created_at - make_interval(days => ${days}), ended_at = ended_at - make_interval(days => ${days})`
  const counting = (who: Member) => transact((tx) => fillsQuorum(tx, world.datasetId, who), world.db)

  it('are made good by later ones: to whoever has to recover, known checks come again after a week, the longest ago first', async () => {
    const given = await fiveAnswers(world.second, 3)
    const order = await database.sql`
      select golden_id as id from golden_serving where person_id = ${world.second.id} order by created_at`
    expect(await counting(world.second)).toBe(false)
    expect(await ownStandings(world.second)).toMatchObject([{ state: 'held', toCome: 3 }])
    await daysPass(6)
    expect(await nextRight(world.second, given), 'a week has not passed').toBeNull()
    await daysPass(2)
    for (const toCome of [2, 1, 0]) {
      expect(await nextRight(world.second, given)).toBe(order[2 - toCome]?.['id'])
      expect((await standing(world.second)).toCome).toBe(toCome)
    }
    expect(await standing(world.second)).toMatchObject({ judged: 8, passed: 5, state: 'warned' })
    expect(await counting(world.second)).toBe(true)
    expect(await nextRight(world.second, given), 'who has recovered waits as everybody does').toBeNull()
  })

  it('hold nobody to whom no check could come: where there are none, or none is fit; not who declines to see them', async () => {
    await fiveAnswers(world.second, 3)
    const { lead, second, datasetId } = world
    const states = async () => [
      (await standing(second)).state,
      ...(await ownStandings(second)).map(({ state }) => state),
      ...(await standingsIn(lead, datasetId)).map(({ state }) => state),
      (await counting(second)) ? 'counts' : 'does not',
    ]
    const kept = ['held', 'held', 'held', 'does not']
    const free = ['warned', 'warned', 'warned', 'counts']
    expect(await states()).toEqual(kept)
    await agreeTo(world.db, second.id, ['pii'])
    expect(await states()).toEqual(kept)

    await settings({ every: 0 })
    expect(await states()).toEqual(free)
    await settings({ secondLead: true })
    expect(await states(), 'no other lead has confirmed one').toEqual(free)
    await settings({})
    expect(await states()).toEqual(kept)
    const unfit = (takedowns: number) => database.admin.sql`
      update review_case set takedowns = ${takedowns} where id in (select case_id from golden_item)`
    await unfit(1)
    expect(await states()).toEqual(free)
    await unfit(0)
    const audience = (who: string) => database.admin.sql`update review_queue set audience = ${who}`
    await audience('lead')
    expect(await states(), 'they are in queues of others').toEqual(free)
    await audience('reviewer')
    expect(await states()).toEqual(kept)
  })

  it('weigh less than the latest ones: everybody recovers, and new bounds hold at once', async () => {
    const given = await fiveAnswers(world.second, 1)
    expect(await standing(world.second)).toEqual({ judged: 5, passed: 4, state: 'fine', toCome: 0 })
    await settings({ warnBelow: 0.9 })
    expect((await standing(world.second)).state).toBe('warned')
    await settings({ warnBelow: 1, holdBelow: 0.9 })
    expect(await standing(world.second)).toMatchObject({ state: 'held', toCome: 5 })
    await daysPass(8)
    for (let i = 0; i < 5; i++) expect(await nextRight(world.second, given)).not.toBeNull()
    expect(await standing(world.second)).toEqual({ judged: 10, passed: 9, state: 'warned', toCome: 0 })
  })

  it('can be objected to, by who gave them and once they did', async () => {
    const item = await golden()
    await newCase()
    const { servingId } = await serve(world.second)
    const objection = 'The text is plainly an advertisement.'
    const input = { datasetId: world.datasetId, servingId, objection }
    await expect(run(objectTo, world.second, input)).rejects.toThrow('not found')
    await answer(world.second, item, servingId, WRONG)
    await run(objectTo, world.second, input)
    await expect(run(objectTo, world.lead, input)).rejects.toThrow('not found')
    const [{ objection: sealed } = {}] =
      await database.sql`select objection from golden_serving where id = ${servingId}`
    expect(sealed.includes(objection)).toBe(false)
  })
})

describe('many at once', () => {
  it('no reviewer is served an item twice, two at a time, or without a case of theirs behind it', async () => {
    const items = new Map<string, Case>()
    for (let i = 0; i < 6; i++) {
      const item = await golden()
      items.set(item.goldenId, item)
    }
    for (let i = 0; i < 30; i++) await newCase()
    const people = [world.second]
    for (let i = 0; i < 3; i++) people.push(await newMember(world.db, [['reviewer', world.datasetId]]))
    // Two screens each.
    await Promise.all([...people, ...people].map((who) => screen(who, items)))
    const [faults] = await database.sql`
      with served as (select * from golden_serving where dataset_id = ${world.datasetId})
      select
        (select count(*)::int from (select 1 from served group by golden_id, person_id having count(*) > 1) x) as twice,
        (select count(*)::int from served a join served b on a.person_id = b.person_id and a.id < b.id
          and tstzrange(a.created_at, a.ended_at) && tstzrange(b.created_at, b.ended_at)) as together,
        (select count(*)::int from served s where not exists (
          select from lease l where l.case_id = s.behind_case_id and l.reviewer_id = s.person_id)) as bare,
        (select count(*)::int from served s join golden_item g on g.id = s.golden_id
          join case_seat t on t.case_id = g.case_id and t.person_id = s.person_id) as known,
        (select count(*)::int from golden_item g join review v on v.case_id = g.case_id
          where g.dataset_id = ${world.datasetId} and v.reviewer_id <> ${world.reviewer.id}) as votes,
        (select count(*)::int from served) as served`
    expect(faults).toEqual({ twice: 0, together: 0, bare: 0, known: 0, votes: 0, served: faults?.['served'] })
    expect(faults?.['served']).toBeGreaterThan(12)
  })

  async function screen(who: Member, items: ReadonlyMap<string, Case>) {
    for (let i = 0; i < 9; i++) {
      const { servingId: id, goldenId } = await serve(who)
      if (id === '') return
      const item = items.get(goldenId)
      try {
        if (item) await answer(who, item, id)
        else {
          const [row] = await database.sql`select digest from review_case where id = ${id}`
          const [any] = items.values()
          if (any) await decideFor(who, { ...any, id, digest: row?.['digest'] })
        }
      } catch (error) {
        // The other screen was first.
        if (!(error instanceof AppError)) throw error
      }
    }
  }
})
