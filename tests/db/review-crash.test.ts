import { fork } from 'node:child_process'
import { beforeEach, describe, expect, it } from 'vitest'
import { transact } from '@/db/client'
import { claimNext } from '@/lib/review/claim'
import { holdVote } from '@/lib/review/held-vote'
import { testDatabase } from '../support/database'
import { program } from '../support/program'
import { brokenRules } from './review-facts'
import { flaggedItem, oneCase, reviewWorld, voteOn, type World } from './review-world'

const database = testDatabase()
let world: World
beforeEach(async () => {
  world = await reviewWorld(database.db)
})

let made = 0
async function newCase() {
  const { digest } = await flaggedItem(world, `a text to decide about, ${++made}`, [
    { category: 'other', type: 'odd' },
  ])
  const found = await oneCase(world, digest)
  return { ...(await voteOn(world, digest, found)), reasonCode: 'other.none' }
}
type Vote = Awaited<ReturnType<typeof newCase>>

function run(
  step: string,
  vote: Vote,
  failpoint?: string,
): Promise<{ code: number | null; signal: string | null }> {
  const [condition, file] = program('tests/db/review-step.child.ts')
  const { datasetId, caseId, round, policyVersionId, findings, action, reasonCode } = vote
  const form = JSON.stringify({
    datasetId,
    caseId,
    round,
    policyVersionId,
    findings,
    action,
    reasonCode,
    queue: '',
  })
  const child = fork(file, [step, world.reviewer.id, form], {
    execArgv: [condition],
    env: { ...process.env, ...(failpoint ? { WINNOW_FAILPOINT: failpoint } : {}) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })))
}

/** All that is on record of the case, so that what a killed process left behind would show. */
const recordOf = async ({ caseId, datasetId }: Vote) => {
  const [row] = await database.admin.sql`
    select c.status, c.taken, c.reserved, c.round,
      (select count(*)::int from lease l where l.case_id = c.id and l.ended_at is null) as claims,
      (select count(*)::int from case_seat s where s.case_id = c.id) as seats,
      (select count(*)::int from held_vote h where h.case_id = c.id) as held,
      (select count(*)::int from review v where v.case_id = c.id) as votes,
      (select count(*)::int from decision d where d.case_id = c.id) as decisions,
      (select count(*)::int from log_pending p join decision d on d.entry_id = p.entry_id where d.case_id = c.id) as entries,
      (select count(*)::int from log_pending) as pending,
      (select coalesce(sum(items), 0)::int from exposure where person_id = ${world.reviewer.id}) as seen
    from review_case c where c.dataset_id = ${datasetId} and c.id = ${caseId}`
  if (!row) throw new Error('no case')
  return row
}

const claimed = (vote: Vote) =>
  transact(
    (tx) => claimNext(tx, world.reviewer, { datasetId: vote.datasetId, held: [], queueId: undefined }),
    world.db,
  )
const held = async (vote: Vote) => {
  await claimed(vote)
  await transact((tx) => holdVote(tx, world.reviewer, vote), world.db)
}
const due = async (vote: Vote) => {
  await held(vote)
  await database.sql`update held_vote set casts_at = now() - interval '1 second' where case_id = ${vote.caseId}`
}
const nothing = () => Promise.resolve()
/** Somebody else claimed it, and their claim ran out. */
const ranOut = async ({ datasetId, caseId }: Vote) => {
  await transact((tx) => claimNext(tx, world.second, { datasetId, held: [], queueId: undefined }), world.db)
  await database.sql`update lease set expires_at = now() - interval '1 second' where case_id = ${caseId}`
}
const DECIDED = {
  status: 'decided',
  votes: 1,
  decisions: 1,
  entries: 1,
  held: 0,
  claims: 0,
  taken: 1,
  seen: 1,
}

// Each starts two processes; on a busy machine that takes its time.
describe('kill -9 of a reviewer’s process', { timeout: 120_000 }, () => {
  it.each([
    {
      at: 'review.claimed',
      step: 'claim',
      before: nothing,
      then: { claims: 1, seats: 1, taken: 1, seen: 1 },
    },
    { at: 'review.held', step: 'hold', before: claimed, then: { claims: 1, held: 1, votes: 0, taken: 1 } },
    { at: 'review.held', step: 'hold', before: nothing, then: { claims: 1, held: 1, votes: 0, seen: 1 } },
    { at: 'review.undone', step: 'undo', before: held, then: { claims: 1, held: 0, votes: 0, taken: 1 } },
    { at: 'review.voted', step: 'cast', before: due, then: DECIDED },
    { at: 'review.decision-written', step: 'cast', before: due, then: DECIDED },
    { at: 'review.cast', step: 'cast', before: due, then: DECIDED },
    { at: 'review.decision-written', step: 'vote', before: nothing, then: DECIDED },
    {
      at: 'review.claimed',
      step: 'claim',
      before: ranOut,
      then: { claims: 1, seats: 1, taken: 1, seen: 1 },
    },
    { at: 'review.voted', step: 'vote', before: ranOut, then: DECIDED },
    { at: 'review.released', step: 'release', before: claimed, then: { claims: 0, seats: 0, taken: 0 } },
    { at: 'review.left', step: 'skip', before: claimed, then: { claims: 0, seats: 1, taken: 0 } },
    {
      at: 'review.left',
      step: 'ask',
      before: claimed,
      then: { claims: 0, seats: 1, taken: 0, reserved: 1 },
    },
  ])(
    'in $step at $at leaves nothing of it, and what comes next goes through once',
    async ({ at, step, before, then }) => {
      const vote = await newCase()
      await before(vote)
      const was = await recordOf(vote)
      expect(await run(step, vote, at)).toEqual({ code: null, signal: 'SIGKILL' })
      expect(await recordOf(vote)).toEqual(was)
      expect(await run(step, vote)).toEqual({ code: 0, signal: null })
      expect(await recordOf(vote)).toMatchObject(then)
      const broken = await brokenRules(database.sql)
      expect(broken).toEqual(Object.fromEntries(Object.keys(broken).map((rule) => [rule, 0])))
    },
  )
})
