import { beforeEach, describe, expect, it, vi } from 'vitest'
import { transact } from '@/db/client'
import { withdraw } from '@/lib/takedowns/withdraw'
import { withdrawInput } from '@/lib/takedowns/input'
import { pendingResponse } from '@/lib/pending/serve'
import { openPending } from '@/lib/release-format/pending'
import { testDatabase } from '@/tests/support/database'
import { publishNow, runReleaseJobs } from './fulfilment-world'
import { followed, takeBack } from './other-side-world'
import { statusOf } from './takedown-facts'
import {
  askFor,
  casesOfRequest,
  decideCase,
  OPT_OUT,
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
  text: `A line of its own, number ${i}, said at the harbour.`,
  url: `https://site-${i % 10}.example/page-${i}`,
}))
beforeEach(async () => {
  world = await takedownWorld(database.db, ROWS)
  await publishNow(database, world)
})

async function listed(query = '') {
  await runReleaseJobs(database, { byItself: false })
  const answer = await pendingResponse(
    new Request(`http://winnow.test/pending-removals.json${query}`),
    world.slug,
    'public',
  )
  const { files } = openPending(Buffer.from(await answer.arrayBuffer()), null)
  return files.flatMap(({ rows }) => rows.flatMap(([at, n]) => Array.from({ length: n }, (_, i) => at + i)))
}

const OWN: ['remove', string] = ['remove', 'optout.own']
const SITE_3 = [3, 13, 23, 33]

describe('what two people asked for', () => {
  it('stays on the list when the first of them takes it back, for the second still asks', async () => {
    const first = await followed(database, world, { ...OPT_OUT, targets: 'site-3.example' }, [OWN])
    await askFor(database, world, { ...OPT_OUT, targets: 'site-3.example' })
    const second = await requestOf(database, world)
    expect(await statusOf(database, second.id)).toBe('actioned')
    expect(await listed()).toEqual(SITE_3)
    await takeBack(world, first, 'whole')
    expect(await statusOf(database, first.id)).toBe('retracted')
    expect(await listed()).toEqual(SITE_3)
    await publishNow(database, world)
    expect(await statusOf(database, second.id), 'and the release does what was listed').toBe('closed')
  })

  it('stays when the second takes it back, and goes with the last of them', async () => {
    const first = await followed(database, world, { ...OPT_OUT, targets: 'site-3.example' }, [OWN])
    const tracking = await askFor(database, world, { ...OPT_OUT, targets: 'site-3.example' })
    const { id, reference } = await requestOf(database, world)
    const second = { id, reference, tracking, email: '' }
    expect(await statusOf(database, id)).toBe('actioned')
    await takeBack(world, second, 'whole')
    expect(await listed()).toEqual(SITE_3)
    await takeBack(world, first, 'whole')
    expect(await listed()).toEqual([])
  })
})

it('what was decided before its request was withdrawn stays on the list, as it stays decided', async () => {
  const targets = `“${ROWS[5]?.text}”\n“${ROWS[6]?.text}”`
  const token = await askFor(database, world, { ...PRIVACY, targets })
  const { id } = await requestOf(database, world)
  const [first] = await casesOfRequest(database, id)
  await decideCase(database, world, { caseId: first?.id ?? '', action: 'remove', reasonCode: 'pii.profile' })
  expect(await listed()).toEqual([5])
  await transact((tx) => withdraw(tx, visitor, withdrawInput.parse({ token, sure: 'on' })), world.db)
  await decideCase(database, world, {
    caseId: (await casesOfRequest(database, id))[1]?.id ?? '',
    action: 'keep',
    reasonCode: 'pii.example',
  })
  expect(await listed()).toEqual([5])
})
