import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '@/db/client'
import { random } from '@/lib/demo/random'
import { fromRoot } from '@/lib/runtime/root'
import { brokenRules } from '@/tests/db/review-facts'
import { Reviewers } from './reviewers'
import { makeCases, openSoak, worldOf, type SoakServer } from './world'

// `npm run soak`: fifty reviewers in five processes claim and vote until there were a million claims (WINNOW_SOAK_CLAIMS for
// fewer), while their processes are killed, claims run out under them and the database crashes. Then, and on the way, everything
// on record is counted against the rules. Ctrl-C stops it; the next run goes on (WINNOW_SOAK_DATA: where it is kept).
const CLAIMS = Number(process.env.WINNOW_SOAK_CLAIMS ?? 1_000_000)
const FOLDER = path.resolve(process.env.WINNOW_SOAK_DATA ?? fromRoot('.winnow-soak'))
const REVIEWERS = 50
const PROCESSES = 5
/** In claims, so that a slow machine is not kept busy with beginning again, which takes as long as a thousand claims. */
const KILL_EVERY = 5_000
const CRASH_EVERY = 50_000
const COUNT_RULES_EVERY = 100_000

const dice = random(Date.now() % 2 ** 31).next
const faults: string[] = []
const done = { kills: 0, expired: 0, crashes: 0 }
let isStopping = false
// However often it is asked to stop: npm passes Ctrl-C on once more.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (isStopping = true))

const soak = await openSoak(FOLDER, REVIEWERS, randomBytes(32).toString('base64url'))
const began = Date.now()
try {
  await prepare(soak)
  const first = await claimsOf(soak)
  const claims = await work(soak)
  const seconds = (Date.now() - began) / 1000
  console.log(
    `${number(claims)} claims (${number(claims - first)} in this run, ${Math.round((claims - first) / seconds)}/s); ` +
      `${done.kills} processes killed, ${done.expired} claims run out, ${done.crashes} crashes of the database`,
  )
  await check(soak)
} finally {
  await soak.admin.end()
  await soak.server.close()
}
for (const fault of faults) console.log(`FAILED: ${fault}`)
if (isStopping) console.log('Stopped. The next run goes on where this one was.')
else if (faults.length === 0) rmSync(FOLDER, { recursive: true, force: true })
console.log(faults.length === 0 ? 'no rule was broken' : `kept in ${FOLDER}`)
process.exit(faults.length === 0 ? 0 : 1)

/** One case for three claims, most of which are given back: at the end there is still something for everybody. */
async function prepare({ admin, state, appUrl }: SoakServer): Promise<void> {
  const app = connect(appUrl, { max: 1 })
  const world = await worldOf(app, state)
  await makeCases(admin, world, state.reviewerIds.slice(0, 5), Math.ceil(CLAIMS / 3), (made) =>
    console.log(`${number(made)} cases`),
  )
  await app.close()
}

async function work(server: SoakServer): Promise<number> {
  const children = Array.from(
    { length: PROCESSES },
    (_, i) => new Reviewers(server, i, PROCESSES, (fault) => faults.push(fault)),
  )
  let claims = await claimsOf(server)
  for (let second = 1; !isStopping && claims < CLAIMS && faults.length === 0; second++) {
    await sleep(1000)
    if (children.every(({ hasNothingLeft }) => hasNothingLeft)) break
    if (second % 2 !== 0) continue
    const now = await claimsOf(server)
    await letClaimsRunOut(server, Math.ceil((now - claims) / 50))
    const passes = (every: number) => Math.floor(now / every) > Math.floor(claims / every)
    if (passes(KILL_EVERY) && children[Math.floor(dice() * PROCESSES)]?.kill()) done.kills++
    if (passes(CRASH_EVERY)) await crashDatabase(server)
    if (passes(COUNT_RULES_EVERY)) await checkInPeace(server, children)
    claims = now
    if (second % 10 === 0)
      console.log(
        `${number(claims)} of ${number(CLAIMS)} claims after ${Math.round((Date.now() - began) / 1000)} s`,
      )
  }
  await Promise.all(children.map((child) => child.stop()))
  return claimsOf(server)
}

async function claimsOf({ admin }: SoakServer): Promise<number> {
  const [row] = await patiently(() => admin<{ n: number }[]>`select count(*)::int as n from lease`)
  return row?.n ?? 0
}

/** As if some had not been looked at for ten minutes: those of killed processes among them, and those of the living. */
async function letClaimsRunOut({ admin }: SoakServer, count: number): Promise<void> {
  const ended = await patiently(
    () => admin`
      update lease set expires_at = clock_timestamp() - interval '1 second'
      where ended_at is null and id = any (array(
        select id from lease where ended_at is null order by random() limit ${count} for update skip locked))`,
  )
  done.expired += ended.count
}

/** Postgres ends all its connections and recovers when one of its processes is killed, as after a fault in one of them. */
async function crashDatabase({ admin }: SoakServer): Promise<void> {
  const [row] = await patiently(
    () => admin<{ pid: number }[]>`
      select pid from pg_stat_activity where application_name = 'winnow' order by state = 'active' desc limit 1`,
  )
  if (!row) return
  process.kill(row.pid, 'SIGKILL')
  done.crashes++
}

/**
 * With everybody standing still: what is read for minutes keeps what was overwritten meanwhile from being cleared away, and claims
 * that wade through it leave the count no processor to end on.
 */
async function checkInPeace(server: SoakServer, children: readonly Reviewers[]): Promise<void> {
  for (const child of children) child.pause()
  try {
    await check(server)
  } finally {
    for (const child of children) child.goOn()
  }
}

async function check({ admin }: SoakServer): Promise<void> {
  for (const [rule, count] of Object.entries(await patiently(() => brokenRules(admin))))
    if (count > 0) faults.push(`${rule}: ${count}`)
}

/** Our own connection goes with the others when the database crashes; on a busy machine it recovers for a minute or more. */
async function patiently<T>(work: () => PromiseLike<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === 600) throw error
      await sleep(500)
    }
  }
}

function number(n: number): string {
  return n.toLocaleString('en-GB')
}
