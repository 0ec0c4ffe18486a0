import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeAll, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { openLetter } from '@/lib/mail/outbox'
import { root } from '@/lib/runtime/root'
import { policyInForce } from '@/lib/policies/queries'
import {
  agreeToRequests,
  goOnWithRequests,
  prepareRequests,
  prepareRequestsUndo,
  startRequests,
  stopRequests,
} from '@/lib/request-bulk/prepare'
import { requestBulkView, requestResultsCsv } from '@/lib/request-bulk/queries'
import { program } from '@/tests/support/program'
import { testDatabase } from '@/tests/support/database'
import {
  lettersOf,
  linkIn,
  OPT_OUT,
  press,
  runJobs,
  submit,
  type TakedownWorld,
  takedownWorld,
} from './takedown-world'

const database = testDatabase()
let world: TakedownWorld

/** `WINNOW_TEST_OPT_OUTS=4000` for the hour in which as many arrive; fewer show the same in seconds. */
const ARRIVE = Number(process.env.WINNOW_TEST_OPT_OUTS ?? 55)

beforeAll(async () => {
  world = await takedownWorld(
    database.db,
    Array.from({ length: ARRIVE + 40 }, (_, i) => ({
      id: `w${i}`,
      text: `What author number ${i} wrote about the sea.`,
      url: `https://authors.example/${i}`,
    })),
  )
  for (let i = 0; i < ARRIVE; i++) await ask(`https://authors.example/${i}`)
  await runJobs(database)
})

async function ask(targets: string): Promise<void> {
  await submit(world, { ...OPT_OUT, targets })
  await press(world, linkIn((await lastConfirm()).text, 'confirm'))
}

/** The newest letter alone: opening all of some thousand each time would be most of the test. */
async function lastConfirm() {
  const [row] = await database.admin.sql<{ sealed: Buffer }[]>`
    select sealed from mail_message where template = 'takedown-confirm' order by created_at desc limit 1`
  const letter = row && (await openLetter(database.db, row.sealed))
  if (!letter) throw new Error('no letter')
  return letter
}

const asked = async () => ({
  datasetId: world.datasetId,
  kind: 'opt_out' as const,
  exact: true,
  proven: false,
  action: 'remove' as const,
  reasonCode: 'optout.own',
  policyVersionId: (await policyInForce(world.db, world.datasetId)).id,
})

const statuses = async () => {
  const rows = await database.admin.sql<{ status: string; n: number }[]>`
    select status::text, count(*)::int as n from takedown_request where dataset_id = ${world.datasetId} group by 1 order by 1`
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]))
}

describe('opt-outs that arrive by the thousand', () => {
  let bulkId = ''
  const at = () => ({ datasetId: world.datasetId, bulkId })

  it('are prepared together, and decided by nobody alone where they reach too far', async () => {
    const wanted = await asked()
    for (const nobody of [world.reviewer, world.maintainer, world.stranger])
      await expect(transact((tx) => prepareRequests(tx, nobody, wanted), world.db)).rejects.toMatchObject({
        code: expect.stringMatching(/not_found|forbidden/),
      })
    bulkId = (await transact((tx) => prepareRequests(tx, world.lead, wanted), world.db)).bulkId
    const view = await requestBulkView(world.lead, world.slug, bulkId)
    expect(view).toMatchObject({
      total: ARRIVE,
      rows: ARRIVE,
      needsSecond: true,
      openCases: ARRIVE,
      state: 'draft',
    })
    expect(await statuses()).toEqual({ under_review: ARRIVE })
    await expect(transact((tx) => startRequests(tx, world.lead, at()), world.db)).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(transact((tx) => agreeToRequests(tx, world.lead, at()), world.db)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      database.admin.sql`update takedown_bulk set second_by = prepared_by where id = ${bulkId}`,
    ).rejects.toThrow(/takedown_bulk_two_people/)
    await expect(
      database.admin
        .sql`update takedown_bulk set state = 'running', started_by = prepared_by where id = ${bulkId}`,
    ).rejects.toThrow(/takedown_bulk_two_people/)
    await transact((tx) => agreeToRequests(tx, world.maintainer, at()), world.db)
    await transact((tx) => startRequests(tx, world.lead, at()), world.db)
  })

  it('killed half-way, go on behind the last that was decided', async () => {
    const child = spawn(
      process.execPath,
      [...program('tests/support/request-bulk-child.ts'), world.datasetId, bulkId],
      {
        cwd: root,
        env: { ...process.env, WINNOW_FAILPOINT: 'request-bulk.before-commit:2' },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    const [, signal]: (number | string | null)[] = await once(child, 'exit')
    expect(signal).toBe('SIGKILL')
    expect(await statuses()).toEqual({ actioned: 10, under_review: ARRIVE - 10 })
  })

  it('each get their decision, their entries in the log, their rule and their letter', async () => {
    await runJobs(database)
    expect(await requestBulkView(world.lead, world.slug, bulkId)).toMatchObject({
      state: 'done',
      decided: ARRIVE,
      skipped: 0,
    })
    expect(await statuses()).toEqual({ actioned: ARRIVE })
    const [counts] = await database.admin.sql`
      select (select count(*)::int from decision where batch_id = ${bulkId} and kind = 'batch') as decisions,
             (select count(*)::int from takedown_event where type = 'bulk_decided') as events,
             (select count(*)::int from takedown_event where type = 'outcome') as outcomes,
             (select count(*)::int from suppression_rule where dataset_id = ${world.datasetId} and ended_at is null) as rules,
             (select count(distinct request_id)::int from mail_message where template = 'takedown-outcome') as told,
             (select count(*)::int from takedown_bulk_item where bulk_id = ${bulkId} and cardinality(entries) >= 2) as receipts`
    expect(counts).toMatchObject({
      decisions: ARRIVE,
      events: ARRIVE,
      outcomes: ARRIVE,
      told: ARRIVE,
      receipts: ARRIVE,
    })
    expect(counts?.rules).toBeGreaterThanOrEqual(ARRIVE)
    const csv = await text(requestResultsCsv({ datasetId: world.datasetId, id: bulkId }))
    expect(csv.trim().split('\r\n')).toHaveLength(ARRIVE + 1)
  })

  it('are taken back as far as they stand, each with a letter, within the time for it', async () => {
    const undo = await transact((tx) => prepareRequestsUndo(tx, world.lead, at()), world.db)
    const back = { datasetId: world.datasetId, bulkId: undo.bulkId }
    await transact((tx) => startRequests(tx, world.lead, back), world.db)
    await runJobs(database)
    expect(await requestBulkView(world.lead, world.slug, undo.bulkId)).toMatchObject({
      state: 'done',
      decided: ARRIVE,
    })
    expect(await statuses()).toEqual({ under_review: ARRIVE })
    const [left] = await database.admin.sql`
      select (select count(*)::int from suppression_rule where dataset_id = ${world.datasetId} and ended_at is null) as rules,
             (select count(*)::int from review_case where dataset_id = ${world.datasetId} and status = 'open') as open`
    expect(left).toEqual({ rules: 0, open: ARRIVE })
    const told = await lettersOf(database, 'takedown-taken-back')
    expect(told).toHaveLength(ARRIVE)
    await database.admin
      .sql`update takedown_bulk set ended_at = ended_at - interval '73 hours' where id = ${bulkId}`
    await expect(transact((tx) => prepareRequestsUndo(tx, world.lead, at()), world.db)).rejects.toMatchObject(
      {
        code: 'conflict',
      },
    )
  })
})

it('what moves on meanwhile is left out with the reason, and one whose job failed for good goes on when a lead lets it', async () => {
  const wanted = { ...(await asked()), action: 'keep' as const, reasonCode: 'optout.unproven' }
  const kept = await transact((tx) => prepareRequests(tx, world.lead, wanted), world.db)
  const at = { datasetId: world.datasetId, bulkId: kept.bulkId }
  const [moved] = await database.admin.sql<{ id: string }[]>`
    select id from takedown_request where dataset_id = ${world.datasetId} order by submitted_at limit 1`
  await database.admin
    .sql`update takedown_request set status = 'withdrawn', closed_at = now() where id = ${moved?.id ?? ''}`
  await transact((tx) => startRequests(tx, world.lead, at), world.db)
  const isStuck = async () => (await requestBulkView(world.lead, world.slug, kept.bulkId)).stuck
  const goOn = () => transact((tx) => goOnWithRequests(tx, world.lead, at), world.db)
  expect(await isStuck(), 'its job waits').toBe(false)
  await expect(goOn()).rejects.toMatchObject({ code: 'conflict' })
  await database.admin.sql`
    update graphile_worker._private_jobs set attempts = max_attempts where key = ${`takedown.bulk/${kept.bulkId}`}`
  await runJobs(database)
  expect(await isStuck()).toBe(true)
  await goOn()
  await runJobs(database)
  const view = await requestBulkView(world.lead, world.slug, kept.bulkId)
  expect(view).toMatchObject({ decided: ARRIVE - 1, skipped: 1, needsSecond: false })
  expect(view.counts).toEqual([{ why: 'moved', n: 1 }])
  expect(await statuses()).toEqual({ no_action: ARRIVE - 1, withdrawn: 1 })
  await expect(transact((tx) => stopRequests(tx, world.lead, at), world.db)).rejects.toMatchObject({
    code: 'conflict',
  })
})

async function text(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts).toString('utf8')
}
