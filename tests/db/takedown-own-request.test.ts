import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { claimNext } from '@/lib/review/claim'
import { grantRole } from '@/lib/people/grant-role'
import { override } from '@/lib/review/override'
import { erasePersonalData } from '@/lib/takedowns/erase'
import { loadMember, system } from '@/lib/auth/load-actor'
import { shownNow } from '@/tests/support/shown'
import { testDatabase } from '@/tests/support/database'
import { agreeTo, newMember } from './review-world'
import {
  askFor,
  casesOfRequest,
  PRIVACY,
  requestOf,
  runJobs,
  takedownWorld,
  type TakedownWorld,
} from './takedown-world'
import { answerReport, CHILD, reportUrgently } from './urgent-world'

const database = testDatabase()
let world: TakedownWorld
beforeEach(async () => {
  world = await takedownWorld(database.db, [
    { id: 'a', text: 'Entry 1 of the harbour album, by keeper.1@mail.example.org' },
    { id: 'b', text: 'Entry 2 of the harbour album, by keeper.2@mail.example.org' },
  ])
  for (const { id } of [world.reviewer, world.lead]) await agreeTo(world.db, id, ['pii'])
})

const addressOf = async ({ id }: Member) => {
  const [row] = await database.sql<{ email: string }[]>`select email from person where id = ${id}`
  return row?.email ?? ''
}
const seatsOf = (caseId: string) =>
  database.sql`select person_id as id, kind from case_seat where case_id = ${caseId}`
const next = (who: Member, held: string[] = []) =>
  transact((tx) => claimNext(tx, who, { datasetId: world.datasetId, held, queueId: undefined }), world.db)

async function ask(email: string) {
  await askFor(database, world, { ...PRIVACY, email, targets: 'row 0' })
  const { id } = await requestOf(database, world)
  const [found] = await casesOfRequest(database, id)
  if (!found) throw new Error('no case')
  return { requestId: id, caseId: found.id }
}
const decide = (who: Member, caseId: string) =>
  transact(
    async (tx) =>
      override(tx, who, {
        ...(await shownNow(tx, { datasetId: world.datasetId, caseId })),
        ...{
          datasetId: world.datasetId,
          caseId,
          policyVersionId: world.policyId,
          supersedes: null,
          queue: '',
        },
        ...{
          action: 'remove',
          reasonCode: 'pii.profile',
          spans: [],
          passages: [],
          label: undefined,
          note: undefined,
        },
      }),
    world.db,
  )

describe('a request by somebody of the team', () => {
  it('is handed out to others, never to them, whatever way its address is written', async () => {
    const email = (await addressOf(world.reviewer)).toUpperCase()
    const { caseId } = await ask(email)
    expect(await seatsOf(caseId)).toEqual([{ id: world.reviewer.id, kind: 'flagged' }])
    const other = String((await next(world.reviewer)).caseId)
    expect(other).not.toBe(caseId)
    expect((await next(world.reviewer, [other])).caseId).toBeNull()
    expect((await next(world.lead)).caseId, 'requests come first').toBe(caseId)
  })

  it('ends their claim of what it is about', async () => {
    const handed = [String((await next(world.reviewer)).caseId)]
    handed.push(String((await next(world.reviewer, handed)).caseId))
    const { caseId } = await ask(await addressOf(world.reviewer))
    expect(handed).toContain(caseId)
    const [lease] = await database.sql`select outcome from lease where case_id = ${caseId}`
    expect(lease).toEqual({ outcome: 'released' })
    expect(await seatsOf(caseId)).toEqual([{ id: world.reviewer.id, kind: 'flagged' }])
    const [found] = await database.sql`select taken from review_case where id = ${caseId}`
    expect(found).toEqual({ taken: 0 })
  })

  it('is decided directly by another lead, and by its sender where there is none', async () => {
    const { caseId } = await ask(await addressOf(world.lead))
    const other = await newMember(world.db, [['lead', world.datasetId]])
    await expect(decide(world.lead, caseId)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringMatching(/You flagged this item yourself/),
    })
    await database.sql`insert into recusal (person_id, dataset_id) values (${other.id}, ${world.datasetId})`
    expect(await decide(world.lead, caseId)).toMatchObject({ state: 'decided' })
  })

  it('is not theirs either when they asked first and came to the team later', async () => {
    const email = 'later@example.org'
    const { caseId } = await ask(email)
    const { id } = await newMember(world.db, [])
    await agreeTo(world.db, id, ['pii'])
    await database.admin.sql`update person set email = ${email} where id = ${id}`
    expect(await seatsOf(caseId)).toEqual([])
    const grant = { email, role: 'reviewer', dataset: world.slug } as const
    await transact((tx) => grantRole(tx, system('test'), grant), world.db)
    await runJobs(database)
    expect(await seatsOf(caseId)).toEqual([{ id, kind: 'flagged' }])
    const who = await loadMember(world.db, id)
    if (!who) throw new Error('no member')
    const other = String((await next(who)).caseId)
    expect(other).not.toBe(caseId)
    expect((await next(who, [other])).caseId).toBeNull()
    expect((await next(world.lead)).caseId, 'others are served it').toBe(caseId)
  })

  it('seats nobody for an address that no account has confirmed', async () => {
    await database.admin.sql`update person set verified_at = null where id = ${world.reviewer.id}`
    const { caseId } = await ask(await addressOf(world.reviewer))
    expect(await seatsOf(caseId)).toEqual([])
  })

  it('leaves nothing behind of who sent it once that was erased', async () => {
    const { requestId, caseId } = await ask(await addressOf(world.reviewer))
    const { id, datasetId } = { id: requestId, datasetId: world.datasetId }
    await transact(
      (tx) =>
        erasePersonalData(tx, system('takedown'), { id, datasetId, restricted: false }, 'retention_over'),
      world.db,
    )
    expect(await seatsOf(caseId)).toEqual([])
  })
})

it('a report of the urgent lane keeps nobody from answering it, whosever address was given', async () => {
  await newMember(world.db, [], ['safety_officer'])
  const fields = { ...CHILD, targets: 'row 0', email: await addressOf(world.officer) }
  const { id } = await reportUrgently(database, world, fields)
  await runJobs(database)
  for (const found of await casesOfRequest(database, id)) expect(await seatsOf(found.id)).toEqual([])
  expect(await answerReport(world, id, 'confirm')).toMatchObject({ decided: 1 })
})
