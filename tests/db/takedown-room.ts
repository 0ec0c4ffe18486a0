import { expect } from 'vitest'
import { transact } from '@/db/client'
import type { Limits } from '@/lib/takedowns/found'
import { locate } from '@/lib/takedowns/locate'
import { recordMatches, targetsToFind } from '@/lib/takedowns/match'
import { tallyOf } from '@/lib/takedowns/reach-record'
import { continueScan } from '@/lib/takedowns/scan'
import type { TestDatabase } from '@/tests/support/database'
import { lastLetter, linkIn, press, runJobs, submit, type TakedownWorld } from './takedown-world'

/** A request sent and confirmed, and looked for once as the job does it, where there is room for so much; the token of its tracking link. */
export async function askWithRoom(
  database: TestDatabase,
  world: TakedownWorld,
  fields: Parameters<typeof submit>[1],
  room: Partial<Limits>,
): Promise<string> {
  await submit(world, fields)
  const { text } = await lastLetter(database, 'takedown-confirm')
  const { tracking } = await press(world, linkIn(text, 'confirm'))
  const [request] = await database.admin.sql<{ id: string }[]>`
    select id from takedown_request where dataset_id = ${world.datasetId} order by submitted_at desc limit 1`
  const search = await transact((tx) => targetsToFind(tx, request?.id ?? ''), world.db)
  if (!search) throw new Error('nothing to look for')
  const limits = { ...search.limits, ...room }
  const words = search.targets.flatMap(({ id, target }) => (target.kind === 'quote' ? [{ id, target }] : []))
  expect(await continueScan({ ...search, words, limits })).toBe(true)
  const located = await locate(database.db, search, limits)
  if (!located) throw new Error('no revision')
  const tally = await tallyOf(database.db, search, located.reach)
  await transact((tx) => recordMatches(tx, search, located, tally), world.db)
  await runJobs(database)
  return tracking
}
