import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { type Database, transact } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { claimNext } from '@/lib/review/claim'
import { agreeTo, newMember, type World } from '@/tests/db/review-world'
import { type CasesWorld, withCases } from './cases-world'
import type { BenchResult } from './log'

const SEEN = 50_000
const SECONDS = 4
const CLIENTS = [1, 8, 32]

/**
 * Claims per second at a million open cases, on a Postgres of its own with fsync on, by as many reviewers as clients: the product's verb in its
 * own transaction, beside the bare statement that takes the first free row of a narrow table with the one index it needs; and beside the
 * same statement when it writes what has to be on record of a claim (its lease, its seat, the reader's count of the day), without a rule.
 */
export const benchClaims = (): Promise<BenchResult[]> =>
  withCases(measure, { connections: Math.max(...CLIENTS) })

async function measure({ owner, app, world }: CasesWorld): Promise<BenchResult[]> {
  await owner`create table bare (id uuid primary key, dataset_id uuid, priority integer, open boolean default true)`
  await owner`insert into bare select id, dataset_id, priority from review_case`
  await owner`create index bare_open on bare (dataset_id, priority desc, id desc) where open`
  await owner`vacuum analyze bare`
  await owner`create table bare_lease (like lease including defaults including indexes)`
  await owner`create table bare_seat (like case_seat including defaults including indexes)`
  await owner`create table bare_exposure (like exposure including indexes)`
  const readers = Array.from({ length: Math.max(...CLIENTS) }, () => randomUUID())
  const results: BenchResult[] = []
  for (const clients of CLIENTS) {
    const bare = await load(clients, () => bareClaim(owner, world.datasetId))
    const writing = await load(clients, (client) => bareWrites(owner, world.datasetId, readers[client]))
    const people = await Promise.all(Array.from({ length: clients }, () => reviewer(app, world)))
    const claims = await load(clients, (client) => productClaim(app, world, people[client]))
    results.push(row(`claims: bare statement, ${clients} clients`, bare, bare))
    results.push(row(`claims: bare statement with the rows of a claim, ${clients} clients`, writing, bare))
    const next = row(`claims: next case, ${clients} clients`, claims, bare)
    const share = (claims.perSecond / writing.perSecond).toFixed(2)
    results.push({ ...next, note: `${next.note}; ${share} × with the rows of a claim` })
  }
  const seasoned = await reviewer(app, world)
  await owner`
    insert into case_seat (dataset_id, case_id, round, person_id, kind)
    select dataset_id, id, round, ${seasoned.id}, 'reviewer' from review_case
    where claimable order by priority desc, id desc limit ${SEEN}`
  await owner`vacuum analyze case_seat`
  const one = await load(1, () => bareClaim(owner, world.datasetId))
  const first = await productClaim(app, world, seasoned)
  const after = await load(1, () => productClaim(app, world, seasoned))
  const note = `the first one took ${first.toFixed(0)} ms`
  results.push({
    ...row(`claims: next case, who has seen the first ${SEEN.toLocaleString('en-GB')}`, after, one),
    note,
  })
  return results
}

async function reviewer({ db }: Database, world: World): Promise<Member> {
  const who = await newMember(db, [['reviewer', world.datasetId]])
  await agreeTo(db, who.id, ['other', 'hate', 'copyright'])
  return who
}

const bareClaim = (sql: postgres.Sql, datasetId: string) =>
  timed(
    () => sql`
      with next as (
        select id from bare where dataset_id = ${datasetId} and open
        order by priority desc, id desc limit 1 for update skip locked
      )
      update bare set open = false from next where bare.id = next.id returning bare.id`,
  )

const bareWrites = (sql: postgres.Sql, datasetId: string, reader = '') =>
  timed(
    () => sql`
      with next as (
        select id from bare where dataset_id = ${datasetId} and open
        order by priority desc, id desc limit 1 for update skip locked
      ), seat as (
        insert into bare_seat (dataset_id, case_id, round, person_id, kind) select ${datasetId}, id, 1, ${reader}, 'reviewer' from next
      ), lease as (
        insert into bare_lease (dataset_id, id, case_id, round, slot, reviewer_id, for_lead, created_at, expires_at)
        select ${datasetId}, gen_random_uuid(), id, 1, 1, ${reader}, false, now(), now() + interval '10 minutes' from next
      ), exposure as (
        insert into bare_exposure as e (person_id, day, category, items, run, own_run, last_at) values (${reader}, current_date, 'other', 1, 1, 1, now())
        on conflict (person_id, day, category) do update set items = e.items + 1, run = e.run + 1, last_at = now()
      )
      update bare set open = false from next where bare.id = next.id returning bare.id`,
  )

/** Only the claim is timed: the vote that would follow it is left out, and the claim ended as if there had been one. */
async function productClaim(app: Database, world: World, who: Member | undefined): Promise<number> {
  if (!who) throw new Error('a client without a reviewer')
  let leaseId: string | null = null
  const ms = await timed(async () => {
    const input = { datasetId: world.datasetId, queueId: undefined, held: [] }
    leaseId = (await transact((tx) => claimNext(tx, who, input), app.db)).leaseId
  })
  if (!leaseId) throw new Error('nothing left to claim')
  await app.sql`update lease set ended_at = now(), outcome = 'voted' where dataset_id = ${world.datasetId} and id = ${leaseId}`
  return ms
}

type Load = { perSecond: number; p50: number; p99: number }

/** So many clients one claim after the other; the rate is that of the time spent in claims. */
async function load(clients: number, claim: (client: number) => Promise<number>): Promise<Load> {
  const times: number[] = []
  const until = performance.now() + SECONDS * 1000
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < until) times.push(await claim(client))
    }),
  )
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN
  const spent = times.reduce((sum, ms) => sum + ms, 0) / 1000
  return { perSecond: (clients * times.length) / spent, p50: at(0.5), p99: at(0.99) }
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const row = (name: string, { perSecond, p50, p99 }: Load, limit: Load): BenchResult => ({
  name,
  perSecond,
  unit: 'claims/s',
  ratio: perSecond / limit.perSecond,
  note: `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
})
