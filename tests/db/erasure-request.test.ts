import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { keyIdOf } from '@/lib/crypto/subject-keys'
import { requestSubject } from '@/lib/crypto/subject'
import { beginErasure } from '@/lib/erasure/begin'
import { finishErasures } from '@/lib/erasure/finish'
import { erasureFolder, listedErasures } from '@/lib/erasure/list'
import { isEmpty, previewErasure } from '@/lib/erasure/preview'
import { openingOf } from '@/lib/log/queries'
import { drainPending } from '@/lib/log/sequencer'
import { mailbox } from '@/lib/mail/queries'
import { contactOf } from '@/lib/takedowns/contact'
import { eraseRequest } from '@/lib/takedowns/erase'
import { trackingView } from '@/lib/takedowns/tracking'
import { withdraw } from '@/lib/takedowns/withdraw'
import { testDatabase } from '../support/database'
import { inDatabase } from '../support/traces'
import { newMember } from './review-world'
import { statusOf } from './takedown-facts'
import { holdsLater } from '@/lib/takedowns/standing'
import {
  askFor,
  casesOfRequest,
  decideCase,
  OPT_OUT,
  PRIVACY,
  requestOf,
  takedownWorld,
  type TakedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
beforeAll(async () => {
  world = await takedownWorld(database.db, [
    { id: 'r1', text: 'A recipe for soup.' },
    { id: 'r2', text: 'A recipe for bread.', url: 'https://bread.example/1' },
    { id: 'r3', text: 'A recipe for cake.', url: 'https://cake.example/1' },
    { id: 'r4', text: 'A recipe for jam, by somebody named Quill.' },
  ])
})

const NEEDLES = ['Ada Example', 'ada.quill@people.example', 'A recipe for']

/** Confirmed, and closed by whoever wrote it. */
async function closedRequest() {
  const tracking = await askFor(database, world, {
    ...PRIVACY,
    email: 'ada.quill@people.example',
    targets: '"A recipe for soup."',
  })
  const { id, reference } = await requestOf(database, world)
  await transact((tx) => withdraw(tx, visitor, { token: tracking, sure: 'on' }))
  return { id, reference, tracking }
}

const input = (request: string) =>
  ({ what: 'request', dataset: world.slug, request, basis: 'consent_withdrawn' }) as const

describe('erasing a request', () => {
  it('destroys who asked, what they named, their letters and what opens its log entries', async () => {
    const { id, reference, tracking } = await closedRequest()
    await drainPending()
    const events = await database.sql<{ entry: string }[]>`
      select entry_id as entry from takedown_event where request_id = ${id}`
    expect(await contactOf(database.db, id)).toMatchObject({ name: 'Ada Example' })
    expect(await openingOf(events[0]?.entry ?? '')).toMatchObject({ value: { request: id } })
    expect(await previewErasure(world.officer, input(reference))).toMatchObject({
      contact: 1,
      targets: 1,
      openings: events.length,
      blocked: null,
    })

    const { datasetId } = await transact((tx) => beginErasure(tx, world.officer, input(reference)))
    expect(await contactOf(database.db, id)).toBeNull()
    for (const { entry } of events) expect(await openingOf(entry)).toBeNull()
    expect(await keyIdOf(database.db, requestSubject(id))).toBeNull()
    const admin = await newMember(database.db, [], ['admin'])
    expect((await mailbox(admin)).every(({ letter }) => letter === null)).toBe(true)
    expect(await trackingView(tracking)).toMatchObject({ status: 'withdrawn', targets: [] })
    expect(
      (await inDatabase(NEEDLES, database.admin.sql)).filter((found) => !found.includes('dataset')),
    ).toEqual([])

    await finishErasures(datasetId)
    await drainPending()
    const erased = await database.sql<{ n: number }[]>`
      select count(*)::int as n from log_entry where encode(body, 'escape') like '%"t":"erasure"%'`
    expect(erased[0]?.n).toBe(events.length)
    expect(await listedErasures(erasureFolder())).toMatchObject([{ requestId: id, digest: null }])
    expect(isEmpty(await previewErasure(world.officer, input(reference)))).toBe(true)
    const again = await transact((tx) => beginErasure(tx, world.officer, input(reference)))
    expect(again.resumed).toBe(true)
  })

  it('waits until the request is closed', async () => {
    await askFor(database, world, { ...PRIVACY, targets: '"A recipe for soup."' })
    const { reference } = await requestOf(database, world)
    await expect(transact((tx) => beginErasure(tx, world.officer, input(reference)))).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await previewErasure(world.officer, input(reference))).toMatchObject({
      blocked: expect.any(String),
    })
  })

  it('happens by itself when its time is over, key included', async () => {
    const { id } = await closedRequest()
    expect(await keyIdOf(database.db, requestSubject(id))).not.toBeNull()
    await transact((tx) => eraseRequest(tx, id))
    await transact((tx) => eraseRequest(tx, id))
    expect(await keyIdOf(database.db, requestSubject(id))).toBeNull()
    const rows = await database.sql`select basis, actor from erasure where request_id = ${id}`
    expect([...rows]).toEqual([{ basis: 'retention_over', actor: 'system:takedown' }])
  })
})

const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)

describe('the end of a request’s year', () => {
  it('waits for the time in which its answer can be contested, whenever that was given', async () => {
    await askFor(database, world, { ...PRIVACY, targets: '"A recipe for jam, by somebody named Quill."' })
    const { id } = await requestOf(database, world)
    for (const { id: caseId } of await casesOfRequest(database, id))
      await decideCase(database, world, { caseId, action: 'keep', reasonCode: 'pii.example' })
    // Sent 350 days ago, decided today.
    await database.admin.sql`
      update takedown_request set submitted_at = now() - interval '350 days' where id = ${id}`
    await transact((tx) => eraseRequest(tx, id, inDays(15)))
    expect(await contactOf(database.db, id)).not.toBeNull()
    const [kept] = await database.admin.sql<{ until: string; again: string }[]>`
      select c.retain_until as until, max(j.run_at) as again
      from takedown_contact c, graphile_worker.jobs j
      where c.request_id = ${id} and j.task_identifier = 'takedown.erase' group by 1`
    const until = new Date(kept?.until ?? 0).getTime()
    expect(until).toBeGreaterThan(inDays(180).getTime())
    expect(until).toBeLessThan(inDays(190).getTime())
    await transact((tx) => eraseRequest(tx, id, inDays(179)))
    expect(await statusOf(database, id)).toBe('no_action')
    expect(await contactOf(database.db, id)).not.toBeNull()
    await transact((tx) => eraseRequest(tx, id, inDays(190)))
    expect(await contactOf(database.db, id)).toBeNull()
  })

  it('leaves an opt-out what it held for: one for what is there now makes no rule later, one for all keeps its rules', async () => {
    const held: boolean[] = []
    for (const [host, fields] of [
      ['bread.example', { include_future: 'no' }],
      ['cake.example', {}],
    ] as const) {
      await askFor(database, world, { ...OPT_OUT, ...fields, targets: `https://${host}/1` })
      const { id } = await requestOf(database, world)
      for (const { id: caseId } of await casesOfRequest(database, id))
        await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'optout.own' })
      const request = { id, kind: 'opt_out' } as const
      const before = await holdsLater(database.db, request)
      await transact((tx) => eraseRequest(tx, id, inDays(800)))
      expect(await contactOf(database.db, id)).toBeNull()
      held.push(before, await holdsLater(database.db, request))
    }
    expect(held).toEqual([false, false, true, true])
  })
})
