import { beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '@/lib/auth/actor'
import { publicityOf } from '@/lib/register/staff'
import { agree } from '@/lib/takedowns/four-eyes'
import { requestsFilter } from '@/lib/takedowns/input'
import { listRequests, requestsOfCase, requestView } from '@/lib/takedowns/queries'
import { agreeToReach } from '@/lib/takedowns/reach-verbs'
import { statementsOf } from '@/lib/takedowns/statement'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import { lastEventOf, statusOf } from './takedown-facts'
import {
  as,
  askFor,
  casesOfRequest,
  decideCase,
  lettersOf,
  requestOf,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
let second: Member

const ORDER = {
  kind: 'court_order',
  court: 'Harbour Court, Harbourton',
  case_number: '7 C 114/26',
  parties: 'Bracken against Harbour Texts',
  ordered: 'The text about the ferry is not to be passed on until 1 May 2030.',
  concerns: 'copyright',
  relation: 'counsel',
  name: 'Runa Bracken',
  attest_accurate: 'on',
}

beforeAll(async () => {
  world = await takedownWorld(
    database.db,
    ['yes', 'no'].map((id) => ({ id, text: `The ferry called ${id} was painted by the harbour master.` })),
  )
  second = await newMember(world.db, [['lead', world.datasetId]])
})

/** An order about one row, complied with by two people. */
async function complied(confidential: 'yes' | 'no') {
  await askFor(database, world, { ...ORDER, confidential, targets: `"The ferry called ${confidential} was"` })
  const { id } = await requestOf(database, world)
  const [found] = await casesOfRequest(database, id)
  const caseId = found?.id ?? ''
  await decideCase(database, world, { caseId, action: 'remove', reasonCode: 'copyright.owner' })
  const { id: eventId } = await lastEventOf(database, id, 'outcome_ready')
  await as(world, agree, second, { requestId: id, eventId })
  expect(await statusOf(database, id)).toBe('actioned')
  return { id, caseId }
}

const listedFor = async (who: Member) =>
  (await listRequests(who, requestsFilter.parse({ state: 'all' }))).rows.map(({ id }) => id)
const onCaseFor = async (who: Member, caseId: string) =>
  (await requestsOfCase(who, { datasetId: world.datasetId, id: caseId })).map(({ id }) => id)
const told = async () => (await lettersOf(database, 'takedown-statement')).length

describe('an order that forbids to tell others of it', () => {
  it('is complied with, and read by nobody but who answers it', async () => {
    const before = await told()
    const { id, caseId } = await complied('yes')
    expect(await listedFor(world.lead)).toContain(id)
    expect(await onCaseFor(world.lead, caseId)).toEqual([id])
    for (const who of [world.maintainer, world.reviewer]) {
      expect(await listedFor(who)).not.toContain(id)
      expect(await onCaseFor(who, caseId)).toEqual([])
      await expect(requestView(who, id)).rejects.toMatchObject({ code: 'not_found' })
    }
    await expect(
      as(world, agreeToReach, world.maintainer, { requestId: id, covers: 'a'.repeat(64) }),
    ).rejects.toMatchObject({ code: 'not_found' })
    expect(await told()).toBe(before)
    expect(await statementsOf(id, database.db)).toEqual([])
    expect((await publicityOf(world.lead, await requestView(world.lead, id))).barred).toMatch(
      /forbids to tell others/,
    )
  })

  it('is a court’s: the database takes it of no other request', async () => {
    await expect(
      database.admin
        .sql`update takedown_request set confidential = true, kind = 'copyright' where kind = 'court_order'`,
    ).rejects.toThrow(/takedown_confidential/)
  })
})

describe('an order that does not', () => {
  it('is told to the maintainers with its reasons, and can be listed in the register', async () => {
    const before = await told()
    const { id, caseId } = await complied('no')
    expect(await listedFor(world.maintainer)).toContain(id)
    expect(await onCaseFor(world.reviewer, caseId)).toEqual([id])
    expect(await told()).toBeGreaterThan(before)
    expect(await statementsOf(id, database.db)).toHaveLength(1)
    expect((await publicityOf(world.lead, await requestView(world.lead, id))).barred).toBeNull()
  })
})
