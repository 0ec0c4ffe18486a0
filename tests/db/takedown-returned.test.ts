import { beforeAll, expect, it, vi } from 'vitest'
import { releaseByVersion } from '@/lib/releases/queries'
import { testDatabase } from '@/tests/support/database'
import { decided, publishNow, runReleaseJobs } from './fulfilment-world'
import { statusOf } from './takedown-facts'
import { importRows, lastLetter, lettersOf, type TakedownWorld, takedownWorld } from './takedown-world'

const database = testDatabase()
vi.setConfig({ testTimeout: 60_000 })
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
