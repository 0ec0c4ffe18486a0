/** The restricted lane, end to end. One file of some length: what one report hides counts for those that come after it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { inEnglish } from '@/lib/i18n/say'
import { mailbox } from '@/lib/mail/queries'
import { metricsReport } from '@/lib/metrics/report'
import { metricsScope } from '@/lib/metrics/scope'
import { registerFilter } from '@/lib/register/filter'
import { countedMonths, registerPage } from '@/lib/register/queries'
import { triageFacets } from '@/lib/review/facets'
import { parseFilters } from '@/lib/review/filters'
import { scopesOf } from '@/lib/review/scope'
import { countExclusions, exclusionsOf } from '@/lib/takedowns/exclusions'
import { erasePersonalData } from '@/lib/takedowns/erase'
import { requestsFilter } from '@/lib/takedowns/input'
import { countWaiting, listRequests, requestView } from '@/lib/takedowns/queries'
import { lockRequest } from '@/lib/takedowns/request-row'
import { trackingView } from '@/lib/takedowns/tracking'
import { isBeyondUnseen, UNSEEN } from '@/lib/takedowns/unseen'
import { contest } from '@/lib/takedowns/appeal'
import { withdraw } from '@/lib/takedowns/withdraw'
import { transparencyReport } from '@/lib/transparency/report'
import { transparencyQuery, transparencyScope } from '@/lib/transparency/scope'
import { closeUnfound, letPass } from '@/lib/urgent/answer'
import { reportedInput, urgentInput } from '@/lib/urgent/input'
import { urgentRequests, urgentView } from '@/lib/urgent/queries'
import { recordReport } from '@/lib/urgent/report'
import { newMember } from './review-world'
import { unhandled } from '@/lib/people/members'
import { testDatabase } from '@/tests/support/database'
import { statusOf } from './takedown-facts'
import {
  expectNowhereInClear,
  letters,
  lettersOf,
  logged,
  runJobs,
  takedownWorld,
  type TakedownWorld,
  visitor,
} from './takedown-world'
import { answerReport, CHILD, reportUrgently } from './urgent-world'

const database = testDatabase()
let world: TakedownWorld

/** Every one has an address in it, which a detector finds: reviewers have them on their screens. */
const ROWS = [
  ...Array.from({ length: 130 }, (_, i) => ({
    id: `album-${i}`,
    text: `Entry ${i} of the harbour album, by keeper.${i}@mail.example.org`,
  })),
  // In this one nothing is found: it stands in a file only, until somebody names it.
  { id: 'album-130', text: 'A boat in the evening, before the rain came.' },
]

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})

const INTIMATE = {
  ...{ about: 'intimate', attestation: 'urgent_intimate-1', relation: 'self', name: 'Ada Example' },
  ...{ email: 'ada@people.example', attest_good_faith: 'on' },
}
/** One moment for all that is counted until now. */
const NOON = new Date()

const report = (fields: object, network?: string) => reportUrgently(database, world, fields, network)
const missing = (fields: object) =>
  urgentInput
    .safeParse({ dataset: world.slug, targets: 'row 1', ...fields })
    .error?.issues.map(({ path }) => path.join('.'))

/** The cases of a row: category, whether only officers see it, and what was decided. */
async function casesAt(row: number, { datasetId } = world): Promise<string[]> {
  const rows = await database.admin.sql<{ category: string; restricted: boolean; action: string | null }[]>`
    select distinct c.category, c.restricted, d.action
    from occurrence o join review_case c on c.dataset_id = o.dataset_id and c.digest = o.digest
    left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    where o.dataset_id = ${datasetId} and o.row = ${row} order by c.category`
  return rows.map(({ category, restricted, action }) =>
    [category, restricted ? 'hidden' : 'seen', ...(action ? [action] : [])].join(' '),
  )
}

describe('a report by the urgent lane', () => {
  it('hides what reviewers have before them in its own transaction, before any job has run', async () => {
    expect(await casesAt(1)).toEqual(['pii seen'])
    const { id } = await report({ ...CHILD, targets: 'row 1' })
    expect(await casesAt(1)).toEqual(['child_safety hidden', 'pii hidden'])
    expect(await statusOf(database, id)).toBe('received')
    await runJobs(database)
    expect(await statusOf(database, id)).toBe('under_review')
    expect(await casesAt(1)).toEqual(['child_safety hidden', 'pii hidden'])
  })

  it('needs nobody of who reports a child, and writes to nobody', async () => {
    const { id, tracking } = await report({ ...CHILD, targets: 'row 2', email: '' })
    await runJobs(database)
    expect((await letters(database)).filter(({ template }) => template !== 'urgent-waits')).toEqual([])
    expect(await urgentView(id)).toMatchObject({ urgent: true, anonymous: true, waits: false })
    expect(await trackingView(tracking)).toMatchObject({ status: 'under_review', restricted: true })
  })

  it('asks of who reports an intimate image for what the law asks for, and for no more', () => {
    expect(missing(INTIMATE)).toBeUndefined()
    for (const name of ['name', 'email', 'relation', 'attest_good_faith'] as const)
      expect(missing({ ...INTIMATE, [name]: undefined })).toEqual([name])
    expect(missing({ ...CHILD, email: 'not an address' })).toEqual(['email'])
    expect(missing({ ...CHILD, about: 'other' })).toEqual(['about'])
  })

  it('keeps no words: what is not a place is dropped, and nothing but words is refused', async () => {
    const { id } = await report({ ...CHILD, targets: 'row 3\n“She is seven and”\nthe one with the swing' })
    const { targets } = await requestView(world.officer, id)
    expect(targets.map(({ kind }) => kind)).toEqual(['row'])
    await expectNowhereInClear(database, 'She is seven', 'the swing')
    await expect(
      report({ ...CHILD, targets: '“only words of it, in quotation marks”' }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })

  it('has 48 hours of the clock on the wall for an intimate image, and a day for a child', async () => {
    const hours = async (fields: object) => {
      const { id } = await report(fields)
      const [row] = await database.admin.sql<{ hours: number }[]>`
        select extract(epoch from due_at - submitted_at)::float8 / 3600 as hours from takedown_request where id = ${id}`
      return row?.hours
    }
    expect(await hours({ ...INTIMATE, targets: 'row 4' })).toBe(48)
    expect(await hours({ ...CHILD, targets: 'row 5' })).toBe(24)
  })

  it('sends letters that say nothing but that there is something to read', async () => {
    const { id } = await report({ ...INTIMATE, targets: 'row 6', email: 'shared@people.example' })
    await runJobs(database)
    await answerReport(world, id, 'confirm')
    await runJobs(database)
    const own = (await letters(database)).filter(({ letter }) => letter?.to === 'shared@people.example')
    expect(own.map(({ template }) => template)).toEqual(['takedown-quiet', 'takedown-quiet'])
    for (const { letter } of own)
      expect(`${letter?.subject} ${letter?.text}`).not.toMatch(
        /image|intimate|child|takedown request|dataset|row|album|illegal/i,
      )
  })
})

describe('whether it was there', () => {
  /** All that the page makes of a report, without what only says which one it is. */
  async function told(tracking: string) {
    const view = await trackingView(tracking)
    if (!view) throw new Error('no page')
    return {
      ...{ status: view.status, standing: { ...view.standing, at: null } },
      ...{ mayContest: view.mayContest, mayWithdraw: view.mayWithdraw, later: view.later },
      clocks: view.clocks.lines.length,
      events: view.events.map(({ type, data }) => ({ type, data })),
      results: view.targets.map(({ results }) => results),
    }
  }
  const nowhere = { targets: 'row 99999' }

  it.each([
    ['who leaves no address', CHILD, 'row 100', 0],
    ['who leaves one', { ...CHILD, email: 'probe@people.example' }, 'row 102', 4],
  ])(
    'is told to nobody %s: not at once, not when it is answered, not when that is contested',
    async (_, who, targets, wrote) => {
      const [there, missing] = [await report({ ...who, targets }), await report({ ...who, ...nowhere })]
      const sent = await told(there.tracking)
      expect(await told(missing.tracking), 'when it is sent').toEqual(sent)
      await runJobs(database)
      const looked = await told(there.tracking)
      expect(looked).toMatchObject({ status: 'under_review', mayWithdraw: true, results: [[]] })
      expect(await told(missing.tracking), 'when it was looked for').toEqual(looked)

      await answerReport(world, there.id, 'clear')
      await transact((tx) => closeUnfound(tx, world.officer, { requestId: missing.id }), database.db)
      await runJobs(database)
      const answered = await told(there.tracking)
      expect(answered).toMatchObject({ status: 'no_action', mayContest: true, results: [[]] })
      expect(await told(missing.tracking), 'when it was answered').toEqual(answered)

      for (const { tracking: token } of [there, missing])
        await transact((tx) => contest(tx, visitor, { token, grounds: 'Look again, please.' }), database.db)
      await runJobs(database)
      const contested = await told(there.tracking)
      const counts = ({ events, ...rest }: typeof contested) => ({
        ...rest,
        events: events.map(({ type }) => type),
      })
      expect(counts(await told(missing.tracking)), 'when it is contested').toEqual(counts(contested))
      const own = (await letters(database)).filter(({ letter }) => letter?.to === 'probe@people.example')
      expect(own.map(({ template }) => template)).toEqual(
        Array.from({ length: wrote }, () => 'takedown-quiet'),
      )
    },
  )

  it('is a safety officer to say, who cannot say nothing was found while something is there', async () => {
    const { id } = await report({ ...CHILD, targets: 'row 101' })
    await runJobs(database)
    const close = (actor: Member) => transact((tx) => closeUnfound(tx, actor, { requestId: id }), database.db)
    await expect(close(world.officer)).rejects.toMatchObject({ code: 'conflict' })
    await expect(close(world.lead)).rejects.toMatchObject({ code: 'not_found' })
    expect(await urgentView(id)).toMatchObject({ nothing: false })
  })
})

describe('a safety officer', () => {
  it('gets a letter at once that says nothing of it, and one an hour however much comes', async () => {
    await database.admin.sql`delete from rate_limit`
    const told = () => lettersOf(database, 'urgent-waits')
    const before = (await told()).length
    await report({ ...CHILD, targets: 'row 15' })
    await report({ ...INTIMATE, targets: 'row 16' })
    const [officers] = await database.admin.sql<{ n: number }[]>`
      select count(*)::int as n from site_membership where role = 'safety_officer'`
    const own = (await told()).slice(before)
    expect(own).toHaveLength(officers?.n ?? 0)
    for (const { letter } of own)
      expect(`${letter?.subject} ${letter?.text}`).not.toMatch(
        /image|intimate|child|dataset|report|row|forum/i,
      )
  })

  it('takes it out by one press, and it stays out of sight', async () => {
    const { id } = await report({ ...CHILD, targets: 'row 10' })
    await runJobs(database)
    await answerReport(world, id, 'confirm')
    await runJobs(database)
    expect(await casesAt(10)).toEqual(['child_safety hidden remove', 'pii hidden'])
    expect(await statusOf(database, id)).toBe('actioned')
  })

  it('has nothing contested of what was taken out whole, also once a release is without it', async () => {
    const { id, tracking } = await report({ ...CHILD, targets: 'row 9' })
    await runJobs(database)
    await answerReport(world, id, 'confirm')
    await runJobs(database)
    await database.admin.sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update takedown_request set status = 'closed' where id = ${id}`
    })
    expect(await trackingView(tracking)).toMatchObject({ status: 'closed', mayContest: false })
    const again = { token: tracking, grounds: 'Look again, please.' }
    await expect(transact((tx) => contest(tx, visitor, again), database.db)).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await statusOf(database, id)).toBe('closed')
  })

  it('gives it back by one press, and the report stays with the officers', async () => {
    const { id } = await report({ ...CHILD, targets: 'row 11' })
    await runJobs(database)
    await answerReport(world, id, 'clear')
    await runJobs(database)
    expect(await casesAt(11)).toEqual(['child_safety hidden keep', 'pii seen'])
    expect(await statusOf(database, id)).toBe('no_action')
  })

  it('can answer before the search for the rest has run, and the request ends with that search', async () => {
    const { id } = await report({ ...CHILD, targets: 'row 12' })
    await answerReport(world, id, 'clear')
    expect(await casesAt(12)).toEqual(['child_safety hidden keep', 'pii seen'])
    await runJobs(database)
    expect(await statusOf(database, id)).toBe('no_action')
  })

  it('alone can answer; to anybody else the request is not there', async () => {
    const { id } = await report({ ...CHILD, targets: 'row 13' })
    for (const actor of [world.lead, world.maintainer, world.reviewer, world.stranger])
      await expect(answerReport(world, id, 'clear', actor)).rejects.toMatchObject({ code: 'not_found' })
    await expect(
      transact((tx) => letPass(tx, world.lead, { requestId: id }), database.db),
    ).rejects.toMatchObject({ code: 'not_found' })
    expect(await casesAt(13)).toEqual(['child_safety hidden', 'pii hidden'])
  })

  it('keeps to whom it was reported, sealed, and it goes with the personal data of the request', async () => {
    const { id } = await report({ ...CHILD, targets: 'row 14' })
    const fact = {
      requestId: id,
      authority: 'Hotline of Quarry Lane',
      reference: 'QL-90182012',
      on: '2026-11-20',
    }
    await transact((tx) => recordReport(tx, world.officer, reportedInput.parse(fact)), database.db)
    expect((await urgentView(id)).reports).toMatchObject([
      { authority: 'Hotline of Quarry Lane', reference: 'QL-90182012', on: '2026-11-20' },
    ])
    await expectNowhereInClear(database, 'Hotline of Quarry Lane', 'QL-90182012')
    await expect(
      transact((tx) => recordReport(tx, world.lead, reportedInput.parse(fact)), database.db),
    ).rejects.toMatchObject({ code: 'not_found' })
    const ahead = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    expect(reportedInput.safeParse({ ...fact, on: ahead }).success).toBe(false)
    await transact(
      async (tx) => erasePersonalData(tx, system('takedown'), await lockRequest(tx, id), 'retention_over'),
      database.db,
    )
    expect((await urgentView(id)).reports).toEqual([])
    const [left] = await database.admin.sql<{ network: Buffer | null; reports: number }[]>`
      select u.network, (select count(*)::int from authority_report r where r.request_id = u.request_id) as reports
      from urgent_report u where u.request_id = ${id}`
    expect(left).toEqual({ network: null, reports: 0 })
  })

  it('finds first what waits for a press, then what is due first', async () => {
    const rows = await urgentRequests(world.officer)
    const due = rows.map(({ waits, dueAt }) => [waits ? 0 : 1, dueAt?.getTime() ?? 0] as const)
    expect(due).toEqual(due.toSorted(([a, at], [b, bt]) => a - b || at - bt))
    expect(rows.length).toBeGreaterThan(2)
    for (const actor of [world.lead, world.maintainer, world.reviewer])
      expect(await urgentRequests(actor)).toEqual([])
  })
})

describe('a flood of reports', () => {
  const flood = 'a'.repeat(64)
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => `row ${from + i}`).join('\n')

  it('hides no more of one network than the limit before somebody has looked, and what is beyond waits for an officer', async () => {
    const elsewhere = await takedownWorld(database.db, ROWS.slice(118, 124))
    await report({ ...CHILD, targets: rows(20, 20 + UNSEEN.network - 5) }, flood)
    const beyond = await report({ ...CHILD, targets: rows(118, 124) }, flood)
    await runJobs(database)
    expect(await casesAt(118)).toEqual(['pii seen'])
    expect(await urgentView(beyond.id)).toMatchObject({ waits: true })
    expect((await urgentRequests(world.officer))[0]).toMatchObject({ id: beyond.id, waits: true, open: 0 })

    const other = await report({ ...CHILD, targets: 'row 125' })
    expect(await casesAt(125), 'another network is not held up by it').toEqual([
      'child_safety hidden',
      'pii hidden',
    ])
    expect(await urgentView(other.id)).toMatchObject({ waits: false })

    await transact((tx) => letPass(tx, world.officer, { requestId: beyond.id }), database.db)
    await runJobs(database)
    expect(await casesAt(118)).toEqual(['child_safety hidden', 'pii hidden'])
    expect(await urgentView(beyond.id)).toMatchObject({ waits: false })
    expect(await casesAt(0, elsewhere), 'in every dataset').toEqual(['child_safety hidden', 'pii hidden'])
    await answerReport(world, beyond.id, 'confirm')
    await runJobs(database)
    expect(await statusOf(database, beyond.id)).toBe('actioned')
  })

  it('is counted over all networks too', async () => {
    const { id } = await report({ ...CHILD, targets: 'row 126' })
    const beyond = (most: { network: number; all: number }) =>
      transact((tx) => isBeyondUnseen(tx, id, 1, most), database.db)
    expect(await beyond({ network: 1, all: 1_000 })).toBe(false)
    expect(await beyond({ network: 1, all: 50 })).toBe(true)
  })

  it('counts what is out of sight although whoever reported it took the report back, and officers still find it', async () => {
    const from = 'e'.repeat(64)
    const { id, tracking } = await report({ ...CHILD, targets: 'row 127' }, from)
    const next = await report({ ...CHILD, targets: 'row 128' }, from)
    const beyond = (network: number) =>
      transact((tx) => isBeyondUnseen(tx, next.id, 1, { network, all: 1_000 }), database.db)
    expect(await beyond(1)).toBe(true)
    await transact((tx) => withdraw(tx, visitor, { token: tracking, sure: 'on' }), database.db)
    expect(await casesAt(127)).toEqual(['child_safety hidden', 'pii hidden'])
    expect(await beyond(1)).toBe(true)
    expect((await urgentRequests(world.officer)).map((row) => row.id)).toContain(id)
    await answerReport(world, id, 'clear')
    expect(await beyond(1)).toBe(false)
    expect((await urgentRequests(world.officer)).map((row) => row.id)).not.toContain(id)
  })
})

describe('nobody but safety officers', () => {
  it('sees that there is such a request: not in lists, counts, the mailbox, or the log', async () => {
    const seen = async (actor: Member) => ({
      rows: (await listRequests(actor, requestsFilter.parse({ state: 'all' }))).rows.map(({ id }) => id),
      counts: await countWaiting(actor, {}),
    })
    const admin: Member = { ...world.stranger, site: ['admin'], roles: {} }
    const people = [world.lead, world.maintainer, world.reviewer, admin]
    const before = await Promise.all(people.map(seen))
    const [log, mail] = [await logged(database, world), await mailbox(admin)]
    const { id } = await report({ ...INTIMATE, targets: 'row 127', email: 'quiet@people.example' })
    await runJobs(database)
    await answerReport(world, id, 'confirm')
    await runJobs(database)
    expect(await Promise.all(people.map(seen))).toEqual(before)
    for (const actor of people)
      await expect(requestView(actor, id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await logged(database, world)).toEqual(log)
    expect((await mailbox(admin)).map((row) => row.id)).toEqual(mail.map((row) => row.id))
    const both: Member = { ...admin, site: ['admin', 'safety_officer'] }
    expect((await mailbox(both)).filter(({ letter }) => letter?.to === 'quiet@people.example')).toHaveLength(
      2,
    )
  })

  it('can tell from a public number or byte that something was taken out which nobody had flagged', async () => {
    const seen = async () => {
      const reports = await Promise.all(
        [{}, { dataset: world.slug }].map(async (given) => {
          const scope = await transparencyScope(transparencyQuery.parse(given))
          return inEnglish(() => transparencyReport(scope))
        }),
      )
      const facets = await triageFacets(
        await scopesOf(database.db, world.lead),
        parseFilters({ status: 'all' }),
      )
      return JSON.stringify([
        reports,
        await registerPage(registerFilter.parse({})),
        await countedMonths(),
        [...facets.category.counts],
        await metricsReport(await metricsScope(world.lead, world.slug, '7', NOON)),
        await countExclusions(world.datasetId),
        await exclusionsOf(world.lead, world.datasetId),
      ])
    }
    const before = await seen()
    const { id } = await report({ ...CHILD, targets: 'row 130' })
    await runJobs(database)
    expect(await casesAt(130)).toEqual(['child_safety hidden'])
    expect(await seen(), 'hidden').toBe(before)
    await answerReport(world, id, 'confirm')
    await runJobs(database)
    expect(await casesAt(130)).toEqual(['child_safety hidden remove'])
    expect(await seen(), 'taken out').toBe(before)
  })
})

it('is told of to the admins where nobody is a safety officer: that somebody needs the role, and nothing of it', async () => {
  const admin = await newMember(database.db, [], ['admin'])
  const [{ email } = { email: '' }] = await database.admin.sql<{ email: string }[]>`
    select email from person where id = ${admin.id}`
  const told = async () =>
    (await lettersOf(database, 'nobody-handles')).filter(({ letter }) => letter?.to === email)
  await report({ ...CHILD, targets: 'row 17', email: '' })
  expect(await told(), 'there is an officer').toEqual([])
  await database.admin.sql`delete from site_membership where role = 'safety_officer'`
  expect((await unhandled()).restricted).toBe(true)
  await report({ ...CHILD, targets: 'row 18', email: '' })
  await report({ ...CHILD, targets: 'row 19', email: '' })
  const [letter, ...more] = await told()
  expect(more, 'once an hour').toEqual([])
  expect(`${letter?.letter?.subject} ${letter?.letter?.text}`).not.toMatch(
    /image|intimate|child|dataset|report|row|forum/i,
  )
})
