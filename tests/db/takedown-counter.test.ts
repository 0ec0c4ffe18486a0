/* Long: all that can become of one counter notice, from the removal that it answers to what comes back. */
import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { formatDate } from '@/lib/format'
import { approveCounter, checkCounter, refuseCounter } from '@/lib/other-side/counter'
import { putBack, putBackUnreached } from '@/lib/other-side/put-back'
import { putBackTerm } from '@/lib/other-side/put-back-clocks'
import { otherSideOf, trackedOtherSide } from '@/lib/other-side/view'
import { askInfo } from '@/lib/takedowns/ask-info'
import { contactOf } from '@/lib/takedowns/contact'
import { erasePersonalData, eraseRequest } from '@/lib/takedowns/erase'
import { hold } from '@/lib/takedowns/hold'
import { lockRequest } from '@/lib/takedowns/request-row'
import { reject } from '@/lib/takedowns/reject'
import { system } from '@/lib/auth/load-actor'
import { lastEvent } from '@/lib/takedowns/said'
import { silence } from '@/lib/takedowns/silence'
import { withdraw } from '@/lib/takedowns/withdraw'
import { testDatabase } from '@/tests/support/database'
import {
  accept,
  agreed,
  COPYRIGHT,
  COUNTER,
  decidedAbout,
  fileSuit,
  followed,
  type Followed,
  quotes,
  REMOVE,
  takeBack,
  trackingOf,
} from './other-side-world'
import { newMember } from './review-world'
import { lastEventOf, statusOf } from './takedown-facts'
import {
  as,
  askFor,
  decideCase,
  expectNowhereInClear,
  lastLetter,
  lettersOf,
  logged,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
const POEMS = [
  'One: the pear tree at the gate.',
  'Three: nobody at the gate.',
  'Two: the gate under the tree.',
]
let world: TakedownWorld
let removal: Followed
let second: Member

/** Sent, confirmed, and laid before the leads. */
async function counter(fields: Record<string, string> = {}) {
  const targets = quotes(POEMS.slice(0, 2))
  await askFor(database, world, { ...COUNTER, reference: removal.reference, targets, ...fields })
  return requestOf(database, world)
}

async function accepted() {
  const { id } = await counter()
  await accept(world, second, id)
  return id
}

/** The tenth business day was yesterday. */
const tenDaysLater = () =>
  database.admin.sql`
    update counter_notice set received_at = received_at - interval '20 days', earliest_at = now() - interval '1 day', latest_at = now() + interval '3 days'
    where of_request_id = ${removal.id}`

const OF = { kind: 'counter_notice', restricted: false, readsWho: true } as const
const runPutBack = () => transact((tx) => putBack(tx, removal.id), world.db)
const emailOf = async (member: Member) =>
  (await database.admin.sql<{ email: string }[]>`select email from person where id = ${member.id}`)[0]
    ?.email ?? ''

describe('a counter notice', () => {
  beforeEach(async () => {
    world = await takedownWorld(
      database.db,
      POEMS.map((text, i) => ({ id: `p${i}`, text })),
    )
    second = await newMember(world.db, [['lead', world.datasetId]])
    removal = await followed(database, world, { ...COPYRIGHT, targets: quotes(POEMS) }, [REMOVE])
    expect(await statusOf(database, removal.id)).toBe('actioned')
  })

  it('goes to the claimant whole, waits its days, and then exactly what it is about comes back', async () => {
    const id = await accepted()
    expect(await statusOf(database, removal.id)).toBe('countered')
    expect(
      (await trackedOtherSide(await trackingOf(world, id)))?.retract,
      'its sender can take it back',
    ).toHaveLength(2)
    expect((await trackedOtherSide(removal.tracking))?.retract).toHaveLength(3)
    expect(await statusOf(database, id)).toBe('actioned')
    const copy = await lastLetter(database, 'takedown-counter-copy')
    expect(copy.to).toBe(removal.email)
    for (const said of [COUNTER.name, COUNTER.phone, '5 Orchard Lane', 'mistakes them', POEMS[0]])
      expect(copy.text).toContain(said)
    expect(copy.text).toMatch(/comes back after \d/)
    expect((await lastLetter(database, 'takedown-counter-accepted')).text).toContain(
      'What it is about (2 items) comes back after',
    )

    await runPutBack()
    expect(await statusOf(database, removal.id), 'too early').toBe('countered')
    await tenDaysLater()
    await runPutBack()
    expect(await statusOf(database, removal.id), 'the third is still out').toBe('partially_actioned')
    expect(Object.values(await decidedAbout(database, removal.id))).toEqual(['keep', 'keep', 'remove'])
    await runPutBack()
    const reversals = await database.admin
      .sql`select because from takedown_reversal where request_id = ${removal.id}`
    expect(reversals).toEqual([{ because: 'put_back' }, { because: 'put_back' }])
    const told = await lettersOf(database, 'takedown-counter-ended')
    expect(told.map(({ letter }) => letter?.subject.startsWith('Put back'))).toEqual([true, true, true])
    expect(await logged(database, world)).toEqual(
      expect.arrayContaining(['takedown:counter_notice', 'takedown:reopened']),
    )
  })

  it('goes to the claimant with every place it names, however many', async () => {
    const named = Array.from({ length: 150 }, (_, i) => `https://poems.example/gate/${i}`)
    const { id } = await counter({ targets: [quotes(POEMS.slice(0, 1)), ...named].join('\n') })
    await accept(world, second, id)
    const { text } = await lastLetter(database, 'takedown-counter-copy')
    expect(named.filter((place) => !text.includes(`> ${place}\n`))).toEqual([])
    expect(text).not.toContain('more')
  })

  it('names the days of the law to everybody, by the calendar of the clock, however late it is accepted', async () => {
    const { id } = await counter()
    // Received on a Friday, with Thanksgiving behind it; each of the days ends at five in the morning of the next in UTC.
    await database.admin
      .sql`update counter_notice set received_at = '2026-11-20T15:00:00Z'::timestamptz where request_id = ${id}`
    await accept(world, second, id)
    const text = async (template: string) => (await lastLetter(database, template)).text.replace(/\s+/g, ' ')
    expect(await text('takedown-counter-copy')).toContain(
      'comes back after 7 December 2026, ten business days after we received the counter notice, and by 11 December 2026 at the latest',
    )
    for (const template of ['takedown-counter-accepted', 'takedown-other-side'])
      expect(await text(template), template).toMatch(/7 December 2026.*11 December 2026/)
    expect((await lastEventOf(database, removal.id, 'countered')).data).toMatchObject({
      ...{ earliest: '2026-12-07', latest: '2026-12-11' },
    })
    const asked = { id, ...OF, datasetId: world.datasetId, status: 'actioned' } as const
    const [seen] = (await otherSideOf(second, asked)).counters
    const [tracked] = (await trackedOtherSide(removal.tracking))?.counters ?? []
    for (const shown of [seen, tracked]) {
      expect(formatDate(shown?.earliestAt ?? new Date(0))).toBe('7 December 2026')
      expect(formatDate(shown?.latestAt ?? new Date(0))).toBe('11 December 2026')
    }
  })

  it('stays unanswered by the clock while the claimant is in court: nothing puts it back, the database least of all', async () => {
    const id = await accepted()
    await tenDaysLater()
    await fileSuit(world, removal.id, id)
    expect(await statusOf(database, removal.id)).toBe('kept_down')
    await runPutBack()
    await runJobs(database)
    expect(await statusOf(database, removal.id)).toBe('kept_down')
    expect(new Set(Object.values(await decidedAbout(database, removal.id)))).toEqual(new Set(['remove']))
    expect((await lastLetter(database, 'takedown-counter-ended')).text).toContain('court')

    await database.admin.sql`update counter_notice set state = 'valid' where of_request_id = ${removal.id}`
    await expect(
      database.admin.sql`update counter_notice set state = 'restored' where of_request_id = ${removal.id}`,
    ).rejects.toThrow(/filing stands/)
    await expect(
      database.admin.sql`
        insert into takedown_reversal (dataset_id, decision_id, reversed_id, case_id, request_id, because)
        select c.dataset_id, c.decision_id, c.decision_id, c.id, m.request_id, 'put_back'
        from takedown_match m join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
        join counter_notice n on n.of_request_id = m.request_id and c.id = any (n.case_ids)
        where m.request_id = ${removal.id} limit 1`,
    ).rejects.toThrow(/gone to court/)
    await expectNowhereInClear(database, '26-cv-0042', COUNTER.phone ?? '', '5 Orchard Lane')
  })

  it('is in court from the day on that it is where the court sits, though not yet here', async () => {
    const id = await accepted()
    // Nowhere is a day begun earlier than at UTC+14.
    const begun = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 10)
    await expect(fileSuit(world, removal.id, id, world.lead, begun(38))).rejects.toMatchObject({
      code: 'invalid',
    })
    await fileSuit(world, removal.id, id, world.lead, begun(14))
    expect(await statusOf(database, removal.id)).toBe('kept_down')
  })

  it('is put back by nobody before its tenth day is over, not even by who writes SQL', async () => {
    await accepted()
    await expect(
      database.admin.sql`
        insert into takedown_reversal (dataset_id, decision_id, reversed_id, case_id, request_id, because)
        select c.dataset_id, c.decision_id, c.decision_id, c.id, m.request_id, 'put_back'
        from takedown_match m join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
        where m.request_id = ${removal.id} limit 1`,
    ).rejects.toThrow(/not.*come|no counter notice/)
  })

  it('is about all that was removed when it lists nothing', async () => {
    const { id, status } = await counter({ targets: '' })
    expect(status).toBe('under_review')
    const [row] = await database.admin
      .sql`select cardinality(case_ids) as cases from counter_notice where request_id = ${id}`
    expect(row).toEqual({ cases: POEMS.length })
  })

  it('reaches its claimant however old the removal is: who is behind it is kept while something is out', async () => {
    const later = new Date(Date.now() + 800 * 86_400_000)
    await transact((tx) => eraseRequest(tx, removal.id, later), world.db)
    expect((await contactOf(world.db, removal.id))?.email).toBe(removal.email)
    const [kept] = await database.admin.sql<{ until: string }[]>`
      select retain_until as until from takedown_contact where request_id = ${removal.id}`
    expect(new Date(kept?.until ?? 0).getTime()).toBeGreaterThan(later.getTime())
    await accepted()
    expect((await lastLetter(database, 'takedown-counter-copy')).to).toBe(removal.email)
    await tenDaysLater()
    await runPutBack()
    await transact((tx) => eraseRequest(tx, removal.id, later), world.db)
    expect(await contactOf(world.db, removal.id), 'one of three is still out').not.toBeNull()

    const { id } = await counter({ targets: quotes(POEMS.slice(2)) })
    await accept(world, second, id)
    await tenDaysLater()
    await runPutBack()
    expect(await statusOf(database, removal.id)).toBe('restored')
    await transact(
      (tx) => eraseRequest(tx, removal.id, new Date(later.getTime() + 800 * 86_400_000)),
      world.db,
    )
    expect(await contactOf(world.db, removal.id)).toBeNull()
  })

  it('comes back by nothing but a person’s word when the claimant is gone', async () => {
    const { id } = await counter()
    await transact(async (tx) => {
      await erasePersonalData(tx, system('takedown'), await lockRequest(tx, removal.id), 'consent_withdrawn')
    }, world.db)
    await as(world, checkCounter, world.lead, { requestId: id, identifiedAs: 'row_identifier' })
    const asked = { id, ...OF, datasetId: world.datasetId, status: 'under_review' } as const
    expect((await otherSideOf(second, asked)).counters[0]).toMatchObject({
      ...{ unreached: true, agree: { denied: undefined }, putBack: null },
    })
    const copies = (await lettersOf(database, 'takedown-counter-copy')).length
    await as(world, approveCounter, second, { requestId: id })
    expect(await lettersOf(database, 'takedown-counter-copy')).toHaveLength(copies)
    expect((await lastLetter(database, 'takedown-counter-unreached')).text).toContain('not by itself')
    expect((await lastEventOf(database, removal.id, 'countered')).data).toMatchObject({ unreached: true })
    const byHand = () => as(world, putBackUnreached, world.lead, { requestId: removal.id, counterId: id })
    await expect(byHand()).rejects.toThrow(/not over/)
    await tenDaysLater()
    await runPutBack()
    expect(await statusOf(database, removal.id), 'nobody has said so').toBe('countered')
    await byHand()
    expect(await statusOf(database, removal.id)).toBe('partially_actioned')
    expect((await lastEventOf(database, removal.id, 'put_back_agreed')).data).toEqual({})
    expect(Object.values(await decidedAbout(database, removal.id))).toEqual(['keep', 'keep', 'remove'])
  })

  it('has a court named under the key of who sent it when the claimant is gone, and goes with them', async () => {
    const { id } = await counter()
    await transact(async (tx) => {
      await erasePersonalData(tx, system('takedown'), await lockRequest(tx, removal.id), 'consent_withdrawn')
    }, world.db)
    await accept(world, second, id)
    const holding = { requestId: removal.id, reason: 'litigation' as const }
    await expect(
      as(world, hold, world.lead, { ...holding, note: 'Docket of the tenth.' }),
    ).rejects.toMatchObject({ code: 'conflict' })
    await fileSuit(world, removal.id, id)
    const keys = () => database.admin.sql`select id from subject_key`
    const before = await keys()
    const named = async () => {
      const asked = { id: removal.id, ...OF, kind: 'copyright', datasetId: world.datasetId } as const
      return (await otherSideOf(world.lead, { ...asked, status: 'kept_down' })).counters[0]?.filing
    }
    expect(await named()).toMatchObject({ said: { court: 'N.D. Cal.' } })
    await transact(async (tx) => {
      await erasePersonalData(tx, system('takedown'), await lockRequest(tx, id), 'retention_over')
    }, world.db)
    expect(await keys()).toHaveLength(before.length - 1)
    expect(await named()).toMatchObject({ said: null })
  })

  it('needs two people who did not send it', async () => {
    const { id } = await counter({ email: await emailOf(world.maintainer) })
    const [row] = await database.admin
      .sql`select filer_id, identified_as from counter_notice where request_id = ${id}`
    expect(row).toEqual({ filer_id: world.maintainer.id, identified_as: 'maintainer' })
    await expect(as(world, approveCounter, second, { requestId: id })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(
      as(world, checkCounter, world.reviewer, { requestId: id, identifiedAs: 'maintainer' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await as(world, checkCounter, world.lead, { requestId: id, identifiedAs: 'maintainer' })
    await expect(as(world, approveCounter, world.lead, { requestId: id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      database.admin
        .sql`update counter_notice set approved_by = checked_by, approved_at = now() where request_id = ${id}`,
    ).rejects.toThrow(/counter_notice_two_people/)
    await expect(
      database.admin
        .sql`update counter_notice set approved_by = ${world.maintainer.id}, approved_at = now() where request_id = ${id}`,
    ).rejects.toThrow(/counter_notice_two_people/)
    await as(world, approveCounter, second, { requestId: id })
    expect(await statusOf(database, removal.id)).toBe('countered')
  })

  it('is looked at, passed on, refused and taken to court by nobody whose own request it answers', async () => {
    const email = await emailOf(second)
    removal = await followed(database, world, { ...COPYRIGHT, targets: quotes(POEMS), email }, [REMOVE])
    const { id } = await counter()
    const third = await newMember(world.db, [['lead', world.datasetId]])
    const theirs = { code: 'forbidden', message: expect.stringMatching(/answers a request from your own/) }
    const identifiedAs = 'row_identifier' as const
    await expect(
      as(world, refuseCounter, second, { requestId: id, missing: ['contact'] }),
    ).rejects.toMatchObject(theirs)
    await expect(as(world, checkCounter, second, { requestId: id, identifiedAs })).rejects.toMatchObject(
      theirs,
    )
    await as(world, checkCounter, world.lead, { requestId: id, identifiedAs })
    await expect(as(world, approveCounter, second, { requestId: id })).rejects.toMatchObject(theirs)
    await as(world, approveCounter, third, { requestId: id })
    await expect(fileSuit(world, removal.id, id, second)).rejects.toThrow(/address of this request is yours/)
    expect(await statusOf(database, removal.id)).toBe('countered')
    await fileSuit(world, removal.id, id)
    expect(await statusOf(database, removal.id)).toBe('kept_down')
  })

  it('says the same once; an incomplete one is named element by element, and another may follow', async () => {
    const email = 'poet@people.example'
    const first = await counter({ email })
    const late = await counter({ email })
    expect(late.status, 'the same again from the same mailbox').toBe('no_match')
    await as(world, refuseCounter, world.lead, { requestId: first.id, missing: ['contact', 'not_theirs'] })
    expect(await statusOf(database, first.id)).toBe('no_action')
    const { text } = await lastLetter(database, 'takedown-counter-refused')
    expect(text).toContain('telephone number (D)')
    expect(text).toContain('material is yours')
    expect(await statusOf(database, removal.id)).toBe('actioned')
    expect((await counter()).status).toBe('under_review')
  })

  it('is answered alike where there is no such removal and where there is nothing to answer', async () => {
    const unknown = await counter({ reference: 'ZZZZ-ZZZZ' })
    const first = (await lastLetter(database, 'takedown-not-bound')).text.split('http')[0]
    const stranger = await counter({ targets: '"Something that was never removed at all."' })
    const other = (await lastLetter(database, 'takedown-not-bound')).text.split('http')[0]
    expect([unknown.status, stranger.status]).toEqual(['no_match', 'no_match'])
    expect(other).toBe(first?.replace('ZZZZ-ZZZZ', removal.reference))
  })

  describe('while its removal is looked at again', () => {
    const cases = async () =>
      database.admin.sql<{ id: string }[]>`
        select distinct c.id from takedown_match m
        join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id where m.request_id = ${removal.id} order by c.id`
    const keep = async (some: readonly { id: string }[]) => {
      for (const { id: caseId } of some)
        await decideCase(database, world, {
          caseId,
          action: 'keep',
          reasonCode: 'copyright.permitted',
        })
    }
    const stateOf = async (id: string) =>
      (
        await database.admin.sql<
          { state: string }[]
        >`select state from counter_notice where request_id = ${id}`
      )[0]?.state

    it('is taken, and passed on when that is answered', async () => {
      await keep((await cases()).slice(0, 1))
      expect(await statusOf(database, removal.id)).toBe('under_review')
      const { id, status } = await counter({ targets: '' })
      expect(status).toBe('under_review')
      const [row] = await database.admin
        .sql`select cardinality(case_ids) as cases from counter_notice where request_id = ${id}`
      expect(row, 'what nobody has agreed to bring back is still out').toEqual({ cases: POEMS.length })
      await as(world, checkCounter, world.lead, { requestId: id, identifiedAs: 'row_identifier' })
      const approve = () => as(world, approveCounter, second, { requestId: id })
      await expect(approve()).rejects.toThrow(/looked at again/)
      const seen = await otherSideOf(second, {
        id,
        ...OF,
        datasetId: world.datasetId,
        status: 'under_review',
      })
      expect(seen.counters[0]).toMatchObject({ waits: true, agree: null })
      await agreed(database, world, removal.id)
      expect(await statusOf(database, removal.id)).toBe('partially_actioned')
      await approve()
      expect(await statusOf(database, removal.id)).toBe('countered')
    })

    it('has nothing left to answer when all of it is kept, and its sender hears that', async () => {
      await keep(await cases())
      const { id } = await counter()
      expect(await stateOf(id)).toBe('filed')
      await agreed(database, world, removal.id)
      expect(await statusOf(database, removal.id)).toBe('no_action')
      expect(await stateOf(id)).toBe('lapsed')
      expect((await lastLetter(database, 'takedown-counter-moot')).text).toContain('decided otherwise')
    })

    it.each(['withdrawn', 'not taken up', 'abandoned'])('is passed on when that ends %s', async (how) => {
      const [first] = await cases()
      await keep(first ? [first] : [])
      const requestId = removal.id
      const { id } = await counter({ targets: '' })
      if (how === 'withdrawn')
        await transact((tx) => withdraw(tx, visitor, { token: removal.tracking, sure: 'on' }), world.db)
      else if (how === 'not taken up') {
        await as(world, reject, world.lead, { requestId, reason: 'not_verified', note: undefined })
        await agreed(database, world, requestId)
      } else {
        await as(world, askInfo, world.lead, { requestId, missing: ['work'], note: undefined })
        const asked = await lastEvent(world.db, requestId, ['needs_info'])
        const eventId = asked?.id ?? ''
        await transact((tx) => silence(tx, { requestId, eventId, then: 'close' }), world.db)
      }
      await runJobs(database)
      expect(await statusOf(database, requestId)).toBe(how === 'withdrawn' ? 'withdrawn' : 'rejected')
      expect(await stateOf(id), 'what it is about is out').toBe('filed')
      expect((await counter({ targets: quotes(POEMS.slice(1, 2)) })).status, 'another').toBe('under_review')

      await accept(world, second, id)
      expect(await statusOf(database, requestId)).toBe('countered')
      const waiting = () =>
        database.admin.sql`select case_id from decision_waiting where case_id = ${first?.id ?? ''}`
      expect(await waiting(), 'what nobody had agreed to').toHaveLength(1)
      await tenDaysLater()
      await runPutBack()
      expect(new Set(Object.values(await decidedAbout(database, requestId)))).toEqual(new Set(['keep']))
      expect(await statusOf(database, requestId)).toBe('restored')
      expect(await waiting()).toEqual([])
    })

    it('has nothing left to answer when that is withdrawn and its items are out for nobody', async () => {
      await keep((await cases()).slice(0, 1))
      const { id } = await counter()
      await database.admin.sql.begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`update takedown_match set told = null where request_id = ${removal.id}`
      })
      await transact((tx) => withdraw(tx, visitor, { token: removal.tracking, sure: 'on' }), world.db)
      await runJobs(database)
      expect(await stateOf(id)).toBe('lapsed')
    })

    it('is taken while it is held', async () => {
      await keep((await cases()).slice(0, 1))
      await as(world, hold, world.lead, { requestId: removal.id, reason: 'litigation', note: undefined })
      expect((await counter()).status).toBe('under_review')
    })

    it('is not bound to a removal that was never answered', async () => {
      await askFor(database, world, { ...COPYRIGHT, targets: quotes(POEMS.slice(0, 1)) })
      const { reference, status } = await requestOf(database, world)
      expect(status).toBe('under_review')
      expect((await counter({ reference })).status).toBe('no_match')
    })
  })

  it('falls with the request it answers: what is taken back comes back at once', async () => {
    await accepted()
    await takeBack(world, removal, 'whole')
    expect(await statusOf(database, removal.id)).toBe('retracted')
    expect(new Set(Object.values(await decidedAbout(database, removal.id)))).toEqual(new Set(['keep']))
    await tenDaysLater()
    await runPutBack()
    const [row] = await database.admin
      .sql`select state from counter_notice where of_request_id = ${removal.id}`
    expect(row).toEqual({ state: 'lapsed' })
    const clocks = await database.admin.sql`
      select law from takedown_clock c where request_id = ${removal.id} and law like 'put_back%'
        and not exists (select from takedown_clock_event e where e.clock_id = c.id and e.type = 'satisfied')`
    expect(clocks).toEqual([])
  })
})

describe('the days until it comes back', () => {
  it.each([
    ['2026-11-20T15:00:00Z', '2026-12-07', '2026-12-11'],
    ['2026-12-14T15:00:00Z', '2026-12-29', '2027-01-05'],
    ['2026-01-31T15:00:00Z', '2026-02-13', '2026-02-20'],
  ])(
    'of a counter notice received %s are business days with federal holidays: %s and %s',
    (received, tenth, fourteenth) => {
      const { earliestAt, latestAt } = putBackTerm(new Date(received))
      const day = (at: Date) => at.toLocaleDateString('en-CA', { timeZone: 'America/New_York' })
      expect([day(earliestAt), day(latestAt)]).toEqual([tenth, fourteenth])
    },
  )
})
