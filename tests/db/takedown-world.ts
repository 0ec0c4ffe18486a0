import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TaskList } from 'graphile-worker'
import { expect } from 'vitest'
import { type Db, transact, type Tx } from '@/db/client'
import { tasks } from '@/lib/jobs/tasks'
import type { Member, Visitor } from '@/lib/auth/actor'
import { importRevision } from '@/lib/datasets/import-revision'
import { importHooks } from '@/lib/jobs/import-hooks'
import { openLetters } from '@/lib/mail/outbox'
import { publishFirstPolicy } from '@/lib/policies/first-policy'
import { policyInForce } from '@/lib/policies/queries'
import { openContents } from '@/lib/review/item-fields'
import { override } from '@/lib/review/override'
import type { Action } from '@/lib/review/status'
import { confirm } from '@/lib/takedowns/confirm'
import { submissionInput } from '@/lib/takedowns/input'
import { agreeToReach } from '@/lib/takedowns/reach-verbs'
import { receive } from '@/lib/takedowns/receive'
import { runQueue } from '@/tests/support/queue'
import { shownNow } from '@/tests/support/shown'
import type { TestDatabase } from '@/tests/support/database'
import { newDataset, newMember } from './review-world'
import { decisionOf } from './takedown-facts'

export type Row = { id: string; text: string; url?: string; author?: string }

export type TakedownWorld = {
  db: Db
  datasetId: string
  slug: string
  policyId: string
  lead: Member
  maintainer: Member
  officer: Member
  reviewer: Member
  stranger: Member
}

export const visitor: Visitor = { kind: 'visitor', network: 'f'.repeat(64) }

/** A dataset whose latest revision has these rows, with its team. */
export async function takedownWorld(db: Db, rows: readonly Row[]): Promise<TakedownWorld> {
  await transact(publishFirstPolicy, db)
  const [{ datasetId, slug }, other] = [await newDataset(db), await newDataset(db)]
  const maintainer = await newMember(db, [['maintainer', datasetId]])
  const world = {
    db,
    datasetId,
    slug,
    policyId: (await policyInForce(db, datasetId)).id,
    lead: await newMember(db, [['lead', datasetId]]),
    maintainer,
    officer: await newMember(db, [], ['safety_officer']),
    reviewer: await newMember(db, [['reviewer', datasetId]]),
    stranger: await newMember(db, [['lead', other.datasetId]]),
  }
  await importRows(world, rows)
  return world
}

/** A file of these rows. */
export function sourceOf(rows: readonly Row[]): { name: string; file: string } {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'winnow-rows-')), 'train.jsonl')
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return { name: 'train.jsonl', file }
}

/** Imports the rows as a new revision, as `winnow import` does. */
export async function importRows({ datasetId, maintainer }: TakedownWorld, rows: readonly Row[]) {
  const sources = [sourceOf(rows)]
  return importRevision(
    maintainer,
    {
      datasetId,
      sources,
      wishes: { id: 'id', ...(rows.some(({ author }) => author) ? { author: 'author' } : {}) },
    },
    await importHooks(datasetId),
  )
}

type Fields = Record<string, string>

export const PRIVACY: Fields = {
  kind: 'privacy',
  right: 'erasure',
  relation: 'self',
  name: 'Ada Example',
  attest_subject: 'on',
}

export const OPT_OUT: Fields = {
  kind: 'opt_out',
  relation: 'author',
  name: 'Ada Example',
  attest_authority: 'on',
}

/** The verb as this person would call it. */
export const as = <Who, Input, View>(
  world: TakedownWorld,
  verb: (tx: Tx, actor: Who, input: Input) => Promise<View>,
  actor: Who,
  input: Input,
): Promise<View> => transact((tx) => verb(tx, actor, input), world.db)

let people = 0

/** Sends the form, each time as somebody else unless the address is given: one address gets few letters a day. */
export function submit(world: TakedownWorld, fields: Fields, from: Visitor = visitor) {
  const input = submissionInput.parse({
    dataset: world.slug,
    email: `somebody-${people++}@people.example`,
    ...fields,
  })
  return transact((tx) => receive(tx, from, input), world.db)
}

export const press = (world: TakedownWorld, token: string) =>
  transact((tx) => confirm(tx, visitor, { token }), world.db)

/** The product's own tasks. */
const TASKS: TaskList = Object.fromEntries(
  (
    [
      'blobs.remove',
      'mail.send',
      'takedown.match',
      'takedown.restricted-import',
      'takedown.seat-newcomer',
      'takedown.take',
      'takedown.bulk',
      'lookup.search',
      'lookup.page',
      'lookup.forget',
      'takedown.put-back',
      'takedown.strike',
      'takedown.strike-forget',
      'takedown.case-decided',
      'takedown.duplicates',
      'takedown.elsewhere',
      'takedown.look',
      'takedown.look-among-removed',
      'takedown.owner-window',
      'takedown.silence',
      'takedown.expire',
      'takedown.erase',
    ] as const
  ).map((name) => [name, tasks[name]]),
)

export const runJobs = (database: TestDatabase): Promise<void> => runQueue(database, TASKS)

type Sealed = { template: string; state: string; sealed: Buffer }

/** What lies in the outbox, oldest first, of one kind or of all. */
const outbox = ({ admin }: TestDatabase, template?: string) => admin.sql<Sealed[]>`
  select template, state, sealed from mail_message
  where template = ${template ?? null} or ${template ?? null}::text is null
  order by created_at`

async function open({ db }: TestDatabase, rows: readonly Sealed[]) {
  const opened = await openLetters(
    db,
    rows.map(({ sealed }) => sealed),
  )
  return rows.map(({ template, state }, i) => ({ template, state, letter: opened[i] ?? null }))
}

/** The letters in the outbox, oldest first, opened. */
export const letters = async (database: TestDatabase) => open(database, await outbox(database))

/** Those of one kind. */
export const lettersOf = async (database: TestDatabase, template: string) =>
  open(database, await outbox(database, template))

/** The last letter of a kind, as its reader has it. */
export async function lastLetter(database: TestDatabase, template: string) {
  const [found] = await open(database, (await outbox(database, template)).slice(-1))
  if (!found?.letter) throw new Error(`no letter ${template}`)
  return found.letter
}

/** The secret in the link of a letter. */
export function linkIn(text: string, page: 'confirm' | 'track'): string {
  const token = new RegExp(`/takedowns/${page}/([\\w-]{43})\\b`).exec(text)?.[1]
  if (!token) throw new Error(`no ${page} link in: ${text}`)
  return token
}

/** A request sent, confirmed from its mail and matched; the token of its tracking link. */
export async function askFor(database: TestDatabase, world: TakedownWorld, fields: Fields): Promise<string> {
  await submit(world, fields)
  const { text } = await lastLetter(database, 'takedown-confirm')
  const { tracking } = await press(world, linkIn(text, 'confirm'))
  await runJobs(database)
  return tracking
}

export async function requestOf(database: TestDatabase, world: TakedownWorld) {
  const [row] = await database.admin.sql<{ id: string; status: string; reference: string }[]>`
    select id, status, reference from takedown_request where dataset_id = ${world.datasetId} order by submitted_at desc limit 1`
  if (!row) throw new Error('no request')
  return row
}

/** Two people say that all the last request reaches is meant, where it waits for that. */
export async function agreeToAll(database: TestDatabase, world: TakedownWorld): Promise<void> {
  const { id: requestId } = await requestOf(database, world)
  const [reach] = await database.admin.sql<{ covers: string; state: string }[]>`
    select encode(covers, 'hex') as covers, state from takedown_reach where request_id = ${requestId}`
  if (reach?.state !== 'waiting') return
  for (const who of [world.lead, world.maintainer])
    await transact((tx) => agreeToReach(tx, who, { requestId, covers: reach.covers }), world.db)
  await runJobs(database)
}

/** The cases a request led to, in the order of their texts. */
export async function casesOfRequest(database: TestDatabase, requestId: string) {
  const rows = await database.admin.sql<
    {
      id: string
      category: string
      status: string
      takedowns: number
      body: Buffer
      keyId: string | null
      decision: string | null
    }[]
  >`
    select distinct c.id, c.category, c.status, c.takedowns, c.decision_id as decision, t.body, t.key_id as "keyId"
    from takedown_match m
    join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
    join item_content t on t.dataset_id = c.dataset_id and t.digest = c.digest
    where m.request_id = ${requestId}`
  const opened = await openContents(database.db, [...rows])
  return rows
    .map(({ body: _, keyId: __, ...found }, i) => ({ ...found, text: String(opened[i]?.text) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
}

/** A lead decides a case, also in place of what was decided about it, and the queue runs. */
export async function decideCase(
  database: TestDatabase,
  world: TakedownWorld,
  {
    by = world.lead,
    ...given
  }: { caseId: string; action: Action; reasonCode: string; source?: string; by?: Member },
): Promise<void> {
  const supersedes = await decisionOf(database, given.caseId)
  await transact(
    async (tx) =>
      override(tx, by, {
        ...(await shownNow(tx, { datasetId: world.datasetId, caseId: given.caseId })),
        datasetId: world.datasetId,
        policyVersionId: world.policyId,
        spans: [],
        passages: [],
        label: undefined,
        note: undefined,
        queue: '',
        ...given,
        supersedes,
      }),
    world.db,
  )
  await runJobs(database)
}

/** Public part of the log entries of this dataset, in order. */
export async function logged(database: TestDatabase, world: TakedownWorld) {
  const rows = await database.admin.sql<{ body: Buffer }[]>`select body from log_pending order by id`
  const entries = rows.map(({ body }): unknown => JSON.parse(body.toString('utf8')))
  return entries.flatMap((entry) =>
    typeof entry === 'object' &&
    entry !== null &&
    'dataset' in entry &&
    entry.dataset === world.slug &&
    't' in entry
      ? [`${String(entry.t)}${'event' in entry ? `:${String(entry.event)}` : ''}`]
      : [],
  )
}

export async function expectNowhereInClear(database: TestDatabase, ...secrets: string[]): Promise<void> {
  const columns = await database.admin.sql<{ schema: string; table: string; column: string }[]>`
    select table_schema as schema, table_name as table, column_name as column from information_schema.columns
    where table_schema in ('public', 'graphile_worker')`
  expect(columns.length).toBeGreaterThan(100)
  for (const { schema, table, column } of columns) {
    for (const secret of secrets) {
      const [hit] = await database.admin.sql`
        select 1 from ${database.admin.sql(`${schema}.${table}`)}
        where position(convert_to(${secret}, 'utf8') in convert_to(${database.admin.sql(column)}::text, 'utf8')) > 0
           or position(${Buffer.from(secret).toString('hex')} in ${database.admin.sql(column)}::text) > 0 limit 1`
      expect(hit, `${secret} stands in ${schema}.${table}.${column}`).toBeUndefined()
    }
  }
}
