import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { lastAnswer } from '@/lib/register/build'
import { registerFeed } from '@/lib/register/feed'
import { registerFilter } from '@/lib/register/filter'
import { proposeInput, releaseInput } from '@/lib/register/input'
import { LISTED_KINDS, needsTwo, showsHosts } from '@/lib/register/notice'
import { proposeNotice, releaseNotice, rescindNotice, withholdNotice } from '@/lib/register/publish'
import { countedMonths, registerEntryView, registerPage } from '@/lib/register/queries'
import { publicityOf, waitingForRelease } from '@/lib/register/staff'
import { requestView } from '@/lib/takedowns/queries'
import { testDatabase } from '@/tests/support/database'
import { HOST, MARK } from './register-fields'
import { answered, asked, close, endEmbargo } from './register-world'
import { newMember } from './review-world'
import { logged, type TakedownWorld, takedownWorld } from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
let second: Member

beforeAll(async () => {
  world = await takedownWorld(database.db, [{ id: 'r1', text: 'A row about soup.' }])
  second = await newMember(database.db, [['lead', world.datasetId]])
})

const propose = (requestId: string, given: Partial<Parameters<typeof proposeInput.parse>[0] & object> = {}) =>
  transact((tx) => proposeNotice(tx, world.lead, proposeInput.parse({ requestId, ...given })), world.db)

/** Proposed by one lead, and where the kind asks for it released by another. */
async function publish(requestId: string, given: object = {}): Promise<string> {
  await propose(requestId, given)
  const { state, registerId, factId } = await seenBy(second, requestId)
  if (registerId === null || factId === null) throw new Error('nothing was proposed')
  if (state === 'proposed')
    await transact((tx) => releaseNotice(tx, second, { requestId, registerId, fact: factId }), world.db)
  return registerId
}

const seenBy = async (actor: Member, requestId: string) =>
  publicityOf(actor, await requestView(actor, requestId))

const all = () => registerPage(registerFilter.parse({}))
const idsOf = async (filter: object) =>
  (await registerPage(registerFilter.parse(filter))).entries.map(({ id }) => id)

describe('the public register', () => {
  it('holds nothing that a requester wrote, whatever their form and in every public byte', async () => {
    const ids: string[] = []
    for (const kind of LISTED_KINDS) {
      const concern: Record<string, string> = kind === 'illegal_content' ? { concern: 'hate' } : {}
      ids.push(await publish(await answered(database, world, kind, { fields: concern })))
    }
    const { entries } = await all()
    expect(entries.map(({ id }) => id).sort()).toEqual([...ids].sort())
    const feed = registerFeed(entries, { self: 'https://x.example/a', page: 'https://x.example/b' })
    const single = await Promise.all(ids.map((id) => registerEntryView(id)))
    const bytes = [JSON.stringify(entries), JSON.stringify(single), feed].join('\n').toLowerCase()
    const told = [MARK, 'lovelace', 'quarry', '90182012', '@', '93.184.216.34', 'meeting', '7qk4', 'another']
    for (const secret of told) expect(bytes, secret).not.toContain(secret)
    for (const { notice } of entries)
      expect(notice?.hosts).toEqual(
        notice && showsHosts(notice.kind, 'copyright') ? [{ host: HOST, targets: 2 }] : [],
      )
  })

  it('says the last answer also of two that were given at the same moment', async () => {
    const requestId = await answered(database, world, 'licence')
    // In the order in which they are stored the first comes last.
    for (const [ordinal, type, outcome] of [
      [9_000_002, 'appeal_decided', 'actioned'],
      [9_000_001, 'outcome', 'no_action'],
    ] as const)
      await database.admin.sql`
        insert into takedown_event (request_id, type, actor, data, entry_id, created_at, ordinal) overriding system value
        values (${requestId}, ${type}, 'system:takedown', ${JSON.stringify({ outcome })}::text::jsonb, ${randomUUID()},
          date_trunc('day', now()) - interval '20 days', ${ordinal})`
    expect(await lastAnswer(world.db, requestId)).toMatchObject({ outcome: 'granted' })
    const id = await publish(requestId)
    expect((await registerEntryView(id)).notice).toMatchObject({ outcome: 'granted' })
  })

  it('never lists a request about personal data or a restricted one', async () => {
    const privacy = await answered(database, world, 'privacy')
    await expect(propose(privacy)).rejects.toMatchObject({ code: 'conflict' })
    const ncii = await answered(database, world, 'illegal_content', { fields: { concern: 'ncii' } })
    await expect(propose(ncii)).rejects.toMatchObject({ code: 'not_found' })
    await expect(
      transact((tx) => proposeNotice(tx, world.officer, proposeInput.parse({ requestId: ncii })), world.db),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  it('counts them by month, none of fewer than five, in fives', async () => {
    const before = await countedMonths()
    expect(before.every(({ privacy }) => privacy === null)).toBe(true)
    for (let n = 0; n < 6; n++) await answered(database, world, 'privacy', { daysAgo: 45 })
    const months = await countedMonths()
    expect(months.map(({ privacy }) => privacy)).toContain(5)
    expect(months.every(({ restricted }) => restricted === null)).toBe(true)
    expect(months.map(({ month }) => month)).not.toContain(new Date().toISOString().slice(0, 7))
  })

  it('shows a notice only when its embargo is over, and its address is a 404 until then', async () => {
    const requestId = await answered(database, world, 'licence', { daysAgo: 2 })
    const id = await publish(requestId)
    expect(await seenBy(world.lead, requestId)).toMatchObject({ state: 'embargo' })
    expect(await idsOf({})).not.toContain(id)
    await expect(registerEntryView(id)).rejects.toMatchObject({ code: 'not_found' })
    await endEmbargo(database, id)
    expect(await idsOf({})).toContain(id)
    expect(await registerEntryView(id)).toMatchObject({ standing: 'stands', rescinded: null })
  })

  it('waits at least as long as the setting says, and longer if staff want it to', async () => {
    const requestId = await answered(database, world, 'licence', { daysAgo: 20 })
    await propose(requestId, { days: 0 })
    expect(await seenBy(world.lead, requestId)).toMatchObject({ state: 'published' })
    const other = await answered(database, world, 'licence', { daysAgo: 20 })
    await propose(other, { days: 40 })
    expect(await seenBy(world.lead, other)).toMatchObject({ state: 'embargo' })
  })

  it('needs a second lead for a legal claim, in the verb and in the database', async () => {
    const requestId = await answered(database, world, 'copyright')
    expect(needsTwo('copyright')).toBe(true)
    await propose(requestId)
    const { registerId, factId, state } = await seenBy(world.lead, requestId)
    expect(state).toBe('proposed')
    const given = { requestId, registerId: registerId ?? '', fact: factId ?? '' }
    await expect(transact((tx) => releaseNotice(tx, world.lead, given), world.db)).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(transact((tx) => releaseNotice(tx, world.reviewer, given), world.db)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      database.sql`insert into register_fact (register_id, type, actor, proposed_by, four_eyes, notice, publish_from, entry_id)
        select register_id, 'released', actor, actor, true, notice, now(), entry_id from register_fact where id = ${factId}`,
    ).rejects.toThrow(/register_fact_four_eyes/)
    expect((await waitingForRelease(second)).map((waiting) => waiting.requestId)).toContain(requestId)
    expect((await waitingForRelease(world.lead)).map((waiting) => waiting.requestId)).not.toContain(requestId)
    await transact((tx) => releaseNotice(tx, second, given), world.db)
    expect(await idsOf({})).toContain(registerId)
  })

  it('waits longer when the second lead says so, never shorter than the setting', async () => {
    const released = async (days: number) => {
      const requestId = await answered(database, world, 'copyright')
      await propose(requestId)
      const { registerId, factId } = await seenBy(second, requestId)
      const given = { requestId, registerId: registerId ?? '', fact: factId ?? '', days }
      await transact((tx) => releaseNotice(tx, second, releaseInput.parse(given)), world.db)
      return seenBy(world.lead, requestId)
    }
    const usual = await released(0)
    const later = await released(365)
    expect(later.state).toBe('embargo')
    const days = ((later.at?.getTime() ?? 0) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(300)
    expect(usual.at?.getTime()).toBeLessThan(later.at?.getTime() ?? 0)
    expect(await idsOf({})).not.toContain(later.registerId)
    expect(releaseInput.safeParse({ days: '1.5' }).error?.issues.map(({ path }) => path[0])).toContain('days')
  })

  it('refuses to release what was changed since it was read', async () => {
    const requestId = await answered(database, world, 'copyright')
    await propose(requestId)
    const { registerId, factId } = await seenBy(second, requestId)
    await propose(requestId, { summary: 'The claim was complete.' })
    await expect(
      transact(
        (tx) => releaseNotice(tx, second, { requestId, registerId: registerId ?? '', fact: factId ?? '' }),
        world.db,
      ),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('refuses a summary with personal data, an address, a name or words of the request', async () => {
    const requestId = await answered(database, world, 'licence', {
      fields: {
        name: 'Ada Lovelace',
        statement: 'I published this corpus under a licence for research only',
      },
    })
    for (const summary of [
      'They wrote from somebody@example.org about it.',
      'Their number is +49 30 90182012, it says.',
      'See www.publisher.example for more.',
      'Mrs LOVELACE asked for it.',
      'They published this corpus under a licence for research only.',
    ])
      await expect(propose(requestId, { summary }), summary).rejects.toMatchObject({ code: 'invalid' })
    const id = await publish(requestId, { summary: 'Its terms forbid it.\u202e\n Agreed.' })
    expect((await registerEntryView(id)).notice?.summary).toBe('Its terms forbid it. Agreed.')
  })

  it('leaves out the hosts that staff leave out', async () => {
    const requestId = await answered(database, world, 'licence')
    const id = await publish(requestId, { hidden: [HOST] })
    expect((await registerEntryView(id)).notice?.hosts).toEqual([])
  })

  it('leaves a tombstone of what was retracted, restored or rescinded, never a 404', async () => {
    const ids: string[] = []
    for (const status of ['retracted', 'restored'] as const) {
      const requestId = await answered(database, world, 'copyright')
      const id = await publish(requestId)
      await close(database, requestId, status, 1)
      expect(await registerEntryView(id)).toMatchObject({
        ...{ standing: 'rescinded', notice: null },
        rescinded: { why: status },
      })
      ids.push(id)
    }
    const requestId = await answered(database, world, 'licence')
    const id = await publish(requestId)
    await transact((tx) => rescindNotice(tx, world.lead, { requestId, reason: 'delisted' }), world.db)
    expect(await registerEntryView(id)).toEqual({
      ...{ id, url: expect.stringContaining(id), published: expect.any(String), standing: 'rescinded' },
      ...{
        notice: null,
        now: null,
        rescinded: { on: new Date().toISOString().slice(0, 10), why: 'delisted' },
      },
    })
    await expect(propose(requestId)).rejects.toMatchObject({ code: 'conflict' })
    const found = await idsOf({ outcome: 'rescinded' })
    for (const one of [...ids, id]) expect(found).toContain(one)
    expect(await idsOf({ kind: 'licence' })).not.toContain(id)
  })

  it('tells how a notice stands: countered, kept down, contested', async () => {
    const requestId = await answered(database, world, 'copyright')
    const id = await publish(requestId)
    for (const [status, standing] of [
      ['countered', 'countered'],
      ['kept_down', 'kept_down'],
      ['under_review', 'contested'],
      ['needs_identity', 'contested'],
      ['duplicate', 'contested'],
      ['closed', 'stands'],
    ] as const) {
      await database.admin.sql`update takedown_request set status = ${status} where id = ${requestId}`
      expect(await registerEntryView(id)).toMatchObject({ standing })
    }
  })

  it('takes back what nobody could read yet, and only that', async () => {
    const requestId = await answered(database, world, 'licence', { daysAgo: 1 })
    const id = await publish(requestId)
    await transact((tx) => withholdNotice(tx, world.lead, { requestId }), world.db)
    await endEmbargo(database, id)
    await expect(registerEntryView(id)).rejects.toMatchObject({ code: 'not_found' })
    const read = await answered(database, world, 'licence')
    await publish(read)
    await expect(
      transact((tx) => withholdNotice(tx, world.lead, { requestId: read }), world.db),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is searched by kind, dataset, host, outcome and period, and read page by page without a gap', async () => {
    const requestId = await answered(database, world, 'court_order', { status: 'no_action' })
    const id = await publish(requestId)
    const month = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 7)
    for (const filter of [
      { kind: 'court_order', outcome: 'declined' },
      { dataset: world.slug, host: HOST.toUpperCase(), kind: 'court_order' },
      { period: month, kind: 'court_order' },
      { period: month.slice(0, 4), kind: 'court_order' },
    ])
      expect(await idsOf(filter), JSON.stringify(filter)).toContain(id)
    for (const filter of [
      { kind: 'licence' },
      { host: 'other.example' },
      { period: '2020' },
      { dataset: 'none' },
    ])
      expect(await idsOf(filter), JSON.stringify(filter)).not.toContain(id)
    expect(
      registerFilter.parse({ kind: 'nonsense', host: '10.0.0.1', period: '2026-13', after: 'x' }),
    ).toEqual({ after: null })
    for (let n = 0; n < 14; n++) await publish(await answered(database, world, 'licence'))
    const first = await all()
    expect(first.entries).toHaveLength(25)
    const rest = await registerPage(registerFilter.parse({ after: first.next }))
    const ids = [...first.entries, ...rest.entries].map((entry) => entry.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('tells no host and no sentence of an order about a person, nor of one published with them before', async () => {
    for (const [concerns, hosts] of [
      ['pii', []],
      ['other', []],
      ['illegal', [{ host: HOST, targets: 2 }]],
    ] as const) {
      const requestId = await answered(database, world, 'court_order', { fields: { concerns } })
      const id = await publish(requestId)
      expect((await registerEntryView(id)).notice?.hosts, concerns).toEqual(hosts)
    }
    const requestId = await answered(database, world, 'court_order', { fields: { concerns: 'pii' } })
    await expect(propose(requestId, { summary: 'The order was complete.' })).rejects.toMatchObject({
      code: 'invalid',
    })
    const id = await publish(requestId)
    await database.admin.sql.begin(async (tx) => {
      await tx`alter table register_fact disable trigger register_fact_append_only`
      await tx`update register_fact set notice = notice || ${JSON.stringify({
        summary: 'About Grace of Hopper Street.',
        hosts: [{ host: 'grace-hopper.example', targets: 1 }],
      })}::text::jsonb where register_id = ${id} and notice is not null`
      await tx`alter table register_fact enable always trigger register_fact_append_only`
    })
    expect((await registerEntryView(id)).notice).toMatchObject({ hosts: [], summary: null })
    expect(await idsOf({ host: 'grace-hopper.example' })).toEqual([])
    expect((await seenBy(second, requestId)).notice).toMatchObject({ hosts: [], summary: null })
  })

  it('cannot be changed afterwards, and each step stands in the log', async () => {
    await expect(database.sql`update register_fact set reason = null`).rejects.toThrow(/permission denied/)
    await expect(database.sql`delete from register_fact`).rejects.toThrow(/permission denied/)
    await expect(database.admin.sql`delete from register_fact`).rejects.toThrow(/append-only/)
    await expect(database.sql`delete from register_entry`).rejects.toThrow(/permission denied/)
    expect(await logged(database, world)).toContain('takedown:message')
  })

  it('says nothing of a request that was not answered', async () => {
    const requestId = await asked(database, world, 'licence')
    await expect(propose(requestId)).rejects.toMatchObject({ code: 'conflict' })
    expect((await seenBy(world.lead, requestId)).barred).toMatch(/answered/)
  })
})
