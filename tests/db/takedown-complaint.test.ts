/* Long: one complaint from its form to its answer, and each way in which what it names can be out or be back by then. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { NextStep } from '@/app/(console)/requests/[id]/next-step'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { Spoken } from '@/lib/i18n/client'
import { inEnglish } from '@/lib/i18n/say'
import { complaintOf } from '@/lib/other-side/complaint-view'
import { lookAmongRemoved } from '@/lib/other-side/file-complaint'
import { takedownMatch } from '@/lib/jobs/takedown-match'
import { hearComplaint } from '@/lib/other-side/hear-complaint'
import { againOf, lookAgain } from '@/lib/other-side/look-again'
import { partIn } from '@/lib/other-side/part-in'
import { notLooked, type Search } from '@/lib/other-side/words-search'
import { caseView } from '@/lib/review/case-view'
import { system } from '@/lib/auth/load-actor'
import { endSource, keepOut } from '@/lib/review/decide-sources'
import { askInfo } from '@/lib/takedowns/ask-info'
import { erasePersonalData } from '@/lib/takedowns/erase'
import { agree } from '@/lib/takedowns/four-eyes'
import { processView } from '@/lib/takedowns/process-view'
import { requestView } from '@/lib/takedowns/queries'
import { cannotReject, reject } from '@/lib/takedowns/reject'
import { lockRequest } from '@/lib/takedowns/request-row'
import { trackingView } from '@/lib/takedowns/tracking'
import { withdrawLocked } from '@/lib/takedowns/withdraw'
import { transparencyReport } from '@/lib/transparency/report'
import { transparencyQuery, transparencyScope } from '@/lib/transparency/scope'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  expectNowhereInClear,
  importRows,
  lastLetter,
  linkIn,
  logged,
  press,
  PRIVACY,
  requestOf,
  runJobs,
  submit,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
let other: Member

const GROUNDS = 'It is a recipe and names nobody, quarterly.'
const COMPLAINT = {
  ...{ kind: 'complaint', relation: 'author', name: 'Bo Example', statement: GROUNDS },
  attest_author: 'on',
}
const COPYRIGHT = {
  ...{ kind: 'copyright', name: 'Ada Example', work: 'Soups of the coast, a book of recipes' },
  ...{ relation: 'owner', postal: '1 Quarry Lane, Ambleford' },
  ...{ attest_good_faith: 'on', attest_authority: 'on' },
}

beforeEach(async () => {
  world = await takedownWorld(database.db, [
    { id: 's1', text: 'Soup of leeks, as my grandmother made it.' },
    { id: 's2', text: 'Soup of beans, as my uncle made it.' },
    { id: 's3', text: 'Soup of nothing at all.' },
  ])
  other = await newMember(database.db, [['lead', world.datasetId]])
})

/** Somebody else asked for a row, and it was taken out. */
async function removed(targets: string) {
  const tracking = await askFor(database, world, { ...PRIVACY, targets })
  const { id } = await requestOf(database, world)
  const cases = await casesOfRequest(database, id)
  for (const { id: caseId } of cases)
    await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'pii.contact' })
  return { id, tracking, cases: cases.map(({ id: caseId }) => caseId) }
}

async function complain(targets: string) {
  const tracking = await askFor(database, world, { ...COMPLAINT, targets })
  return { tracking, id: (await requestOf(database, world)).id }
}

const statusOf = async (id: string) => {
  const [row] = await database.admin.sql<
    { status: string }[]
  >`select status from takedown_request where id = ${id}`
  return row?.status
}
const hear = (requestId: string, who: Member = world.lead) =>
  as(world, hearComplaint, who, { requestId, how: 'row_address' as const })
const decide = (by: Member, caseId: string, action: 'keep' | 'remove') =>
  decideCase(database, world, {
    by,
    caseId,
    action,
    reasonCode: action === 'keep' ? 'pii.not' : 'pii.contact',
  })
const outcomeLetter = async () => (await lastLetter(database, 'takedown-complaint')).text.replace(/\s+/g, ' ')

describe('whoever wrote what was taken out', () => {
  it('complains without an account, and it is looked at by people who had no part in taking it out', async () => {
    const { cases } = await removed('id: s1')
    const complaint = await complain('"leeks, as my grandmother"')
    expect(await statusOf(complaint.id)).toBe('under_review')
    await hear(complaint.id)
    const caseId = cases[0] ?? ''
    const view = await caseView(other, world.slug, caseId)
    expect(view.grounds).toBe(GROUNDS)
    await expect(decide(world.lead, caseId, 'keep')).rejects.toMatchObject({ code: 'forbidden' })
    expect(await statusOf(complaint.id)).toBe('under_review')

    await decide(other, caseId, 'keep')
    expect(await statusOf(complaint.id)).toBe('actioned')
    expect(await outcomeLetter()).toContain('One text will be in the next release again')
    const tracked = await trackingView(complaint.tracking)
    expect(tracked).toMatchObject({ mayContest: false, status: 'actioned' })
    expect(tracked?.events.map(({ type }) => type)).toEqual([
      ...['submitted', 'confirmed', 'matched', 'identity_proven', 'appealed', 'appeal_decided'],
    ])
    expect(await logged(database, world)).toEqual(
      expect.arrayContaining(['takedown:appealed', 'takedown:appeal_decided']),
    )
    await expectNowhereInClear(database, GROUNDS)
  })

  it('has the other side told that its answer holds no more', async () => {
    const first = await removed('id: s1')
    const complaint = await complain('id: s1')
    await hear(complaint.id)
    await decide(other, first.cases[0] ?? '', 'keep')
    expect(await statusOf(first.id)).toBe('no_action')
  })

  it('hears it also where everything stays as it was, with where to go from there', async () => {
    const { cases } = await removed('id: s1\nid: s2')
    const complaint = await complain('id: s1\nid: s2\nid: s3')
    await hear(complaint.id)
    for (const caseId of cases) await decide(other, caseId, 'remove')
    expect(await statusOf(complaint.id)).toBe('no_action')
    const said = await outcomeLetter()
    expect(said).toContain('2 texts will stay as decided before')
    expect(said).toContain('Art. 21')
  })

  it('is answered in part, and only when the last of it is decided', async () => {
    const { cases } = await removed('id: s1\nid: s2')
    const complaint = await complain('id: s1\nid: s2')
    await hear(complaint.id)
    await decide(other, cases[0] ?? '', 'keep')
    expect(await statusOf(complaint.id)).toBe('under_review')
    await decide(other, cases[1] ?? '', 'remove')
    expect(await statusOf(complaint.id)).toBe('partially_actioned')
    const said = await outcomeLetter()
    expect(said).toContain('One text will be in the next release again')
    expect(said).toContain('One text will stay as decided before')
  })

  it('learns nothing before somebody has seen that it is theirs: what was taken out and what never was look the same', async () => {
    await removed('id: s1')
    const [there, not] = [await complain('id: s1'), await complain('id: s3')]
    const seen = async ({ tracking }: { tracking: string }) => {
      const view = await trackingView(tracking)
      return {
        ...{ status: view?.status, targets: view?.targets.map(({ results }) => results) },
        events: view?.events.map(({ type, data }) => ({ type, data })),
      }
    }
    expect(await seen(there)).toEqual(await seen(not))
    await as(world, reject, other, { requestId: there.id, reason: 'not_verified', note: undefined })
    expect((await lastLetter(database, 'takedown-rejected')).text).not.toMatch(/taken out by|leeks/)

    await hear(not.id)
    expect(await statusOf(not.id)).toBe('no_action')
    expect(await outcomeLetter()).toContain('Nothing of what you named was taken out by a decision here')
  })

  it('is dismissed by nobody who took out what it names, not even where that was done since it came', async () => {
    const dismiss = (who: Member, requestId: string) =>
      as(world, reject, who, { requestId, reason: 'unfounded' as const, note: undefined })
    await removed('id: s1')
    const [before, since, neither] = [
      await complain('id: s1'),
      await complain('id: s2'),
      await complain('id: s3'),
    ]
    await removed('id: s2')
    for (const { id } of [before, since]) {
      expect(await partIn(world.lead, id), 'the page offers it no more than the verb').toBe('dismissDecision')
      await expect(dismiss(world.lead, id)).rejects.toMatchObject({
        ...{ code: 'forbidden', message: expect.stringMatching(/You took out something/) },
      })
      expect(await statusOf(id)).toBe('under_review')
      expect(await partIn(other, id)).toBeNull()
      await dismiss(other, id)
      expect(await statusOf(id)).toBe('rejected')
    }
    await dismiss(world.lead, neither.id)
    expect(await statusOf(neither.id)).toBe('rejected')
  })

  describe('what only a standing rule keeps out', () => {
    const rule = (by: Member, value: string) =>
      as(world, keepOut, by, {
        ...{ datasetId: world.datasetId, kind: 'source_id' as const, value, action: 'remove' as const },
        ...{ reasonCode: 'optout.own', territories: [], intent: 'keep_out' as const },
      })
    const rules = async () =>
      database.admin.sql<{ id: string; ended: boolean }[]>`
        select id, ended_at is not null as ended from suppression_rule where dataset_id = ${world.datasetId}`

    it('is looked at by somebody who did not make the rule; where it stays, they are told so, and what to do instead', async () => {
      await rule(world.lead, 's1')
      const complaint = await complain('id: s1')
      const seen = await complaintOf(world.lead, {
        ...complaint,
        datasetId: world.datasetId,
        status: 'under_review',
      })
      expect(seen).toMatchObject({
        ...{ cases: [], rules: [{ kind: 'source_id', own: true }] },
        hear: { denied: expect.stringMatching(/You made a rule/) },
      })
      await expect(hear(complaint.id)).rejects.toThrow(/You made a rule/)
      await expect(
        as(world, reject, world.lead, { requestId: complaint.id, reason: 'unfounded', note: undefined }),
      ).rejects.toThrow(/You made a rule.*not taken up/)
      expect(await statusOf(complaint.id)).toBe('under_review')
      await hear(complaint.id, other)
      expect(await statusOf(complaint.id)).toBe('no_action')
      const said = await outcomeLetter()
      for (const words of [
        'One text that you named is kept out by a standing rule about where it comes from',
        'take that request back on its page',
        'send a counter-notice, which can end it',
        'send a request under “Something else”',
      ])
        expect(said).toContain(words)
      const view = await trackingView(complaint.tracking)
      expect(view?.events.at(-1)).toMatchObject({ type: 'appeal_decided', data: { keptOut: 1, stays: 0 } })
      expect(await rules()).toMatchObject([{ ended: false }])
    })

    it('is back when whoever looks at it ends the rule, and that is told', async () => {
      await rule(world.lead, 's1')
      const { cases } = await removed('id: s2')
      const complaint = await complain('id: s1\nid: s2\nid: s3')
      const [made] = await rules()
      await as(world, endSource, other, {
        ...{ datasetId: world.datasetId, ruleId: made?.id ?? '', reasonCode: 'optout.unproven' },
      })
      await hear(complaint.id, other)
      await decide(other, cases[0] ?? '', 'remove')
      expect(await statusOf(complaint.id)).toBe('partially_actioned')
      const said = await outcomeLetter()
      expect(said).toContain('One text will be in the next release again')
      expect(said).toContain('One text will stay as decided before')
      expect(said).not.toContain('standing rule')
    })

    it('is not back while a rule that was made since keeps it out, and nobody hears it who made that one', async () => {
      await rule(world.lead, 's1')
      const complaint = await complain('id: s1\nid: s3')
      const [first] = await rules()
      await as(world, endSource, world.lead, {
        ...{ datasetId: world.datasetId, ruleId: first?.id ?? '', reasonCode: 'optout.unproven' },
      })
      const later = await newMember(database.db, [['lead', world.datasetId]])
      await rule(later, 's1')
      expect((await rules()).map(({ ended }) => ended).sort()).toEqual([false, true])
      await expect(hear(complaint.id, later)).rejects.toThrow(/You made a rule/)
      await hear(complaint.id, other)
      expect(await statusOf(complaint.id)).toBe('no_action')
      const said = await outcomeLetter()
      expect(said).toContain('kept out by a standing rule')
      expect(said).not.toContain('in the next release again')
    })

    it('is dismissed by nobody whose rule keeps it out when that is decided, made since or again, and by them once it has ended', async () => {
      const later = await newMember(database.db, [['lead', world.datasetId]])
      const complaint = await complain('id: s1')
      const dismiss = (who: Member) =>
        as(world, reject, who, { requestId: complaint.id, reason: 'unfounded', note: undefined })
      const named = async (who: Member) => {
        const page = { id: complaint.id, datasetId: world.datasetId, status: 'under_review' } as const
        const seen = await complaintOf(who, page)
        return { own: seen?.rules.map(({ own }) => own), hear: seen?.hear }
      }
      expect(await named(later)).toEqual({ own: [], hear: { denied: undefined } })
      await rule(later, 's1')
      const refused = { code: 'forbidden', message: expect.stringMatching(/You made a rule.*not taken up/) }
      expect(await partIn(later, complaint.id), 'the page offers it no more than the verb').toBe(
        'dismissRule',
      )
      await expect(dismiss(later)).rejects.toMatchObject(refused)
      expect(await named(later)).toMatchObject({
        ...{ own: [true], hear: { denied: expect.stringMatching(/You made a rule/) } },
      })
      expect(await named(other)).toEqual({ own: [false], hear: { denied: undefined } })
      expect(await partIn(other, complaint.id)).toBeNull()

      const [made] = await rules()
      await as(world, endSource, other, {
        ...{ datasetId: world.datasetId, ruleId: made?.id ?? '', reasonCode: 'optout.unproven' },
      })
      expect(await partIn(later, complaint.id)).toBeNull()
      await dismiss(later)
      expect(await statusOf(complaint.id)).toBe('rejected')
    })

    it('is found by its words, too, once an import has met it', async () => {
      await rule(world.lead, 's9')
      await importRows(world, [{ id: 's9', text: 'Soup of stones, which everybody has heard of.' }])
      const complaint = await complain('"stones, which everybody"')
      await hear(complaint.id, other)
      expect(await outcomeLetter()).toContain('kept out by a standing rule')
    })

    it('tells nothing of it before somebody has seen that they wrote it', async () => {
      await rule(world.lead, 's1')
      const [there, not] = [await complain('id: s1'), await complain('id: s3')]
      const told = async ({ tracking }: { tracking: string }) => {
        const view = await trackingView(tracking)
        return { status: view?.status, events: view?.events.map(({ type, data }) => ({ type, data })) }
      }
      expect(await told(there)).toEqual(await told(not))
    })
  })

  it('is heard once, by a lead of the dataset, and not about what was contested before', async () => {
    const { cases } = await removed('id: s1')
    const complaint = await complain('id: s1')
    for (const who of [world.maintainer, world.reviewer, world.stranger])
      await expect(hear(complaint.id, who)).rejects.toThrow()
    await hear(complaint.id)
    await expect(hear(complaint.id)).rejects.toMatchObject({ code: 'conflict' })
    await decide(other, cases[0] ?? '', 'remove')
    expect(await statusOf(complaint.id)).toBe('no_action')

    const again = await complain('id: s1')
    await hear(again.id)
    // The decision that answered the first complaint is another one: it can be contested by itself.
    expect(await statusOf(again.id)).toBe('under_review')
    await expect(
      database.admin.sql`update complaint set case_ids = '{}' where request_id = ${again.id}`,
    ).rejects.toThrow(/what a complaint is about stays/)
  })

  it('reaches what was taken out between its sending and its hearing, by place and by words', async () => {
    const complaint = await complain('id: s1\n"beans, as my uncle"')
    const { cases } = await removed('id: s1\nid: s2')
    expect(cases).toHaveLength(2)
    await hear(complaint.id)
    expect(await statusOf(complaint.id)).toBe('under_review')
    for (const caseId of cases) {
      expect((await caseView(other, world.slug, caseId)).grounds).toBe(GROUNDS)
      await decide(other, caseId, 'keep')
    }
    expect(await outcomeLetter()).toContain('2 texts will be in the next release again')
  })

  it('says what came back before it was heard as back', async () => {
    const { cases } = await removed('id: s1')
    const complaint = await complain('id: s1')
    await decide(other, cases[0] ?? '', 'keep')
    await hear(complaint.id)
    expect(await statusOf(complaint.id)).toBe('actioned')
    expect(await outcomeLetter()).toContain('One text will be in the next release again')
  })

  it('learns nothing of a decision that waits for a second person', async () => {
    await askFor(database, world, { ...COPYRIGHT, targets: 'id: s1' })
    const [found] = await casesOfRequest(database, (await requestOf(database, world)).id)
    await decideCase(database, world, {
      ...{ caseId: found?.id ?? '', action: 'remove', reasonCode: 'copyright.owner' },
    })
    const complaint = await complain('id: s1')
    await hear(complaint.id)
    expect(await statusOf(complaint.id)).toBe('no_action')
    expect(await outcomeLetter()).toContain('Nothing of what you named was taken out by a decision here')
  })

  it('is decided by others where whoever wrote it is of the team, and that they did is forgotten with them', async () => {
    const third = await newMember(database.db, [['lead', world.datasetId]])
    const [row] = await database.sql<{ email: string }[]>`select email from person where id = ${other.id}`
    const { cases } = await removed('id: s1')
    const caseId = cases[0] ?? ''
    await askFor(database, world, { ...COMPLAINT, targets: 'id: s1', email: row?.email ?? '' })
    const { id } = await requestOf(database, world)
    await hear(id)
    const seats = () => database.sql`
      select person_id as id, kind from case_seat where case_id = ${caseId} and kind = 'flagged'`
    expect(await seats()).toEqual([{ id: other.id, kind: 'flagged' }])
    await expect(decide(other, caseId, 'keep')).rejects.toMatchObject({ code: 'forbidden' })
    await decide(third, caseId, 'keep')
    expect(await statusOf(id)).toBe('actioned')
    await transact(
      (tx) =>
        erasePersonalData(
          tx,
          system('takedown'),
          { id, datasetId: world.datasetId, restricted: false },
          'retention_over',
        ),
      world.db,
    )
    expect(await seats()).toEqual([])
  })

  it('says by what right, where it is for somebody else', async () => {
    const agent = { ...COMPLAINT, relation: 'agent', targets: 'id: s1' }
    const sent = async (fields: Record<string, string>) => submit(world, fields)
    await expect(sent(agent)).rejects.toThrow(/what lets you act for them/)
    expect(await sent({ ...agent, authority: 'I am her lawyer, by an authority of May.' })).toEqual({
      received: true,
    })
    expect(await sent({ ...agent, relation: 'author' })).toEqual({ received: true })
  })

  it('waits for the second person where the removal was of a legal kind', async () => {
    await askFor(database, world, { ...COPYRIGHT, targets: 'id: s1' })
    const { id } = await requestOf(database, world)
    const [found] = await casesOfRequest(database, id)
    const caseId = found?.id ?? ''
    const agreeTo = async (who: Member) => {
      const [ready] = await database.admin.sql<{ id: string }[]>`
        select id from takedown_event where request_id = ${id} and type = 'outcome_ready' order by ordinal desc limit 1`
      await transact((tx) => agree(tx, who, { requestId: id, eventId: ready?.id ?? '' }), world.db)
    }
    const by = (who: Member, action: 'keep' | 'remove', reasonCode: string) =>
      decideCase(database, world, { by: who, caseId, action, reasonCode })
    await by(world.lead, 'remove', 'copyright.owner')
    await agreeTo(other)
    const complaint = await complain('id: s1')
    await hear(complaint.id)
    const [third, fourth] = [
      await newMember(database.db, [['lead', world.datasetId]]),
      await newMember(database.db, [['lead', world.datasetId]]),
    ]
    await by(third, 'keep', 'copyright.permitted')
    expect(await statusOf(complaint.id), 'nobody has agreed to it yet').toBe('under_review')
    await agreeTo(fourth)
    await runJobs(database)
    expect(await statusOf(complaint.id)).toBe('actioned')
  })

  it('is in the report as a complaint of its own, and in no number of requests', async () => {
    const { cases } = await removed('id: s1')
    const complaint = await complain('id: s1')
    await hear(complaint.id)
    await decide(other, cases[0] ?? '', 'keep')
    const scope = await transparencyScope(transparencyQuery.parse({ dataset: world.slug }))
    const report = await inEnglish(() => transparencyReport(scope))
    expect(report.appeals.rows.find(([basis]) => basis === 'Who wrote what was taken out')?.slice(1)).toEqual(
      [...['Removals', 0, 1, null, 0, 0, 1, 0, 0, 1]],
    )
    expect(report.kinds.rows.some(([name]) => name === 'Total of these')).toBe(false)
  })
})

describe('the words of a complaint', () => {
  const casesOf = async (id: string) => {
    const [row] = await database.admin.sql<{ cases: string[] }[]>`
      select case_ids as cases from complaint where request_id = ${id}`
    return row?.cases ?? []
  }
  const searches = () =>
    database.admin.sql<{ queue: string; payload: Search }[]>`
      select q.queue_name as queue, j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
      where t.identifier = 'takedown.look-among-removed' order by j.id`
  /** Confirmed, and what it names by key looked up; its words are not looked for yet. */
  async function begun(targets: string) {
    await submit(world, { ...COMPLAINT, targets })
    await press(world, linkIn((await lastLetter(database, 'takedown-confirm')).text, 'confirm'))
    const { id } = await requestOf(database, world)
    await takedownMatch({ requestId: id })
    return id
  }

  it('are looked for a stretch at a time, for one complaint after the other, and it goes on where it was', async () => {
    const { cases } = await removed('id: s1\nid: s2\nid: s3')
    const first = await begun('"Soup of leeks"\n"Soup of nothing"\nid: s2')
    const second = await begun('"Soup of beans, as my uncle"')
    const waiting = await searches()
    expect(waiting.map(({ payload }) => payload.requestId)).toEqual([first, second])
    expect(new Set(waiting.map(({ queue }) => queue))).toEqual(new Set(['takedown/look-among-removed']))

    const [own] = waiting
    if (!own) throw new Error('nothing waits')
    await lookAmongRemoved(database.db, own.payload, { most: 1 })
    expect(await statusOf(first), 'not before all is read').toBe('received')
    await expect(hear(first)).rejects.toMatchObject({ code: 'conflict' })
    const next = (await searches()).find(({ payload }) => payload.requestId === first)
    expect(next?.payload.after).toMatch(/^[0-9a-f]{64}$/)
    // A step that runs again after it was killed finds the same once.
    await lookAmongRemoved(database.db, own.payload, { most: 1 })
    await runJobs(database)
    expect(await statusOf(first)).toBe('under_review')
    expect(new Set(await casesOf(first))).toEqual(new Set(cases))
    expect(await casesOf(first)).toHaveLength(3)
    expect(await casesOf(second)).toHaveLength(1)
    const order = await database.admin.sql<{ id: string }[]>`
      select id from review_case where id in ${database.admin.sql(cases)} order by digest, category`
    expect(await casesOf(first), 'as everybody locks them').toEqual(order.map(({ id }) => id))
    expect(await searches()).toEqual([])
  })

  it('are looked for in what was decided since, where that is much by the same search, and then it is heard', async () => {
    const { id: requestId } = await complain('"leeks, as my grandmother"\n"beans, as my uncle"')
    const { cases } = await removed('id: s1\nid: s2\nid: s3')
    const hearAmong = (most: number) =>
      transact(
        (tx) => hearComplaint(tx, world.lead, { requestId, how: 'row_address' as const }, most),
        world.db,
      )
    const offered = async () => {
      const page = { id: requestId, datasetId: world.datasetId, status: 'under_review' } as const
      return (await complaintOf(world.lead, page))?.hear
    }
    await hearAmong(2)
    const [own] = await searches()
    if (!own) throw new Error('nothing waits')
    expect(own.payload).toMatchObject({ requestId, after: '' })
    expect(await offered()).toEqual({ denied: expect.stringMatching(/being looked for/) })
    await expect(hearAmong(2)).rejects.toThrow(/being looked for/)

    await lookAmongRemoved(database.db, own.payload, { most: 2 })
    const [next] = await searches()
    expect(next?.payload).toMatchObject({ requestId, decided: own.payload.decided })
    expect(next?.payload.after).toMatch(/^[0-9a-f]{64}$/)
    await runJobs(database)
    expect(await searches()).toEqual([])
    const found = await casesOf(requestId)
    expect(found).toHaveLength(2)
    for (const caseId of found) expect(cases).toContain(caseId)
    expect(await offered()).toEqual({ denied: undefined })

    // The decisions were made long before that search.
    await database.admin.sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update decision set created_at = created_at - interval '1 hour' where dataset_id = ${world.datasetId}`
    })
    await hearAmong(0)
    for (const caseId of found) expect((await caseView(other, world.slug, caseId)).grounds).toBe(GROUNDS)
    await expect(hearAmong(0), 'once').rejects.toMatchObject({ code: 'conflict' })
    await lookAmongRemoved(database.db, own.payload)
    expect(await casesOf(requestId), 'what is heard stays').toEqual(found)
  })

  const dismiss = (requestId: string, who: Member) =>
    as(world, reject, who, { requestId, reason: 'unfounded' as const, note: undefined })
  /** Its search was tried as often as it is, and failed each time. */
  const fails = (requestId: string) => database.admin.sql`
    update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'the disk is gone'
    where payload ->> 'requestId' = ${requestId}`
  /** What the request's page says is to be done next, in both languages. */
  async function nextOn(requestId: string, who = world.lead) {
    const request = await requestView(who, requestId)
    const props = {
      ...{ request, view: await processView(request), denied: undefined, own: undefined },
      again: await againOf(who, request),
      reader: { id: who.id, maySecond: false, mayAnswer: false },
    }
    return (['en-GB', 'de'] as const).map((locale) => {
      const value = { locale, messages: CATALOGUES[locale] }
      return renderToStaticMarkup(createElement(Spoken, { value }, createElement(NextStep, props)))
    })
  }

  it('are looked for before anybody dismisses it: else it would be dismissed by who took out what they quote', async () => {
    await removed('id: s1')
    const id = await begun('"Soup of leeks"')
    expect(await partIn(world.lead, id), 'nothing of it is found yet').toBeNull()
    for (const who of [world.lead, other]) {
      expect(await cannotReject(who, id), 'the page offers it no more than the verb').toMatch(
        /still being looked/,
      )
      await expect(dismiss(id, who)).rejects.toMatchObject({
        ...{ code: 'forbidden', message: expect.stringMatching(/still being looked for/) },
      })
    }
    expect(await statusOf(id)).toBe('received')
    await runJobs(database)
    expect(await statusOf(id)).toBe('under_review')
    await expect(dismiss(id, world.lead)).rejects.toThrow(/You took out something/)
    await dismiss(id, other)
    expect(await statusOf(id)).toBe('rejected')
  })

  it('are looked for again by a press where that failed for good, and until then nobody dismisses it', async () => {
    await removed('id: s1')
    const id = await begun('"Soup of leeks"')
    const waits = as(world, lookAgain, other, { requestId: id })
    await expect(waits, 'it is on its way').rejects.toThrow(/is being looked for/)
    await fails(id)
    await expect(dismiss(id, other)).rejects.toThrow(/search for what it names failed/)
    const words = (['en-GB', 'de'] as const).map((locale) => CATALOGUES[locale].process.next)
    for (const [n, html] of (await nextOn(id)).entries()) {
      expect(html).toContain(words[n]?.lookFailed)
      expect(html).toContain(words[n]?.lookAgain)
    }
    for (const who of [world.maintainer, world.reviewer, world.stranger])
      await expect(as(world, lookAgain, who, { requestId: id })).rejects.toThrow()
    await as(world, lookAgain, world.lead, { requestId: id })
    expect(await notLooked(world.db, id), 'said with the press').toBe('runs')
    await runJobs(database)
    expect(await statusOf(id)).toBe('under_review')
    expect(await casesOf(id)).toHaveLength(1)
    await expect(as(world, lookAgain, other, { requestId: id })).rejects.toThrow(/has been looked for/)
    for (const [n, html] of (await nextOn(id)).entries()) expect(html).not.toContain(words[n]?.lookAgain)

    // The same for what was decided since, when it is heard.
    await removed('id: s2\nid: s3')
    const among = { requestId: id, how: 'row_address' as const }
    await transact((tx) => hearComplaint(tx, other, among, 1), world.db)
    await expect(dismiss(id, other)).rejects.toThrow(/still being looked for/)
    await fails(id)
    await expect(dismiss(id, other)).rejects.toThrow(/search for what it names failed/)
    await as(world, lookAgain, other, { requestId: id })
    expect(await notLooked(world.db, id)).toBe('runs')
    await runJobs(database)
    await dismiss(id, other)
    expect(await statusOf(id)).toBe('rejected')
  })

  it('are not left unlooked for by asking its sender for something', async () => {
    await removed('id: s1')
    const id = await begun('"Soup of leeks"')
    await as(world, askInfo, world.lead, { requestId: id, missing: ['statement'], note: undefined })
    await runJobs(database)
    expect(await statusOf(id)).toBe('needs_info')
    for (const who of [world.lead, other])
      await expect(dismiss(id, who)).rejects.toThrow(/Its sender was asked for something before/)
    const looked = await complain('"Soup of beans"')
    await as(world, askInfo, world.lead, { requestId: looked.id, missing: ['statement'], note: undefined })
    await dismiss(looked.id, other)
    expect(await statusOf(looked.id), 'of this one it is known').toBe('rejected')
  })

  it('are looked for no more by a search of what it said before, nor when it was taken back', async () => {
    await removed('id: s1')
    const id = await begun('"Soup of leeks"')
    const [own] = await searches()
    if (!own) throw new Error('nothing waits')
    await lookAmongRemoved(database.db, { ...own.payload, since: own.payload.requestId })
    expect(await statusOf(id)).toBe('received')
    expect(await casesOf(id)).toEqual([])
    await transact(async (tx) => withdrawLocked(tx, await lockRequest(tx, id)), world.db)
    await runJobs(database)
    expect(await statusOf(id)).toBe('withdrawn')
    expect(await casesOf(id)).toEqual([])
  })
})
