import { beforeAll, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { requestSubject } from '@/lib/crypto/subject'
import { destroyKey } from '@/lib/crypto/subject-keys'
import { takedownNameSources } from '@/lib/jobs/takedown-name-sources'
import { nameSources } from '@/lib/takedowns/name-sources'
import { testDatabase } from '@/tests/support/database'
import { OPT_OUT, requestOf, submit, type TakedownWorld, takedownWorld } from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

beforeAll(async () => {
  world = await takedownWorld(database.db, [{ id: 's1', text: 'Only one row.' }])
})

const sources = (requestId: string) => database.admin.sql<{ kind: string; source: string | null }[]>`
  select kind, encode(source, 'hex') as source from takedown_target where request_id = ${requestId} order by ordinal`
const forget = (requestId: string) =>
  database.admin.sql`update takedown_target set source = null where request_id = ${requestId}`

it('what was named before sources were noted gets the source it would have today; what only names rows, words or nobody any more gets none', async () => {
  const targets = [
    'https://walks.example/quay?utm_source=x',
    'author: Ana Ånström',
    'id: t3_9xk2',
    'walks.example',
    'https://walks.example/~ana/',
    '“words that stand in a row”',
    'row 0',
  ].join('\n')
  await submit(world, { ...OPT_OUT, targets })
  const { id } = await requestOf(database, world)
  const before = await sources(id)
  expect(before.map(({ source }) => source !== null)).toEqual([true, true, true, true, true, false, false])
  await submit(world, { ...OPT_OUT, targets: 'https://walks.example/erased' })
  const { id: erased } = await requestOf(database, world)
  await transact((tx) => destroyKey(tx, requestSubject(erased)), database.db)

  await forget(id)
  await forget(erased)
  await takedownNameSources({})
  expect(await sources(id)).toEqual(before)
  expect((await sources(erased)).map(({ source }) => source)).toEqual([null])
  expect(await nameSources(), 'again there is nothing to do').toBe(0)
})

it('is done in batches, and goes on behind a run that was stopped', async () => {
  const targets = Array.from({ length: 700 }, (_, n) => `https://walks.example/${n}`).join('\n')
  await submit(world, { ...OPT_OUT, targets })
  const { id } = await requestOf(database, world)
  await forget(id)
  await expect(nameSources(AbortSignal.abort())).rejects.toThrow()
  expect(await nameSources()).toBe(700)
  expect((await sources(id)).every(({ source }) => source !== null)).toBe(true)
})
