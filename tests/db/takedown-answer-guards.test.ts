import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { answerInput } from '@/lib/takedowns/answer-input'
import { agreeToAnswer, answerAccess, dropAnswer } from '@/lib/takedowns/answer-right'
import { answerRows } from '@/lib/takedowns/answer-rows'
import { toldAnswer } from '@/lib/takedowns/answers'
import { erasePersonalData } from '@/lib/takedowns/erase'
import { lockRequest } from '@/lib/takedowns/request-row'
import { testDatabase } from '@/tests/support/database'
import { newMember } from './review-world'
import { proposedIn, seenByLetter } from './rights-world'
import { as, askFor, PRIVACY, requestOf, type TakedownWorld, takedownWorld } from './takedown-world'

const database = testDatabase()
let world: TakedownWorld
let second: Member
let admin: Member

beforeAll(async () => {
  world = await takedownWorld(database.db, [
    { id: 'lamp', text: 'Orla Fenn keeps the lamp of the lighthouse.', url: 'https://lamps.example/1' },
    { id: 'barn', text: 'A barn was let to nobody in particular.', url: 'https://barns.example/2' },
  ])
  second = await newMember(database.db, [['lead', world.datasetId]])
  admin = await newMember(database.db, [], ['admin'])
})

async function ask(): Promise<string> {
  await askFor(database, world, { ...PRIVACY, right: 'access', targets: '"lamp of the lighthouse"' })
  const { id: requestId } = await requestOf(database, world)
  await seenByLetter(world, requestId)
  return requestId
}

/** The answer that waits for a second person. */
async function propose(requestId: string): Promise<string> {
  const { rows } = await answerRows(world.db, { id: requestId, datasetId: world.datasetId })
  const fields = Object.fromEntries(rows.map(({ digest }) => [`verdict.${digest}`, 'give']))
  await as(world, answerAccess, world.lead, answerInput.parse({ requestId, ...fields }))
  return proposedIn(world, requestId)
}

async function tell(requestId: string): Promise<string> {
  await as(world, agreeToAnswer, second, { requestId, answerId: await propose(requestId) })
  return (await toldAnswer(world.db, requestId))?.id ?? ''
}

const addRow = (answerId: string, requestId: string) => database.sql`
  insert into takedown_answer_row (answer_id, request_id, dataset_id, digest, verdict)
  values (${answerId}, ${requestId}, ${world.datasetId}, ${Buffer.alloc(32, 7)}, 'not_them')`
const rowsOf = async (answerId: string) => {
  const [row] = await database.sql<{ n: number }[]>`
    select count(*)::int as n from takedown_answer_row where answer_id = ${answerId}`
  return row?.n
}

/** Whether somebody waits for what another transaction holds. */
const isWaitedFor = async () =>
  (
    await database.admin.sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  ).length > 0

/** Everything here as the role of the running product, past its verbs. */
describe('the database', () => {
  it('takes no answer that begins as told, so that none goes past the proofs and the second person', async () => {
    const requestId = await ask()
    for (const state of ['told', 'dropped'])
      await expect(
        database.sql`
          insert into takedown_answer (request_id, kind, state, proposed_by, agreed_by, told_at, expires_at)
          values (${requestId}, 'copy', ${state}, ${world.lead.id}, ${second.id},
            ${state === 'told' ? '2026-11-01' : null}::timestamptz, now() + interval '30 days')`,
        state,
      ).rejects.toThrow(/was never proposed/)
  })

  it('refuses a copy that gives a row without a proof, however it is told', async () => {
    const requestId = await ask()
    const answerId = await propose(requestId)
    const other = await ask()
    const [proof] = await database.sql<{ id: string }[]>`
      select id from takedown_proof where request_id = ${other} and state = 'proven'`
    await database.sql`
      insert into takedown_answer_row (answer_id, request_id, dataset_id, digest, verdict, proof_id)
      values (${answerId}, ${requestId}, ${world.datasetId}, ${Buffer.alloc(32, 7)}, 'give', ${proof?.id ?? ''})`
    await expect(
      database.sql`
        update takedown_answer set state = 'told', told_at = now(), expires_at = now() + interval '1 day',
          agreed_by = ${second.id}, agreed_at = now() where id = ${answerId}`,
    ).rejects.toThrow(/nobody has shown to be theirs/)
  })

  it('adds no row to an answer that was told or dropped, changes none and takes none away', async () => {
    const toldIn = await ask()
    const told = await tell(toldIn)
    const droppedIn = await ask()
    const dropped = await propose(droppedIn)
    await addRow(dropped, droppedIn)
    await as(world, dropAnswer, admin, { requestId: droppedIn, answerId: dropped })
    for (const [answerId, requestId] of [
      [told, toldIn],
      [dropped, droppedIn],
    ] as const) {
      const before = await rowsOf(answerId)
      await expect(addRow(answerId, requestId)).rejects.toThrow(/rows of answer .* stay/)
      await expect(
        database.sql`delete from takedown_answer_row where answer_id = ${answerId}`,
      ).rejects.toThrow(/rows of answer .* stay/)
      await expect(
        database.sql`update takedown_answer_row set verdict = 'others' where answer_id = ${answerId}`,
      ).rejects.toThrow(/permission denied/)
      await expect(
        database.admin.sql`update takedown_answer_row set verdict = 'others' where answer_id = ${answerId}`,
        'nor by hand',
      ).rejects.toThrow(/rows of answer .* stay/)
      expect(await rowsOf(answerId)).toBe(before)
    }
  })

  it('adds no row to an answer that is told at that very moment', async () => {
    const requestId = await ask()
    const answerId = await propose(requestId)
    const [adding] = await database.sql.begin(async (sql) => {
      await sql`
        update takedown_answer set state = 'told', told_at = now(), expires_at = now() + interval '1 day',
          agreed_by = ${second.id}, agreed_at = now() where id = ${answerId}`
      const added = addRow(answerId, requestId).then(() => 'added', String)
      while (!(await isWaitedFor())) await setTimeout(20)
      return [added]
    })
    expect(await adding).toMatch(/rows of answer .* stay/)
  })

  it('makes nothing else of an answer that was told, nor of who proposed it', async () => {
    const requestId = await ask()
    const answerId = await tell(requestId)
    const set = (column: string, value: string | null) =>
      database.sql`update takedown_answer set ${database.sql(column)} = ${value} where id = ${answerId}`
    await expect(
      database.sql`update takedown_answer set state = 'proposed', told_at = null where id = ${answerId}`,
    ).rejects.toThrow(/what answer .* became stays/)
    await expect(set('agreed_by', admin.id)).rejects.toThrow(/became stays/)
    await expect(set('accepted_at', '2026-01-01')).rejects.toThrow(/became stays/)
    await expect(set('proposed_by', admin.id)).rejects.toThrow(/permission denied/)
  })

  it('lets the rows go with who asked', async () => {
    const requestId = await ask()
    const answerId = await tell(requestId)
    expect(await rowsOf(answerId)).toBe(1)
    await world.db.transaction(async (tx) => {
      await erasePersonalData(tx, system('test'), await lockRequest(tx, requestId), 'retention_over')
    })
    expect(await rowsOf(answerId)).toBe(0)
    await expect(addRow(answerId, requestId)).rejects.toThrow(/rows of answer .* stay/)
  })

  it('takes what was told from a backup as it was: its owner restores it', async () => {
    const requestId = await ask()
    const answerId = await tell(requestId)
    await database.admin.sql.begin(async (sql) => {
      await sql`set local role winnow_owner`
      const [copied] = await sql<{ id: string }[]>`
        insert into takedown_answer (request_id, kind, state, proposed_by, agreed_by, told_at, expires_at)
        select request_id, kind, state, proposed_by, agreed_by, told_at, expires_at from takedown_answer where id = ${answerId}
        returning id`
      await sql`
        insert into takedown_answer_row
        select ${copied?.id ?? ''}, request_id, dataset_id, digest, verdict, spans, proof_id
        from takedown_answer_row where answer_id = ${answerId}`
      expect(copied).toBeDefined()
    })
    const [told] = await database.sql<{ n: number }[]>`
      select count(*)::int as n from takedown_answer_row r join takedown_answer a on a.id = r.answer_id
      where a.request_id = ${requestId} and a.state = 'told'`
    expect(told?.n).toBe(2)
  })

  it('makes another right of no request', async () => {
    const requestId = await ask()
    for (const right of ['erasure', 'rectification', null])
      await expect(
        database.sql`update takedown_request set asked_right = ${right} where id = ${requestId}`,
      ).rejects.toThrow(/asks for stays/)
  })
})
