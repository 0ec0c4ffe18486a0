import { beforeAll, describe, expect, it, vi } from 'vitest'
import { transact } from '@/db/client'
import { decisionProof, fulfilmentByLink } from '@/lib/fulfilment/queries'
import { contest } from '@/lib/takedowns/appeal'
import { hold, resume } from '@/lib/takedowns/hold'
import { testDatabase } from '@/tests/support/database'
import { decided, publishNow, runReleaseJobs } from './fulfilment-world'
import { statusOf } from './takedown-facts'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  lastLetter,
  lettersOf,
  PRIVACY,
  requestOf,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
vi.setConfig({ testTimeout: 60_000 })
let world: TakedownWorld

const ROWS = Array.from({ length: 40 }, (_, i) => ({
  id: `r${i}`,
  text: `Row number ${i} was written by its own author.`,
  url: `https://site-${i}.example/page`,
}))
const textOf = (i: number) => `“${ROWS[i]?.text}”`

beforeAll(async () => {
  world = await takedownWorld(database.db, ROWS)
})

describe('a request whose removal is decided', () => {
  it('before anything was published stays open, and is told so', async () => {
    const { id } = await decided(database, world, { kind: 'privacy', targets: textOf(0) })
    await runReleaseJobs(database)
    expect(await statusOf(database, id)).toBe('actioned')
    const { text } = await lastLetter(database, 'takedown-outcome')
    expect(text.replace(/\s+/g, ' ')).toContain('the first release will be without it')
    const { version } = await publishNow(database, world)
    expect(version).toBe('1.0.0')
    expect(await statusOf(database, id)).toBe('closed')
  })

  it('is told the release that will be without it, and closed by it alone, with the proof', async () => {
    const one = await decided(database, world, { kind: 'privacy', targets: textOf(1) })
    const letter = (await lastLetter(database, 'takedown-outcome')).text.replace(/\s+/g, ' ')
    expect(letter).toMatch(/Release 2\.0\.0 will be the first without it\. It is published by \d+ \w+ \d{4}/)
    const { version } = await publishNow(database, world)
    const two = await decided(database, world, { kind: 'privacy', targets: textOf(2) })
    await runReleaseJobs(database)
    expect(version).toBe('2.0.0')
    expect([await statusOf(database, one.id), await statusOf(database, two.id)]).toEqual([
      'closed',
      'actioned',
    ])
    const done = await lastLetter(database, 'takedown-done')
    expect(done.subject).toMatch(/^It is done: your request /)
    expect(done.text).toContain('/releases/2.0.0/files/release.tlog-proof')
    expect(done.text).toContain(`/takedowns/track/${one.token}`)
    expect(await statesOf(one.id)).toEqual([['fulfilled', 'closed']])
  })

  it('is closed at once when a release leaves the same out already', async () => {
    await publishNow(database, world)
    const again = await decided(database, world, { kind: 'privacy', targets: textOf(2) })
    await runReleaseJobs(database)
    expect(await statusOf(database, again.id)).toBe('closed')
    expect((await lastLetter(database, 'takedown-outcome')).text).toContain('is without it already')
  })

  it('of sources is closed by a release that obeys the rule', async () => {
    const source = await decided(database, world, { kind: 'opt_out', targets: 'site-5.example' })
    expect(await statusOf(database, source.id)).toBe('actioned')
    await publishNow(database, world)
    expect(await statusOf(database, source.id)).toBe('closed')
  })

  it('and declined promises nothing and is not closed by a release', async () => {
    const before = await promises()
    const kept = await decided(database, world, { kind: 'privacy', targets: textOf(6), action: 'keep' })
    await publishNow(database, world)
    expect(await statusOf(database, kept.id)).toBe('no_action')
    expect(await promises()).toBe(before)
  })

  it('is told once, however often the job runs', async () => {
    const count = async () => (await lettersOf(database, 'takedown-done')).length
    const before = await count()
    await database.admin.sql`
      select graphile_worker.add_job('release.published', json_build_object('datasetId', dataset_id, 'releaseId', release_id))
      from release_head where dataset_id = ${world.datasetId}`
    await runReleaseJobs(database)
    expect(await count()).toBe(before)
  })
})

describe('a request that is answered and not at its end', () => {
  it('keeps the proof of what was carried out while the rest of it is contested or held, and tells nothing new meanwhile', async () => {
    const token = await askFor(database, world, { ...PRIVACY, targets: `${textOf(20)}\n${textOf(21)}` })
    const { id } = await requestOf(database, world)
    const found = await casesOfRequest(database, id)
    const decide = (i: number, action: 'remove' | 'keep') =>
      decideCase(database, world, {
        ...{ caseId: found[i]?.id ?? '', action },
        reasonCode: action === 'remove' ? 'pii.profile' : 'pii.example',
      })
    await decide(0, 'remove')
    expect(await fulfilmentByLink(token), 'nothing was told').toBeNull()
    await decide(1, 'keep')
    await publishNow(database, world)
    expect(await statusOf(database, id)).toBe('closed')
    const done = await fulfilmentByLink(token)
    expect(done?.releases.map(({ done: out }) => out)).toEqual([true])
    expect(done?.decisions).toHaveLength(1)

    await transact((tx) => contest(tx, visitor, { token, grounds: 'The other row is mine, too.' }), world.db)
    expect(await statusOf(database, id)).toBe('under_review')
    expect(await fulfilmentByLink(token)).toEqual(done)
    const proof = await decisionProof(id, done?.decisions[0]?.entryId ?? '')
    expect(proof).toContain('c2sp.org/tlog-proof')

    await as(world, hold, world.lead, { requestId: id, reason: 'litigation', note: undefined })
    expect(await fulfilmentByLink(token)).toEqual(done)
    await as(world, resume, world.lead, { requestId: id })
    await decide(0, 'keep')
    expect(await fulfilmentByLink(token), 'the row that was out is not out any more').toBeNull()
  })
})

describe('with a profile beside the world’s', () => {
  it('a release for another profile does not close it: every profile that it holds in has to follow', async () => {
    await database.admin.sql`update dataset set territories = '{eu}' where id = ${world.datasetId}`
    await publishNow(database, world, 'eu')
    const { id } = await decided(database, world, { kind: 'privacy', targets: textOf(10) })
    expect((await lastLetter(database, 'takedown-outcome')).text).toContain('2.0.0+eu')
    await publishNow(database, world, 'eu')
    expect(await statusOf(database, id)).toBe('actioned')
    await publishNow(database, world)
    expect(await statusOf(database, id)).toBe('closed')
    const facts = await database.admin.sql<{ profile: string }[]>`
      select profile from fulfilment where request_id = ${id} order by profile`
    expect(facts.map(({ profile }) => profile)).toEqual(['eu', 'world'])
  })
})

const promises = async () =>
  (await database.admin.sql`select id from release_promise where dataset_id = ${world.datasetId}`).length

const statesOf = async (id: string) =>
  (
    await database.admin.sql<{ type: string; status: string }[]>`
      select type, status from takedown_event where request_id = ${id} order by created_at desc limit 1`
  ).map(({ type, status }) => [type, status])
