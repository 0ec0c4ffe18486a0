import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Actor, Member } from '@/lib/auth/actor'
import { registerFeed } from '@/lib/register/feed'
import { registerFilter } from '@/lib/register/filter'
import { proposeInput } from '@/lib/register/input'
import { proposeNotice, releaseNotice } from '@/lib/register/publish'
import { registerEntryView, registerPage } from '@/lib/register/queries'
import { publicityOf } from '@/lib/register/staff'
import { appeal } from '@/lib/review/appeal'
import type { Action } from '@/lib/review/status'
import { contest } from '@/lib/takedowns/appeal'
import { contestInput } from '@/lib/takedowns/input'
import { requestView } from '@/lib/takedowns/queries'
import { testDatabase } from '@/tests/support/database'
import { marked } from './register-fields'
import { agreed } from './other-side-world'
import { endEmbargo } from './register-world'
import { newMember } from './review-world'
import { decisionOf } from './takedown-facts'
import {
  askFor,
  casesOfRequest,
  decideCase,
  requestOf,
  type TakedownWorld,
  takedownWorld,
  visitor,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
let another: Member
beforeEach(async () => {
  world = await takedownWorld(database.db, [
    { id: 'a1', text: 'A recipe for soup, published elsewhere.' },
    { id: 'a2', text: 'A recipe for bread, published elsewhere.' },
  ])
  another = await newMember(database.db, [['lead', world.datasetId]])
})

const CONFLICT: [Action, string] = ['remove', 'licence.conflict']
const COPIED: [Action, string] = ['remove', 'copyright.owner']
const NO_CONFLICT: [Action, string] = ['keep', 'licence.notice']

/** A request about both rows, decided, and its notice where everybody reads it. */
async function published(decisions: [Action, string][] = [], kind: 'licence' | 'copyright' = 'licence') {
  const tracking = await askFor(database, world, {
    ...marked(kind),
    targets: '"A recipe for bread, published elsewhere."\n"A recipe for soup, published elsewhere."',
  })
  const { id: requestId } = await requestOf(database, world)
  const cases = await casesOfRequest(database, requestId)
  for (const [i, { id: caseId }] of cases.entries()) {
    const [action, reasonCode] = decisions[i] ?? (kind === 'licence' ? CONFLICT : COPIED)
    await decideCase(database, world, { caseId, action, reasonCode })
  }
  await agreed(database, world, requestId)
  await transact((tx) => proposeNotice(tx, world.lead, proposeInput.parse({ requestId })), world.db)
  const [fact] = await database.sql<{ id: string; register: string; type: string }[]>`
    select f.id, f.register_id as register, f.type from register_fact f
    join register_entry e on e.id = f.register_id where e.request_id = ${requestId}`
  const register = fact?.register ?? ''
  if (fact?.type === 'proposed')
    await transact(
      (tx) => releaseNotice(tx, another, { requestId, registerId: register, fact: fact.id }),
      world.db,
    )
  await endEmbargo(database, register)
  return { tracking, requestId, register, cases: cases.map(({ id }) => id) }
}

const decideAgain = (by: Member, caseId: string, [action, reasonCode]: [Action, string]) =>
  decideCase(database, world, { by, caseId, action, reasonCode })

const contestCase = async (who: Actor, caseId: string) =>
  transact(
    async (tx) =>
      appeal(tx, who, {
        ...{ datasetId: world.datasetId, caseId, decisionId: (await decisionOf(database, caseId)) ?? '' },
        grounds: 'The rows are ours, and were never published elsewhere.',
      }),
    world.db,
  )

const found = async (outcome: string) =>
  (await registerPage(registerFilter.parse({ outcome, dataset: world.slug }))).entries.map(({ id }) => id)

const today = new Date().toISOString().slice(0, 10)

describe('a notice whose decision did not hold', () => {
  it('says what a complaint of the maintainers changed, and is found by what holds', async () => {
    const { register, requestId, cases } = await published()
    expect(await registerEntryView(register)).toMatchObject({
      ...{ standing: 'stands', now: null },
      notice: { outcome: 'granted', items: { remove: 2 } },
    })
    await contestCase(world.maintainer, cases[0] ?? '')
    expect(await registerEntryView(register)).toMatchObject({ standing: 'contested', now: null })

    await decideAgain(another, cases[0] ?? '', NO_CONFLICT)
    const entry = await registerEntryView(register)
    expect(entry).toMatchObject({
      ...{ standing: 'stands', notice: { outcome: 'granted', items: { remove: 2 } } },
      now: { outcome: 'granted_in_part', items: { remove: 1, keep: 1 }, since: today },
    })
    expect(await found('granted')).not.toContain(register)
    expect(await found('granted_in_part')).toContain(register)
    expect(registerFeed([entry], { self: 'https://x.example/a', page: 'https://x.example/b' })).toContain(
      'Granted in part',
    )
    expect((await publicityOf(another, await requestView(another, requestId))).now).toEqual(entry.now)

    await contestCase(world.maintainer, cases[1] ?? '')
    await decideAgain(another, cases[1] ?? '', NO_CONFLICT)
    expect(await registerEntryView(register)).toMatchObject({
      now: { outcome: 'declined', items: { keep: 2 } },
    })
  })

  it('says what a complaint of its requester changed', async () => {
    const { register, tracking, cases } = await published([NO_CONFLICT, NO_CONFLICT])
    expect((await registerEntryView(register)).notice?.outcome).toBe('declined')
    await transact(
      (tx) =>
        contest(tx, visitor, contestInput.parse({ token: tracking, grounds: 'It is published elsewhere.' })),
      world.db,
    )
    expect(await registerEntryView(register)).toMatchObject({ standing: 'contested', now: null })
    for (const caseId of cases) await decideAgain(another, caseId, CONFLICT)
    expect(await registerEntryView(register)).toMatchObject({
      now: { outcome: 'granted', items: { remove: 2 }, since: today },
    })
    expect(await found('granted')).toContain(register)
  })

  it('says nothing new when it was decided again as before', async () => {
    const { register, cases } = await published()
    await contestCase(world.maintainer, cases[0] ?? '')
    await decideAgain(another, cases[0] ?? '', CONFLICT)
    expect(await registerEntryView(register)).toMatchObject({ standing: 'stands', now: null })
  })

  it('says nothing of what waits for a second person', async () => {
    const { register, requestId, cases } = await published([], 'copyright')
    expect(await registerEntryView(register)).toMatchObject({ now: null, notice: { outcome: 'granted' } })
    await contestCase(world.maintainer, cases[0] ?? '')
    await decideAgain(another, cases[0] ?? '', ['keep', 'copyright.permitted'])
    expect((await registerEntryView(register)).now).toBeNull()
    await agreed(database, world, requestId)
    expect(await registerEntryView(register)).toMatchObject({
      now: { outcome: 'granted_in_part', items: { remove: 1, keep: 1 } },
    })
  })
})
