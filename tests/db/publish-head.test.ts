import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { db, transact } from '@/db/client'
import { moveHead } from '@/lib/releases/commit'
import { loadFrozen } from '@/lib/releases/frozen'
import { testDatabase } from '../support/database'
import { publishTo, publishWorld } from './publish-world'

const database = testDatabase()

test('the command and the worker that publish the same first release at one moment both succeed', async () => {
  const world = await publishWorld('one-moment', 'rows')
  const { view } = await publishTo(world)
  const frozen = await loadFrozen(db(), world.datasetId, view.releaseId)
  // As a kill between the two last steps leaves it: published, and no head yet that either of them could lock.
  await database.admin.sql`delete from release_head where dataset_id = ${world.datasetId}`

  const slow = transact(async (tx) => {
    await moveHead(tx, frozen)
    await sleep(400)
  })
  await sleep(100)
  await Promise.all([slow, transact((tx) => moveHead(tx, frozen))])

  const heads = await database.sql`select release_id from release_head where dataset_id = ${world.datasetId}`
  expect(heads).toEqual([{ release_id: view.releaseId }])
})
