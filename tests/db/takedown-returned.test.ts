import { beforeAll, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { releaseByVersion } from '@/lib/releases/queries'
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
  importRows,
  lastLetter,
  lettersOf,
  OPT_OUT,
  requestOf,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

const own = (n: number) => ({ id: `a${n}`, text: `Story ${n}.`, url: `https://stories.example/${n}` })
const others = Array.from({ length: 30 }, (_, i) => ({ id: `b${i}`, text: `Line ${i} of others.` }))

const returned = async () => (await lettersOf(database, 'takedown-returned')).length

beforeAll(async () => {
  world = await takedownWorld(database.db, [own(1), ...others])
})

it('a removed row that returns in the next revision stays out, and its requester is told so once', async () => {
  const { id } = await decided(database, world, { kind: 'opt_out', targets: 'stories.example' })
  await publishNow(database, world)
  expect(await statusOf(database, id)).toBe('closed')

  await importRows(world, others)
  await runReleaseJobs(database)
  expect(await returned()).toBe(0)

  await importRows(world, [...others, own(1), own(2)])
  await runReleaseJobs(database)
  expect(await returned()).toBe(1)
  const { subject, text } = await lastLetter(database, 'takedown-returned')
  expect(subject).toMatch(/^It came back and stays out: your request /)
  expect(text.replace(/\s+/g, ' ')).toContain('It has 2 rows of what was left out for your request')

  await database.admin.sql`
    select graphile_worker.add_job('takedown.returned', json_build_object('datasetId', dataset_id, 'revisionId', id))
    from revision where dataset_id = ${world.datasetId}`
  await runReleaseJobs(database)
  expect(await returned()).toBe(1)

  const { version } = await publishNow(database, world)
  const release = await releaseByVersion(world.slug, version)
  expect(release?.rows).toMatchObject({ in: 32, removed: 2, untouched: 30 })
  expect(await statusOf(database, id)).toBe('closed')
})

it('is told of also while its request is contested for something else, and while a court holds what a release left out', async () => {
  const rows = (hosts: readonly string[]) =>
    hosts.map((host) => ({ id: host, text: `A page of ${host}.`, url: `https://${host}/1` }))
  const one = await takedownWorld(database.db, [...rows(['kept.example', 'gone.example']), ...others])
  const token = await askFor(database, one, { ...OPT_OUT, targets: 'gone.example\nkept.example' })
  const { id } = await requestOf(database, one)
  for (const { id: caseId, text } of await casesOfRequest(database, id)) {
    const action = text.includes('gone') ? 'remove' : 'keep'
    const reasonCode = action === 'remove' ? 'optout.own' : 'optout.unproven'
    await decideCase(database, one, { caseId, action, reasonCode })
  }
  await publishNow(database, one)
  expect(await statusOf(database, id)).toBe('closed')
  await importRows(one, others)
  await runReleaseJobs(database)
  const before = await returned()

  await transact((tx) => contest(tx, visitor, { token, grounds: 'The other site is mine, too.' }), one.db)
  expect(await statusOf(database, id)).toBe('under_review')
  await importRows(one, [...others, ...rows(['gone.example', 'kept.example'])])
  await runReleaseJobs(database)
  expect(await returned()).toBe(before + 1)
  expect((await lastLetter(database, 'takedown-returned')).text.replace(/\s+/g, ' ')).toContain(
    'It has 1 row ',
  )

  await as(one, hold, one.lead, { requestId: id, reason: 'litigation', note: undefined })
  await importRows(one, [...others.slice(1), ...rows(['gone.example'])])
  await runReleaseJobs(database)
  expect(await returned()).toBe(before + 2)
  await as(one, resume, one.lead, { requestId: id })
  await runReleaseJobs(database)
  expect(await returned(), 'told once for each revision').toBe(before + 2)
})

it('is told of to nobody who has had no answer yet', async () => {
  const own = { id: 'w', text: 'A page that waits.', url: 'https://waits.example/1' }
  const second = { id: 'x', text: 'Another page that waits.', url: 'https://waits-too.example/1' }
  const one = await takedownWorld(database.db, [own, second, ...others])
  await askFor(database, one, { ...OPT_OUT, targets: 'waits.example\nwaits-too.example' })
  const { id } = await requestOf(database, one)
  const [first] = await casesOfRequest(database, id)
  await decideCase(database, one, {
    ...{ caseId: first?.id ?? '', action: 'remove', reasonCode: 'optout.own' },
  })
  const rules = await database.admin.sql`
    select id from suppression_rule where dataset_id = ${one.datasetId} and ended_at is null`
  expect(rules.length).toBeGreaterThan(0)
  expect(await statusOf(database, id)).toBe('under_review')
  const before = await returned()
  await importRows(one, [...others.slice(2), own, second])
  await runReleaseJobs(database)
  expect(await returned()).toBe(before)
})

it('is told of to everybody who named the same source and was followed, and not to who asked about what was there then', async () => {
  const page = { id: 'p', text: 'A page that several asked about.', url: 'https://shared.example/1' }
  const one = await takedownWorld(database.db, [page, ...others])
  const asks = async (email: string, more: Record<string, string> = {}) => {
    await askFor(database, one, { ...OPT_OUT, targets: 'shared.example', email, ...more })
    return (await requestOf(database, one)).id
  }
  const ids = [await asks('author@people.example'), await asks('site@people.example')]
  const [found] = await casesOfRequest(database, ids[0] ?? '')
  await decideCase(database, one, {
    ...{ caseId: found?.id ?? '', action: 'remove', reasonCode: 'optout.own' },
  })
  ids.push(await asks('later@people.example'), await asks('now@people.example', { include_future: 'no' }))
  for (const id of ids) expect(await statusOf(database, id)).toBe('actioned')
  await publishNow(database, one)
  const to = async () =>
    (await lettersOf(database, 'takedown-returned')).flatMap(({ letter }) => letter?.to ?? []).sort()
  const before = await to()
  await importRows(one, [
    ...others,
    page,
    { ...page, id: 'q', text: 'A second page.', url: 'https://shared.example/2' },
  ])
  await runReleaseJobs(database)
  const told = (await to()).filter((address) => !before.includes(address))
  expect(told).toEqual(['author@people.example', 'later@people.example', 'site@people.example'])
})
