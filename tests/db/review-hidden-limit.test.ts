import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { eachFlag } from '@/lib/flags/queries'
import { mailbox } from '@/lib/mail/queries'
import { caseNotes } from '@/lib/notes/queries'
import { caseView } from '@/lib/review/case-view'
import { hideCase, hideReported } from '@/lib/review/hide-reported'
import { override } from '@/lib/review/override'
import { recuse } from '@/lib/review/preferences'
import { reportItem } from '@/lib/review/report'
import {
  changeReportLimit,
  hiddenPerDay,
  HIDDEN_PER_DAY,
  reportLimitChanges,
  reportLimitInput,
  reportLimitVersion,
} from '@/lib/review/report-limit'
import { reportersInSight } from '@/lib/review/reporters-in-sight'
import { hidesWithoutLimit, restrict } from '@/lib/review/restrict'
import { escalate } from '@/lib/review/skip'
import { daySummary } from '@/lib/review/summary'
import { testDatabase } from '../support/database'
import { casesOf, claim, flaggedItem, newMember, reviewWorld, voteOn, type World } from './review-world'
import { lettersOf } from './takedown-world'

const database = testDatabase()
let world: World
beforeEach(async () => {
  await database.admin.sql`truncate report_in_sight, report_limit, site_membership`
  world = await reviewWorld(database.db)
})

let made = 0
async function newCase() {
  const { digest, cases } = await flaggedItem(world, `a text that somebody wrote, number ${++made}`, [{}])
  const [first] = cases
  if (!first) throw new Error('no case')
  return { digest, ...first }
}
type Case = Awaited<ReturnType<typeof newCase>>

const report = (who: Member, { id }: Pick<Case, 'id'>, category = 'child_safety') => {
  const input = { datasetId: world.datasetId, caseId: id, digest: undefined, category, note: undefined }
  return transact((tx) => reportItem(tx, who, input), world.db)
}
const seenBy = async (who: Member, { id }: Pick<Case, 'id'>) =>
  caseView(who, world.slug, id).then(
    () => true,
    () => false,
  )
async function raisedOf({ digest }: Pick<Case, 'digest'>): Promise<Case> {
  const raised = (await casesOf(world, digest)).find(({ category }) => category === 'child_safety')
  if (!raised) throw new Error('no case was opened')
  return { digest, ...raised }
}
const decide = async (found: Case, verdict: object) => {
  const vote = { ...(await voteOn(world, found.digest, found)), reasonCode: 'safety.cleared', ...verdict }
  const input = { ...vote, supersedes: found.decisionId }
  return transact((tx) => override(tx, world.officer, input), world.db)
}
const decideAs = async (who: Member, found: Case) => {
  const now = (await casesOf(world, found.digest)).find(({ id }) => id === found.id) ?? found
  const input = { ...(await voteOn(world, found.digest, now)), supersedes: now.decisionId }
  return transact((tx) => override(tx, who, input), world.db)
}
const keep = { action: 'keep' }
const remove = { action: 'remove', reasonCode: 'safety.restricted' }

/** As many as hide, each an item of its own. */
async function spend(who: Member): Promise<Case[]> {
  const cases: Case[] = []
  for (let i = 0; i < HIDDEN_PER_DAY; i++) {
    const found = await newCase()
    expect(await report(who, found)).toMatchObject({ restricted: true, inSight: false })
    cases.push(found)
  }
  return cases
}
/** Addresses of the officers there are now, and those of them that were written to about somebody. */
async function officers(): Promise<string[]> {
  const rows = await database.admin.sql`
    select email from person join site_membership on person_id = id where role = 'safety_officer'`
  return rows.map(({ email }) => String(email)).sort()
}
async function toldOfficers(): Promise<string[]> {
  const now = await officers()
  const told = (await lettersOf(database, 'reports-in-sight')).map(({ letter }) => letter?.to ?? '')
  return told.filter((to) => now.includes(to)).sort()
}

describe('what a reviewer reports for safety officers only', () => {
  it('hides twenty items in a day; the next ones are before the officers and stay in sight', async () => {
    const hidden = await spend(world.reviewer)
    for (const found of hidden) expect(await seenBy(world.second, found)).toBe(false)
    expect(await toldOfficers()).toEqual([])
    const next = await newCase()
    expect(await report(world.reviewer, next)).toMatchObject({ restricted: false, inSight: true })
    expect(await seenBy(world.second, next)).toBe(true)
    const raised = await raisedOf(next)
    expect(raised).toMatchObject({ status: 'open', restricted: true })
    expect(await seenBy(world.lead, raised), 'the report itself is for officers').toBe(false)
    const { inSight } = await caseView(world.officer, world.slug, raised.id)
    expect(inSight?.by).toBe(world.reviewer.pseudonym)
    expect(await report(world.second, await newCase()), 'of somebody else').toMatchObject({
      restricted: true,
    })
  })

  it('leaves them their place in the case while it is in sight', async () => {
    await spend(world.reviewer)
    const found = await newCase()
    await database.sql`delete from case_seat where case_id = ${found.id}`
    await report(world.reviewer, found)
    const seats = await database.sql`select kind from case_seat where case_id = ${found.id}`
    expect(seats).toEqual([])
    expect((await caseView(world.reviewer, world.slug, found.id)).cannotDecide).toBeUndefined()
  })

  it('is hidden all the same when a lead or another reviewer says it, and when a detector does', async () => {
    await spend(world.reviewer)
    const cases = [await newCase(), await newCase(), await newCase()]
    for (const found of cases) await report(world.reviewer, found)
    const [first, second, third] = cases
    if (!first || !second || !third) throw new Error('no cases')
    expect(await report(world.lead, first)).toMatchObject({ restricted: true })
    expect(await report(world.second, second)).toMatchObject({ restricted: true })
    const found = { detector: 'hashes', category: 'child_safety', type: 'known', severity: 4 } as const
    await claim(world, third.digest, [found])
    for (const one of cases) expect(await seenBy(world.reviewer, one)).toBe(false)
    expect(await reportersInSight(world.officer)).toEqual([])
  })

  it('stays in sight when something else is found in it, and when somebody else beyond their own reports it', async () => {
    await spend(world.reviewer)
    await spend(world.second)
    const found = await newCase()
    await report(world.reviewer, found)
    await claim(world, found.digest, [{ type: 'phone', detector: 'phone' }])
    expect(await seenBy(world.second, found)).toBe(true)
    expect(await report(world.second, found)).toMatchObject({ restricted: false, inSight: true })
    expect(await seenBy(world.lead, found)).toBe(true)
  })

  it('never brings back what is hidden: not what another report hid, nor what officers removed', async () => {
    await spend(world.reviewer)
    const [hidden, removed] = [await newCase(), await newCase()]
    for (const found of [hidden, removed]) await report(world.second, found)
    await decide(await raisedOf(removed), remove)
    // As somebody whose report comes at the same moment: they still had it on their screen.
    for (const { digest } of [hidden, removed]) {
      const at = { datasetId: world.datasetId, digest }
      expect(await transact((tx) => restrict(tx, world.reviewer, at, 'child_safety'), world.db)).toBe(true)
    }
    for (const found of [hidden, removed]) expect(await seenBy(world.lead, found)).toBe(false)
    expect(await reportersInSight(world.officer)).toEqual([])
  })

  it('is asked of a lead, too, when it was to leave the screens as a question', async () => {
    await spend(world.reviewer)
    const found = await newCase()
    const at = { datasetId: world.datasetId, caseId: found.id, note: undefined }
    const ask = (who: Member) =>
      transact((tx) => escalate(tx, who, { ...at, reason: 'child_safety' }), world.db)
    expect(await ask(world.reviewer)).toMatchObject({ inSight: true })
    expect(await caseView(world.lead, world.slug, found.id)).toMatchObject({ stage: 'escalation' })
    expect(await raisedOf(found)).toMatchObject({ status: 'open' })
    expect(await ask(world.second)).toMatchObject({ inSight: false })
    expect(await seenBy(world.lead, found)).toBe(false)
  })

  it('is not told to whoever is asked instead: they read that it is worse than its category, and nothing else', async () => {
    await spend(world.reviewer)
    const found = await newCase()
    const at = { datasetId: world.datasetId, caseId: found.id, note: 'what I think it shows' }
    const before = (await daySummary(world.reviewer)).escalated
    await transact((tx) => escalate(tx, world.reviewer, { ...at, reason: 'child_safety' }), world.db)
    expect((await daySummary(world.reviewer)).escalated, 'one press').toBe(before + 1)
    const raised = await raisedOf(found)
    const notesOf = async (who: Member, of: Case) => {
      const read = await caseNotes(who, await caseView(who, world.slug, of.id))
      return read.map(({ kind, reason, text }) => ({ kind, reason, text }))
    }
    const asked = [{ kind: 'escalated', reason: 'grave', text: '' }]
    expect(await notesOf(world.lead, found)).toEqual(asked)
    expect(await notesOf(world.officer, raised)).toEqual([
      { kind: 'escalated', reason: 'child_safety', text: at.note },
    ])
    await decide(raised, keep)
    await decideAs(world.lead, found)
    for (const who of [world.lead, world.second]) {
      expect(await notesOf(who, found), 'once officers kept it').toEqual(asked)
      expect(JSON.stringify(await caseView(who, world.slug, found.id))).not.toContain('child_safety')
    }
  })

  it('hides without a limit when a lead of the dataset reports it, unless they declared a conflict of interest', async () => {
    await spend(world.lead)
    expect(await report(world.lead, await newCase())).toMatchObject({ restricted: true })
    const { lead, datasetId } = world
    expect(await hidesWithoutLimit(lead, datasetId, world.db)).toBe(true)
    await transact((tx) => recuse(tx, lead.id, datasetId), world.db)
    expect(await hidesWithoutLimit(lead, datasetId, world.db)).toBe(false)
    await spend(lead)
    expect(await report(lead, await newCase())).toMatchObject({ restricted: false, inSight: true })
  })
})

describe('safety officers', () => {
  const inSight = async () => {
    await spend(world.reviewer)
    const cases = [await newCase(), await newCase()]
    for (const found of cases) await report(world.reviewer, found)
    return cases as [Case, Case]
  }

  it('are written to once about somebody whose reports are beyond that, and see who, how many, since when', async () => {
    await newMember(world.db, [], ['safety_officer'])
    const [first] = await inSight()
    expect(await toldOfficers()).toEqual(await officers())
    const admin = await newMember(world.db, [], ['admin'])
    expect((await mailbox(admin)).map(({ template }) => template)).not.toContain('reports-in-sight')
    const raised = await raisedOf(first)
    expect(await reportersInSight(world.officer)).toMatchObject([
      {
        ...{ personId: world.reviewer.id, by: world.reviewer.pseudonym, items: 2, datasets: ['A forum'] },
        first: { dataset: world.slug, caseId: raised.id },
      },
    ])
    expect(await reportersInSight(world.lead)).toEqual([])
  })

  it('are asked for, of the admins, where there is none', async () => {
    const admin = await newMember(world.db, [], ['admin'])
    await database.admin.sql`delete from site_membership where role = 'safety_officer'`
    await inSight()
    const [person] = await database.admin.sql`select email from person where id = ${admin.id}`
    const told = (await lettersOf(database, 'nobody-handles')).filter(
      ({ letter }) => letter?.to === person?.['email'],
    )
    expect(told.map(({ letter }) => letter?.subject)).toEqual(['Nobody here is a safety officer'])
  })

  it('hide one of them by a press, on record, or all that somebody reported', async () => {
    const [first, second] = await inSight()
    const at = { datasetId: world.datasetId, caseId: (await raisedOf(first)).id }
    const press = (who: Member) => transact((tx) => hideCase(tx, who, at), world.db)
    await expect(press(world.lead)).rejects.toMatchObject({ code: 'forbidden' })
    await press(world.officer)
    expect(await seenBy(world.second, first)).toBe(false)
    expect(await seenBy(world.second, second)).toBe(true)
    await expect(press(world.officer)).rejects.toMatchObject({ code: 'conflict' })
    const all = (who: Member) =>
      transact((tx) => hideReported(tx, who, { personId: world.reviewer.id }), world.db)
    await expect(all(world.lead)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await all(world.officer)).toEqual({ hidden: 1 })
    expect(await seenBy(world.second, second)).toBe(false)
    const [row] = await database.sql`
      select count(*)::int as n from report_in_sight where hidden_by = ${world.officer.id} and hidden_at is not null`
    expect(row).toEqual({ n: 2 })
    expect(await reportersInSight(world.officer)).toEqual([])
  })

  it('hide nothing that another officer kept meanwhile: the press says so, and is nowhere on record', async () => {
    const [first, second] = await inSight()
    const raised = await raisedOf(first)
    await decide(raised, keep)
    const at = { datasetId: world.datasetId, caseId: raised.id }
    await expect(transact((tx) => hideCase(tx, world.officer, at), world.db)).rejects.toMatchObject({
      code: 'conflict',
    })
    const all = () =>
      transact((tx) => hideReported(tx, world.officer, { personId: world.reviewer.id }), world.db)
    expect(await all(), 'the other one alone').toEqual({ hidden: 1 })
    await expect(all()).rejects.toMatchObject({ code: 'conflict' })
    expect(await seenBy(world.second, first)).toBe(true)
    expect(await seenBy(world.second, second)).toBe(false)
    const [row] =
      await database.sql`select hidden_at, hidden_by from report_in_sight where case_id = ${raised.id}`
    expect(row).toEqual({ hidden_at: null, hidden_by: null })
  })

  it('decide it as every other: kept it stays in sight, removed it is hidden, reported anew it waits anew', async () => {
    const [first, second] = await inSight()
    await decide(await raisedOf(first), keep)
    expect(await seenBy(world.second, first)).toBe(true)
    await decide(await raisedOf(second), remove)
    expect(await seenBy(world.second, second)).toBe(false)
    expect(await reportersInSight(world.officer)).toEqual([])
    expect(await report(world.reviewer, first)).toMatchObject({ inSight: true })
    expect(await raisedOf(first)).toMatchObject({ status: 'open', round: 2 })
    expect(await reportersInSight(world.officer)).toMatchObject([{ items: 1 }])
    expect(await report(world.second, first)).toMatchObject({ restricted: true })
    expect(await seenBy(world.lead, first)).toBe(false)
  })

  it('are the only ones to whom flags and lists name it: others see the item as if nothing had been said', async () => {
    const [first] = await inSight()
    const flags = []
    for await (const flag of eachFlag(world.datasetId)) flags.push(flag)
    const own = flags.filter(({ digest }) => digest === first.digest.toString('hex'))
    expect(own.map(({ category }) => category)).toEqual(['pii'])
    expect(flags.some(({ category }) => category === 'child_safety')).toBe(false)
    expect(
      (await caseView(world.second, world.slug, first.id)).flags.map(({ category }) => category),
    ).toEqual(['pii'])
  })
})

describe('how many items one person’s reports hide in a day', () => {
  const set = (most: number | string, { who, opened = '' }: { who: Member; opened?: string }) =>
    transact(
      (tx) => changeReportLimit(tx, who, reportLimitInput.parse({ hiddenPerDay: most, opened })),
      world.db,
    )

  it('is what an admin sets for all datasets, from the next report on', async () => {
    const who = await newMember(world.db, [], ['admin'])
    await set(2, { who })
    for (const restricted of [true, true, false])
      expect(await report(world.reviewer, await newCase())).toMatchObject({ restricted })
    await set(3, { who })
    const [counted, next] = [await newCase(), await newCase()]
    expect(await report(world.reviewer, counted), 'three were counted before').toMatchObject({
      restricted: false,
    })
    expect(await report(world.second, next)).toMatchObject({ restricted: true })
    await set(HIDDEN_PER_DAY, { who })
    expect(await report(world.reviewer, await newCase())).toMatchObject({ restricted: true })
  })

  it('is set by admins alone, within bounds, not over what another admin changed, and each change is on record', async () => {
    const who = await newMember(world.db, [], ['admin'])
    for (const other of [world.lead, world.officer, world.reviewer])
      await expect(set(5, { who: other })).rejects.toMatchObject({ code: 'forbidden' })
    for (const most of ['0', '1001', '2.5', 'many', ''])
      expect(reportLimitInput.safeParse({ hiddenPerDay: most }).success, most).toBe(false)
    const before = await hiddenPerDay(world.db)
    const opened = reportLimitVersion(before)
    expect(await set('7', { who, opened })).toEqual({ changed: true })
    expect(await set('7', { who, opened }), 'it comes to the same').toEqual({ changed: false })
    const other = await newMember(world.db, [], ['admin'])
    await expect(set(9, { who: other, opened })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(who.pseudonym),
    })
    await set(HIDDEN_PER_DAY, { who: other, opened: reportLimitVersion(7) })
    expect((await reportLimitChanges(world.db)).slice(0, 2)).toMatchObject([
      { by: other.pseudonym, before: 7, after: HIDDEN_PER_DAY },
      { by: who.pseudonym, before, after: 7 },
    ])
    await expect(database.sql`update report_limit set hidden_per_day = 1000`).rejects.toMatchObject({
      code: '42501',
    })
    await expect(
      database.admin
        .sql`insert into report_limit (number, hidden_per_day, actor) values (999, 0, 'system:test')`,
    ).rejects.toMatchObject({ code: '23514' })
  })
})
