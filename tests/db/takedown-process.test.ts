/* Long: each step of the process, with what it refuses and what it writes, held against one world. */
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { contest } from '@/lib/takedowns/appeal'
import { askInfo } from '@/lib/takedowns/ask-info'
import { agree } from '@/lib/takedowns/four-eyes'
import { giveInfo } from '@/lib/takedowns/give-info'
import { hold, resume } from '@/lib/takedowns/hold'
import {
  answerOwner,
  extendOwner,
  notifyOwner,
  ownerTimeOver,
  ownerWindowOf,
} from '@/lib/takedowns/owner-window'
import { processView } from '@/lib/takedowns/process-view'
import { changePromises, promisesInput, USUAL } from '@/lib/takedowns/promises'
import { awaitedSecond } from '@/lib/takedowns/second'
import { contactOf } from '@/lib/takedowns/contact'
import { askedIn } from '@/lib/takedowns/form-version'
import { requestsFilter } from '@/lib/takedowns/input'
import { countWaiting, listRequests } from '@/lib/takedowns/queries'
import { reject } from '@/lib/takedowns/reject'
import { silence } from '@/lib/takedowns/silence'
import { statementsOf } from '@/lib/takedowns/statement'
import { StepRefused } from '@/lib/takedowns/status'
import { trackingView } from '@/lib/takedowns/tracking'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import { contestedNoMore, eventsOf, lastEventOf, statusOf } from './takedown-facts'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  expectNowhereInClear,
  lastLetter,
  lettersOf,
  logged,
  PRIVACY,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const ROWS = Array.from({ length: 12 }, (_, n) => ({
  id: `row-${n}`,
  text: `The lighthouse of number ${n} was painted by the harbour master himself.`,
}))
const row = (n: number) => `"lighthouse of number ${n} was painted"`

const COPYRIGHT = {
  kind: 'copyright',
  work: 'The Lighthouse Painter, a short story of 2011',
  relation: 'owner',
  name: 'Runa Bracken',
  postal: '1 Invented Lane, Harbourton',
  attest_good_faith: 'on',
  attest_authority: 'on',
}

const REMOVED = { action: 'remove', reasonCode: 'copyright.owner' } as const

/** The last letter of a kind, on one line: where it wraps is nobody's promise. */
const said = async (template: string) => (await lastLetter(database, template)).text.replace(/\s+/g, ' ')

const eventTypes = async (requestId: string) => (await eventsOf(database, requestId)).map(({ type }) => type)

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})

describe('a status', () => {
  it('cannot be changed by the product without an event of the same transaction that says so', async () => {
    await askFor(database, world, { ...PRIVACY, targets: row(0) })
    const { id } = await requestOf(database, world)
    const change = database.sql.begin(
      (tx) => tx`update takedown_request set status = 'no_action' where id = ${id}`,
    )
    await expect(change).rejects.toThrow(/no event says so/)
    expect(await statusOf(database, id)).toBe('under_review')
  })
})

describe('a notice that lacks something', () => {
  let tracking: string
  let id: string

  it('is asked for exactly that, with what it does to the clock and when silence ends it', async () => {
    tracking = await askFor(database, world, { ...COPYRIGHT, targets: row(1) })
    ;({ id } = await requestOf(database, world))
    const ask = { requestId: id, missing: ['work', 'targets'], note: 'Which story is it?' }
    await expect(as(world, askInfo, world.reviewer, ask)).rejects.toThrow(/lead/)
    await as(world, askInfo, world.lead, ask)
    expect(await statusOf(database, id)).toBe('needs_info')
    const text = await said('takedown-needs-info')
    expect(text).toMatch(/- Where exactly it is/)
    expect(text).toMatch(/- .*work/i)
    expect(text).not.toMatch(/- .*postal/i)
    expect(text).toContain('> Which story is it?')
    expect(text).toMatch(/the time we have stands still/)
    expect(text).toMatch(/remind you once, and close the request on \d/)
    await expectNowhereInClear(database, 'Which story is it?')
  })

  it('is not decided while it waits, even when its cases are', async () => {
    const [found] = await casesOfRequest(database, id)
    await decideCase(database, world, { caseId: found?.id ?? '', ...REMOVED })
    expect(await statusOf(database, id)).toBe('needs_info')
  })

  it('takes only what was asked for, and is received anew as a revision of itself', async () => {
    const given = {
      token: tracking,
      work: 'The Lighthouse Painter, chapter two',
      targets: `${row(2)}\nUSERNAME/REPO`,
    }
    await expect(
      as(world, giveInfo, visitor, { token: tracking, work: 'short', targets: row(2) }),
    ).rejects.toThrow()
    expect(await as(world, giveInfo, visitor, { ...given, name: 'Somebody Else' })).toEqual({
      given: ['targets', 'work'],
    })
    await runJobs(database)
    expect(await lastEventOf(database, id, 'info_given')).toMatchObject({
      data: { changed: ['targets', 'work'], targets: 1, misread: 1 },
    })
    expect(await statusOf(database, id)).toBe('under_review')
    const cases = await casesOfRequest(database, id)
    expect(cases.map(({ status }) => status).sort()).toEqual(['decided', 'open'])
    await expect(as(world, giveInfo, visitor, given)).rejects.toThrow(/stage of the request/)
  })
})

describe('an outcome that takes effect in law', () => {
  it('waits for a second person, who had no part in the decisions', async () => {
    const { id, status } = await requestOf(database, world)
    expect(status).toBe('under_review')
    const open = (await casesOfRequest(database, id)).find((found) => found.status === 'open')
    await decideCase(database, world, { caseId: open?.id ?? '', ...REMOVED })
    expect(await statusOf(database, id)).toBe('under_review')
    const { id: eventId, data } = await lastEventOf(database, id, 'outcome_ready')
    expect(data).toEqual({ outcome: 'actioned', decided: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const input = { requestId: id, eventId }
    await expect(as(world, agree, world.lead, input)).rejects.toThrow(/Somebody else has to agree/)
    await expect(as(world, agree, world.reviewer, input)).rejects.toThrow(/lead/)
    await expect(as(world, agree, world.stranger, input)).rejects.toThrow(/lead/)

    const second = await newMember(world.db, [['lead', world.datasetId]])
    await as(world, agree, second, input)
    expect(await statusOf(database, id)).toBe('actioned')
    expect((await eventTypes(id)).slice(-2)).toEqual(['second_agreed', 'outcome'])
    expect(await said('takedown-outcome')).toContain('decided')
    await expect(as(world, agree, second, input)).rejects.toThrow(/decided anew/)
  })

  it('is refused by the database to anything that goes around the verb', async () => {
    const { id } = await requestOf(database, world)
    const [first] = await database.admin.sql<{ second: string; event: string }[]>`
      select second_by as second, event_id as event from takedown_second where request_id = ${id}`
    expect(first).toBeDefined()
    await expect(
      database.admin.sql`insert into takedown_second (event_id, request_id, first_by, second_by)
        select e.id, ${id}, array[${world.lead.id}::uuid], ${world.lead.id}
        from takedown_event e where e.request_id = ${id} and e.type = 'outcome'`,
    ).rejects.toThrow(/takedown_second_is_another/)
    await askFor(database, world, { ...COPYRIGHT, targets: row(3) })
    const other = await requestOf(database, world)
    await expect(
      database.admin.sql`update takedown_request set status = 'actioned' where id = ${other.id}`,
    ).rejects.toThrow(/without a second person/)
  })

  it('is stated with its reasons to the maintainers, without a word of who asked', async () => {
    const [{ id = '' } = {}] = await database.admin.sql<{ id: string }[]>`
      select request_id as id from takedown_statement`
    const text = await said('takedown-statement')
    for (const element of [
      'What was restricted',
      'Facts it rests on',
      'Automated means',
      'The law',
      'The policy',
      'What you can do',
    ])
      expect(text).toContain(element)
    expect(text).toMatch(/2 items are left out of every later release/)
    expect(text).toMatch(/six\s+months/)
    for (const secret of ['Runa', 'Bracken', 'Harbourton', 'people.example', 'Lighthouse Painter'])
      expect(text).not.toContain(secret)
    const [made] = await statementsOf(id)
    expect(made?.facts).toMatchObject({
      restrictions: [{ action: 'remove', items: 2, territories: null }],
      automated: { found: false, decided: false },
      ground: 'illegal',
    })
  })
})

describe('silence', () => {
  it('is reminded of once and then ends the request, as was said beforehand', async () => {
    const tracking = await askFor(database, world, { ...PRIVACY, targets: row(4) })
    const { id } = await requestOf(database, world)
    await as(world, askInfo, world.lead, { requestId: id, missing: ['relation'], note: undefined })
    expect(await said('takedown-needs-info')).toMatch(/does not stop for this: no law lets us/)
    const { id: eventId } = await lastEventOf(database, id, 'needs_info')
    const job = (then: 'remind' | 'close') =>
      transact((tx) => silence(tx, { requestId: id, eventId, then }), world.db)
    // A job that runs again after it was killed does nothing twice.
    for (let run = 0; run < 2; run++) await job('remind')
    expect((await eventTypes(id)).filter((type) => type === 'info_reminded')).toHaveLength(1)
    const [next] = await database.admin.sql<{ n: number }[]>`
      select count(*)::int as n from graphile_worker.jobs where task_identifier = 'takedown.silence' and run_at > now() + interval '6 days'`
    expect(next?.n).toBeGreaterThan(0)
    for (let run = 0; run < 2; run++) await job('close')
    expect(await statusOf(database, id)).toBe('rejected')
    expect((await lastEventOf(database, id, 'rejected')).data).toEqual({ reason: 'abandoned' })
    const text = await said('takedown-rejected')
    expect(text).toMatch(/reminded once, and heard nothing/)
    expect(await lettersOf(database, 'takedown-reminder')).toHaveLength(1)

    // Contested, it begins anew.
    await as(world, contest, visitor, { token: tracking, grounds: 'I was in hospital.' })
    await runJobs(database)
    expect(await statusOf(database, id)).toBe('under_review')
    await expectNowhereInClear(database, 'I was in hospital.')
  })

  it('is none once an answer came', async () => {
    const tracking = await askFor(database, world, { ...PRIVACY, targets: row(5) })
    const { id } = await requestOf(database, world)
    await as(world, askInfo, world.lead, { requestId: id, missing: ['relation'], note: undefined })
    const { id: eventId } = await lastEventOf(database, id, 'needs_info')
    await as(world, giveInfo, visitor, { token: tracking, relation: 'self' })
    await runJobs(database)
    for (const then of ['remind', 'close'] as const)
      await transact((tx) => silence(tx, { requestId: id, eventId, then }), world.db)
    expect(await statusOf(database, id)).toBe('under_review')
  })
})

describe('a request that is not taken up', () => {
  it('is told why and can be contested once, before somebody else', async () => {
    const tracking = await askFor(database, world, { ...PRIVACY, targets: row(6) })
    const { id } = await requestOf(database, world)
    const input = { requestId: id, reason: 'unfounded' as const, note: 'It is a poem.' }
    await as(world, reject, world.lead, input)
    const text = await said('takedown-rejected')
    expect(text).toContain('manifestly unfounded')
    expect(text).toContain('> It is a poem.')
    const first = (await trackingView(tracking))?.redress ?? ''
    expect(first).toMatch(/^If you do not agree, say so below/)
    expect(first).toMatch(/authority/)
    await as(world, contest, visitor, { token: tracking, grounds: 'The poem is about me.' })
    await runJobs(database)
    expect(await statusOf(database, id)).toBe('under_review')
    await expect(as(world, reject, world.lead, input)).rejects.toThrow(/Somebody else/)
    const other = await newMember(world.db, [['lead', world.datasetId]])
    await as(world, reject, other, input)
    await expect(
      as(world, contest, visitor, { token: tracking, grounds: 'Again, it is me.' }),
    ).rejects.toThrow(/contested/)
    const last = (await trackingView(tracking))?.redress ?? ''
    expect(last, 'not below any more, and who else there is').not.toContain('below')
    expect(last).toMatch(/authority/)
  })

  it('says on its page who else can be turned to, also where nothing was found and the time to contest is over', async () => {
    const tracking = await askFor(database, world, {
      ...PRIVACY,
      targets: '"Nowhere in this dataset at all."',
    })
    const { id, status } = await requestOf(database, world)
    expect(status).toBe('no_match')
    expect((await trackingView(tracking))?.redress).toMatch(/below.*authority/)
    await contestedNoMore(database, id)
    const view = await trackingView(tracking)
    expect(view?.mayContest).toBe(false)
    expect(view?.redress).toMatch(/^If you do not agree, send a new request.*authority/)
  })
})

describe('a hold', () => {
  it('lets nothing go on, and gives the request back to where it stood', async () => {
    await askFor(database, world, { ...PRIVACY, targets: row(7) })
    const { id } = await requestOf(database, world)
    await as(world, hold, world.lead, { requestId: id, reason: 'court_order' as const, note: undefined })
    expect(await said('takedown-held')).toContain('A court has ordered')
    const [found] = await casesOfRequest(database, id)
    await decideCase(database, world, {
      caseId: found?.id ?? '',
      action: 'remove',
      reasonCode: 'pii.profile',
    })
    expect(await statusOf(database, id)).toBe('on_hold')
    await expect(
      as(world, reject, world.lead, { requestId: id, reason: 'unfounded' as const, note: undefined }),
    ).rejects.toThrow(StepRefused)
    await as(world, resume, world.lead, { requestId: id })
    // What was decided meanwhile is its outcome now.
    expect(await statusOf(database, id)).toBe('actioned')
  })
})

describe('the time of the maintainers', () => {
  let id: string

  it('tells them what is claimed, never who claims it', async () => {
    await askFor(database, world, { ...COPYRIGHT, targets: row(8) })
    ;({ id } = await requestOf(database, world))
    await as(world, notifyOwner, world.lead, { requestId: id, note: undefined })
    expect(await statusOf(database, id)).toBe('owner_notified')
    const text = await said('takedown-owner')
    expect(text).toContain('The Lighthouse Painter')
    for (const secret of ['Runa', 'Bracken', 'Harbourton', 'people.example'])
      expect(text).not.toContain(secret)
    expect(await said('takedown-owner-told')).toContain('do not get your name')
  })

  it('is a working day, and one more when they ask, once', async () => {
    await transact((tx) => ownerTimeOver(tx, id), world.db)
    expect(await statusOf(database, id), 'not before its end').toBe('owner_notified')
    await as(world, extendOwner, world.maintainer, { requestId: id })
    await expect(as(world, extendOwner, world.maintainer, { requestId: id })).rejects.toThrow(/already/)
    await database.admin
      .sql`update takedown_owner_window set due_at = now() - interval '1 hour' where request_id = ${id}`
    await transact((tx) => ownerTimeOver(tx, id), world.db)
    expect(await statusOf(database, id)).toBe('under_review')
    expect((await lastEventOf(database, id, 'owner_ended')).data).toEqual({ how: 'silence' })
    await expect(
      as(world, answerOwner, world.maintainer, { requestId: id, did: 'changed' as const, answer: undefined }),
    ).rejects.toThrow(/over/)
  })

  it('is as long as the dataset says, and they are not asked where it says so', async () => {
    const set = (opened: number, ownerDays: number) =>
      as(
        world,
        changePromises,
        world.lead,
        promisesInput.parse({ ...{ datasetId: world.datasetId, opened }, ...USUAL, ownerDays }),
      )
    const notified = async (n: number) => {
      await askFor(database, world, { ...COPYRIGHT, targets: row(n) })
      const { id: requestId } = await requestOf(database, world)
      await as(world, notifyOwner, world.lead, { requestId, note: undefined })
      return (await ownerWindowOf(world.db, requestId))?.dueAt.getTime() ?? 0
    }
    const one = await notified(8)
    expect(await set(0, 3)).toMatchObject({ changed: true })
    expect(await notified(8), 'two working days more').toBeGreaterThan(one + 47 * 3_600_000)
    await expect(set(0, 2)).rejects.toThrow(/3 working days for the maintainers/)
    expect(await set(1, 0)).toMatchObject({ changed: true })
    await expect(notified(8)).rejects.toThrow(/not asked first/)
    const { id: requestId } = await requestOf(database, world)
    const asked = {
      ...{ id: requestId, datasetId: world.datasetId, kind: 'copyright' as const },
      right: null,
      ...{ restricted: false, readsWho: true },
    }
    expect(await processView({ ...asked, status: 'under_review' })).toMatchObject({ ownerDays: 0 })
    expect(await set(2, 1)).toMatchObject({ changed: true })
    expect(await processView({ ...asked, status: 'under_review' })).toMatchObject({ ownerDays: 1 })
  })

  it('ends when they answer, and their words are sealed', async () => {
    await askFor(database, world, { ...COPYRIGHT, targets: row(9) })
    const request = await requestOf(database, world)
    await as(world, notifyOwner, world.lead, { requestId: request.id, note: undefined })
    const input = { requestId: request.id, did: 'disputes' as const, answer: 'We hold a licence of 2012.' }
    await expect(as(world, answerOwner, world.stranger, input)).rejects.toThrow()
    await as(world, answerOwner, world.maintainer, input)
    expect(await statusOf(database, request.id)).toBe('under_review')
    await expectNowhereInClear(database, 'We hold a licence of 2012.')
    expect(
      await awaitedSecond(world.db, { ...request, kind: 'copyright', status: 'under_review' }),
    ).toBeNull()
  })
})

describe('the list', () => {
  it('shows apart what is nearly due and what is overdue, and neither once it was answered', async () => {
    await askFor(database, world, { ...PRIVACY, targets: row(9) })
    const { id } = await requestOf(database, world)
    const views = async () => {
      const counts = await countWaiting(world.lead, {})
      const shown = (['near', 'over'] as const).map(async (waits) => {
        const { rows } = await listRequests(world.lead, requestsFilter.parse({ waits }))
        expect(rows).toHaveLength(counts[waits])
        return rows.some((one) => one.id === id) ? [waits] : []
      })
      return (await Promise.all(shown)).flat()
    }
    expect(await views()).toEqual([])
    // As the clock stands some weeks on: what it ends is a projection of its events.
    const days = (near: number, due: number) => database.admin.sql`
      update takedown_request set near_at = now() + make_interval(days => ${near}), due_at = now() + make_interval(days => ${due})
      where id = ${id}`
    await days(-1, 1)
    expect(await views()).toEqual(['near'])
    await days(-3, -1)
    expect(await views()).toEqual(['over'])
    const [found] = await casesOfRequest(database, id)
    await decideCase(database, world, {
      caseId: found?.id ?? '',
      action: 'remove',
      reasonCode: 'pii.contact',
    })
    expect(await views()).toEqual([])
  })

  it('says whose move it is, and shows an administrator only what needs them', async () => {
    const tracking = await askFor(database, world, { ...COPYRIGHT, targets: row(10) })
    const asked = await requestOf(database, world)
    await as(world, askInfo, world.lead, { requestId: asked.id, missing: ['work'], note: undefined })
    const counts = await countWaiting(world.lead, {})
    expect(counts.us + counts.them + counts.others, 'every open one is somebody’s move').toBe(counts.all)
    const them = (await listRequests(world.lead, requestsFilter.parse({ waits: 'them' }))).rows
    expect(them.map(({ id }) => id)).toContain(asked.id)
    expect(them).toHaveLength(counts.them)

    const admin = await newMember(world.db, [], ['admin'])
    const seen = async () =>
      (await listRequests(admin, requestsFilter.parse({ state: 'all' }))).rows.map(({ id }) => id)
    expect(await seen()).not.toContain(asked.id)
    await as(world, giveInfo, visitor, { token: tracking, work: 'The Lighthouse Painter, chapter three' })
    await runJobs(database)
    const [found] = await casesOfRequest(database, asked.id)
    await decideCase(database, world, { caseId: found?.id ?? '', ...REMOVED })
    expect(await seen()).toContain(asked.id)
    const { id: eventId } = await lastEventOf(database, asked.id, 'outcome_ready')
    await as(world, agree, admin, { requestId: asked.id, eventId })
    expect(await statusOf(database, asked.id)).toBe('actioned')
  })
})

describe('a declaration that was missing', () => {
  it('is made anew with all that belong to it, and kept in the words that were read now', async () => {
    const tracking = await askFor(database, world, { ...COPYRIGHT, targets: row(11) })
    const { id } = await requestOf(database, world)
    await as(world, askInfo, world.lead, {
      ...{ requestId: id, missing: ['attest_authority', 'work'], note: undefined },
    })
    const given = { token: tracking, work: 'Der Leuchtturmmaler, eine Erzählung', attest_authority: 'on' }
    const inGerman = { ...given, attest_good_faith: 'on', attestation: 'copyright-1.de' }
    await expect(as(world, giveInfo, visitor, { ...given, attestation: 'copyright-1.de' })).rejects.toThrow()
    await expect(as(world, giveInfo, visitor, { ...inGerman, attestation: 'privacy-1' })).rejects.toThrow()
    await as(world, giveInfo, visitor, inGerman)
    const [kept] = await database.admin.sql<{ attestation: string }[]>`
      select attestation from takedown_request where id = ${id}`
    expect(kept?.attestation).toBe('copyright-1.de')
    expect((await lastEventOf(database, id, 'info_given')).data).toMatchObject({
      changed: ['work', 'attest_good_faith', 'attest_authority'],
      attestation: 'copyright-1.de',
    })
    expect((await contactOf(world.db, id))?.asked?.work).toBe(askedIn('de', 'copyright').work)
  })
})

describe('the log', () => {
  it('says of each event only what its closed list can say', async () => {
    const entries = await logged(database, world)
    expect(entries).toContain('takedown:needs_info')
    expect(entries).toContain('takedown:info_given')
    expect(entries.join()).not.toMatch(/owner|second|held|identity/)
  })
})
