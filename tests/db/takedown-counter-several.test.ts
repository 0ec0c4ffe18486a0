import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { approveCounter, checkCounter } from '@/lib/other-side/counter'
import { putBack } from '@/lib/other-side/put-back'
import { askInfo } from '@/lib/takedowns/ask-info'
import { giveInfo } from '@/lib/takedowns/give-info'
import { hold, resume } from '@/lib/takedowns/hold'
import { widen } from '@/lib/takedowns/reach-verbs'
import { reject } from '@/lib/takedowns/reject'
import { targetsOf } from '@/lib/takedowns/results'
import { lastEvent } from '@/lib/takedowns/said'
import { silence } from '@/lib/takedowns/silence'
import { withdraw } from '@/lib/takedowns/withdraw'
import { testDatabase } from '@/tests/support/database'
import type { Member } from '@/lib/auth/actor'
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
  RETRACTION,
  takeBack,
  trackingOf,
} from './other-side-world'
import { publishNow, runReleaseJobs } from './fulfilment-world'
import { newMember } from './review-world'
import { statusOf } from './takedown-facts'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  importRows,
  lastLetter,
  lettersOf,
  requestOf,
  runJobs,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
const POEMS = ['One: the pear tree at the gate.', 'Two: nobody at the gate.', 'Zwei: the gate in the snow.']
const [ONE, TWO, THREE] = POEMS as [string, string, string]
const ROWS = POEMS.map((text, i) => ({
  id: `p${i}`,
  text,
  url: `https://poems.example/p/${i}`,
  author: 'Cyd',
}))

let world: TakedownWorld
let second: Member
let removal: Followed

beforeEach(async () => {
  world = await takedownWorld(database.db, ROWS)
  second = await newMember(world.db, [['lead', world.datasetId]])
})

const remove = async (fields: Record<string, string> = {}) => {
  removal = await followed(database, world, { ...COPYRIGHT, targets: quotes(POEMS), ...fields }, [REMOVE])
}

async function counter(texts: readonly string[], fields: Record<string, string> = {}) {
  await askFor(database, world, {
    ...{ ...COUNTER, reference: removal.reference, targets: quotes(texts) },
    ...fields,
  })
  return requestOf(database, world)
}

/** Its tenth business day was yesterday; that of the others has not come. */
const itsDayCame = async (id: string) => {
  await database.admin
    .sql`update counter_notice set earliest_at = now() - interval '1 day' where request_id = ${id}`
  await transact((tx) => putBack(tx, removal.id), world.db)
  await runJobs(database)
}

const stateOf = async (id: string): Promise<string> =>
  (
    await database.admin.sql<{ state: string }[]>`select state from counter_notice where request_id = ${id}`
  )[0]?.state ?? ''
const isOpenClock = async () =>
  (
    await database.admin.sql<{ n: number }[]>`
      select count(*)::int as n from takedown_clock c where request_id = ${removal.id} and law like 'put_back%'
        and not exists (select from takedown_clock_event e where e.clock_id = c.id and e.type = 'satisfied')`
  )[0]?.n

describe('several counter notices to one removal', () => {
  beforeEach(() => remove())

  it('shut nobody out: each is looked at, counts its own days, and brings back what it is about', async () => {
    const stranger = await counter([ONE])
    const poet = await counter([ONE, TWO])
    expect(poet.status, 'the item that somebody else answers first').toBe('under_review')
    await accept(world, second, stranger.id)
    await accept(world, second, poet.id)
    expect((await counter([THREE])).status, 'while others run').toBe('under_review')

    await itsDayCame(stranger.id)
    expect(await statusOf(database, removal.id)).toBe('countered')
    expect(await decidedAbout(database, removal.id)).toMatchObject({ [ONE]: 'keep', [TWO]: 'remove' })
    expect(await isOpenClock(), 'the days of the other one').toBe(2)
    await itsDayCame(poet.id)
    expect(await decidedAbout(database, removal.id)).toMatchObject({ [TWO]: 'keep', [THREE]: 'remove' })
    expect(await statusOf(database, removal.id), 'the rest stays removed').toBe('partially_actioned')
    expect(await isOpenClock()).toBe(0)

    const last = await counter([THREE], { email: 'third@people.example' })
    await accept(world, second, last.id)
    await itsDayCame(last.id)
    expect(await statusOf(database, removal.id), 'nothing of it is left').toBe('restored')
  })

  it('are kept down by a court one by one', async () => {
    const [poet, other] = [await counter([ONE]), await counter([ONE, TWO])]
    await accept(world, second, poet.id)
    await accept(world, second, other.id)
    await fileSuit(world, removal.id, poet.id)
    expect(await statusOf(database, removal.id)).toBe('countered')
    await itsDayCame(other.id)
    expect(await decidedAbout(database, removal.id)).toMatchObject({ [ONE]: 'remove', [TWO]: 'keep' })
    expect(await statusOf(database, removal.id)).toBe('kept_down')
    expect((await lastLetter(database, 'takedown-counter-ended')).text).toContain('a court has been asked')
    expect((await counter([ONE], { email: 'again@people.example' })).status, 'what is in court').toBe(
      'no_match',
    )
    expect((await counter([THREE])).status, 'what is not').toBe('under_review')
  })

  it('and what a court keeps down is closed by its release', async () => {
    const { id } = await counter([ONE, TWO, THREE])
    await accept(world, second, id)
    await fileSuit(world, removal.id, id)
    expect(await statusOf(database, removal.id)).toBe('kept_down')
    await publishNow(database, world)
    expect(await statusOf(database, removal.id)).toBe('closed')
    expect((await lastLetter(database, 'takedown-done')).to).toBe(removal.email)
    expect((await counter([ONE], { email: 'late@people.example' })).status).toBe('no_match')
  })

  it('lets one run after the release, and closes again without another letter when it falls', async () => {
    await publishNow(database, world)
    expect(await statusOf(database, removal.id)).toBe('closed')
    const { id } = await counter([ONE])
    await accept(world, second, id)
    await takeBack(world, { ...removal, id, tracking: await trackingOf(world, id) }, 'whole')
    await runReleaseJobs(database)
    expect(await statusOf(database, removal.id)).toBe('closed')
    const [fulfilled] = await database.admin.sql`
      select count(*)::int as n from takedown_event where request_id = ${removal.id} and type = 'fulfilled'`
    expect(fulfilled).toEqual({ n: 2 })
    const told = (await lettersOf(database, 'takedown-done')).filter(
      ({ letter }) => letter?.to === removal.email,
    )
    expect(told).toHaveLength(1)
  })

  it.each(['withdrawn', 'rejected', 'asked in vain'])('leave nothing behind when one is %s', async (how) => {
    const email = `poet-${how.length}@people.example`
    const first = await counter([ONE], { email })
    expect((await counter([ONE], { email })).status, 'said twice').toBe('no_match')
    if (how === 'withdrawn')
      await transact(
        async (tx) => withdraw(tx, visitor, { token: await trackingOf(world, first.id), sure: 'on' }),
        world.db,
      )
    if (how === 'rejected')
      await as(world, reject, world.lead, { requestId: first.id, reason: 'not_verified', note: undefined })
    if (how === 'asked in vain') {
      await as(world, askInfo, world.lead, { requestId: first.id, missing: ['statement'], note: undefined })
      const asked = await lastEvent(world.db, first.id, ['needs_info'])
      const then = { requestId: first.id, eventId: asked?.id ?? '', then: 'close' as const }
      await transact((tx) => silence(tx, then), world.db)
      expect(await statusOf(database, first.id)).toBe('rejected')
    }
    expect(await stateOf(first.id)).toBe('lapsed')
    expect((await counter([ONE], { email })).status).toBe('under_review')
  })

  it('are filed anew when something was asked for and given', async () => {
    const { id } = await counter([ONE])
    await as(world, checkCounter, world.lead, { requestId: id, identifiedAs: 'row_identifier' })
    await as(world, askInfo, world.lead, { requestId: id, missing: ['targets'], note: undefined })
    expect(await stateOf(id)).toBe('lapsed')
    const given = { token: await trackingOf(world, id), targets: `"${TWO}"` }
    await transact((tx) => giveInfo(tx, visitor, given), world.db)
    await runJobs(database)
    expect(await statusOf(database, id)).toBe('under_review')
    const [filed] = await database.admin.sql`
      select state, checked_by, cardinality(case_ids) as cases from counter_notice where request_id = ${id}`
    expect(filed).toEqual({ state: 'filed', checked_by: null, cases: 2 })
    await accept(world, second, id)
    await expect(
      database.admin.sql`update counter_notice set case_ids = case_ids[1:1] where request_id = ${id}`,
    ).rejects.toThrow(/what a counter notice is about stays/)
  })

  it('fall when their sender takes them back, and what was removed stands as it did', async () => {
    const { id } = await counter([ONE])
    await accept(world, second, id)
    await takeBack(world, { ...removal, id, tracking: await trackingOf(world, id) }, 'whole')
    expect([await statusOf(database, id), await stateOf(id)]).toEqual(['retracted', 'lapsed'])
    expect(await statusOf(database, removal.id)).toBe('actioned')
    expect(await isOpenClock()).toBe(0)
    await itsDayCame(id)
    expect(await decidedAbout(database, removal.id)).toMatchObject({ [ONE]: 'remove' })
    const told = await lettersOf(database, 'takedown-counter-ended')
    expect(told.slice(-3).map(({ letter }) => letter?.subject.split(':')[0])).toEqual(
      Array.from({ length: 3 }, () => 'Counter notice taken back'),
    )
    expect((await counter([ONE])).status).toBe('under_review')
  })
})

describe('whoever presses at the same moment', () => {
  beforeEach(() => remove())

  it('finds it passed on once or withdrawn, never both', async () => {
    const { id } = await counter([ONE])
    await as(world, checkCounter, world.lead, { requestId: id, identifiedAs: 'row_identifier' })
    const third = await newMember(world.db, [['lead', world.datasetId]])
    const token = await trackingOf(world, id)
    const pressed = await Promise.allSettled([
      as(world, approveCounter, second, { requestId: id }),
      as(world, approveCounter, third, { requestId: id }),
      transact((tx) => withdraw(tx, visitor, { token, sure: 'on' }), world.db),
    ])
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [counterState, status] = [await stateOf(id), await statusOf(database, id)]
    expect([
      ['valid', 'actioned', 'countered'],
      ['lapsed', 'withdrawn', 'actioned'],
    ]).toContainEqual([counterState, status, await statusOf(database, removal.id)])
  })

  it('finds it put back, kept down or taken back, and everything that hangs on it agrees', async () => {
    const { id } = await counter([ONE])
    await accept(world, second, id)
    await database.admin
      .sql`update counter_notice set earliest_at = now() - interval '1 day' where request_id = ${id}`
    const token = await trackingOf(world, id)
    const pressed = await Promise.allSettled([
      transact((tx) => putBack(tx, removal.id), world.db),
      fileSuit(world, removal.id, id),
      transact((tx) => putBack(tx, removal.id), world.db),
      takeBack(world, { ...removal, id, tracking: token }, 'whole'),
    ])
    const [first] = await database.admin.sql<{ reversals: number; filings: number }[]>`
      select (select count(*)::int from takedown_reversal where request_id = ${removal.id}) as reversals,
             (select count(*)::int from court_filing where request_id = ${removal.id}) as filings`
    const facts = [await stateOf(id), await statusOf(database, removal.id), first?.reversals, first?.filings]
    expect([
      ['restored', 'partially_actioned', 1, 0],
      ['kept_down', 'kept_down', 0, 1],
      ['lapsed', 'actioned', 0, 0],
    ]).toContainEqual(facts)
    // A put-back that comes too late does nothing; whoever else does is told so.
    const refused = pressed.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    for (const reason of refused) expect(reason).toMatchObject({ code: 'conflict' })
  })
})

describe('what is put back', () => {
  it('is kept down by nobody whose request nobody has decided, and asked about again for them', async () => {
    await remove()
    await askFor(database, world, { ...COPYRIGHT, targets: quotes([ONE]) })
    const undecided = await requestOf(database, world)
    const { id } = await counter([ONE, TWO])
    await accept(world, second, id)
    const theirs = await followed(database, world, { ...COPYRIGHT, targets: quotes([TWO]) }, [REMOVE])
    await itsDayCame(id)
    expect(await statusOf(database, theirs.id)).toBe('actioned')
    expect(await decidedAbout(database, removal.id)).toMatchObject({ [ONE]: 'keep', [TWO]: 'remove' })
    const [open] = await casesOfRequest(database, undecided.id)
    expect(open?.status, 'people decide about the other request').toBe('open')
    await agreed(database, world, undecided.id)
    expect(await statusOf(database, undecided.id), 'what one person agreed to before').toBe('under_review')
    await decideCase(database, world, {
      caseId: open?.id ?? '',
      action: 'remove',
      reasonCode: 'copyright.owner',
    })
    expect(await statusOf(database, removal.id), 'the first has its answer').toBe('partially_actioned')
  })

  it('is free of the rules of the request, also where no case is about it', async () => {
    await askFor(database, world, { ...COPYRIGHT, targets: quotes([ONE]) })
    const { id } = await requestOf(database, world)
    const [target] = await targetsOf(world.db, id)
    const source = { kind: 'domain' as const, value: 'poems.example' }
    await as(world, widen, world.lead, { requestId: id, targetId: target?.id ?? '', source })
    await runJobs(database)
    for (const found of await casesOfRequest(database, id))
      await decideCase(database, world, { caseId: found.id, action: 'remove', reasonCode: 'copyright.owner' })
    await agreed(database, world, id)
    const { reference } = await requestOf(database, world)
    removal = { id, reference, tracking: '', email: '' }
    const inForce = () =>
      database.admin.sql`select kind from suppression_rule where request_id = ${id} and ended_at is null`
    expect(await inForce()).toEqual([{ kind: 'domain' }])

    await importRows(world, [
      ...ROWS,
      { id: 'p9', text: 'Nine: later than the others.', url: 'https://poems.example/p/9', author: 'Cyd' },
    ])
    const stranger = await counter([], { targets: 'https://elsewhere.example/p/9' })
    expect(stranger.status).toBe('no_match')
    const late = await counter([], { targets: 'https://poems.example/p/9' })
    expect(late.status).toBe('under_review')
    const byRow = await counter([], { targets: 'train.jsonl:3', email: 'row@people.example' })
    expect(byRow.status).toBe('under_review')
    await accept(world, second, late.id)
    expect((await lastLetter(database, 'takedown-counter-accepted')).text).toContain(
      'a standing rule keeps out',
    )
    await itsDayCame(late.id)
    expect(await inForce()).toEqual([])
    expect(await statusOf(database, id), 'its cases stay decided').toBe('actioned')
    expect(new Set(Object.values(await decidedAbout(database, id)))).toEqual(new Set(['remove']))
  })
})

describe('a removal that is taken back', () => {
  beforeEach(() => remove())

  it('leaves nothing to be answered: whoever had done so is told, however far it had come', async () => {
    const [filed, passedOn] = [await counter([ONE]), await counter([TWO])]
    await accept(world, second, passedOn.id)
    await takeBack(world, removal, 'whole')
    expect([await stateOf(filed.id), await stateOf(passedOn.id)]).toEqual(['lapsed', 'lapsed'])
    expect([await statusOf(database, filed.id), await statusOf(database, passedOn.id)]).toEqual([
      'no_action',
      'actioned',
    ])
    const told = await lettersOf(database, 'takedown-counter-moot')
    expect(told).toHaveLength(2)
  })

  it('in part drops the counter notices that are about that part', async () => {
    const { id } = await counter([ONE])
    await accept(world, second, id)
    await takeBack(world, removal, 'part', [ONE])
    expect(await stateOf(id)).toBe('lapsed')
    expect(await statusOf(database, removal.id)).toBe('actioned')
    expect((await lastLetter(database, 'takedown-counter-moot')).text).toContain('has taken that back')
  })

  it('is not taken back while a court holds it, and its sender hears that and not that there is none', async () => {
    await accept(world, second, (await counter([ONE])).id)
    await as(world, hold, world.lead, { requestId: removal.id, reason: 'litigation', note: undefined })
    const letter = { ...RETRACTION, reference: removal.reference, extent: 'whole', email: removal.email }
    await askFor(database, world, letter)
    expect(await statusOf(database, removal.id)).toBe('on_hold')
    expect((await requestOf(database, world)).status).toBe('no_action')
    expect((await lastLetter(database, 'takedown-still-held')).text).toContain(
      'by order of a court or because',
    )
    await as(world, resume, world.lead, { requestId: removal.id })
    await askFor(database, world, letter)
    expect(await statusOf(database, removal.id)).toBe('retracted')
  })
})
