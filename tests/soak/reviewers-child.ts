/** Some of the reviewers of a soak, in a process of their own that will be killed: <folder> <database> <seed> <ids…>. */
import { connect } from '@/db/client'
import { loadMember } from '@/lib/auth/load-actor'
import { random } from '@/lib/demo/random'
import { workShift } from '@/tests/db/review-shift'
import { readState, worldOf } from './world'

/** Nothing is left for any of them. */
const NOTHING_LEFT = 3
/** Most look and leave: what is tried is the claim, and a vote with its decision is twenty times its work. */
const LEAVES = 0.98
/** The database went away below them: expected of those whose database is made to. */
const CUT_OFF = 75

const [folder = '', url = '', seed = '1', ...ids] = process.argv.slice(2)
const state = readState(folder)
process.env.WINNOW_KEY = state.key
let isOver = false
process.once('SIGTERM', () => (isOver = true))
process.once('disconnect', () => (isOver = true))
const app = connect(url, { max: ids.length })
try {
  const world = await worldOf(app, state)
  await Promise.all(
    ids.map(async (id, i) => {
      const who = await loadMember(app.db, id)
      if (!who) throw new Error('a reviewer without an account')
      await workShift(world, who, random(Number(seed) * 1_000 + i).next, {
        until: () => isOver,
        leaves: LEAVES,
      })
    }),
  )
  process.exitCode = isOver ? 0 : NOTHING_LEFT
} catch (error) {
  process.exitCode = isCutOff(error) ? CUT_OFF : 1
  if (process.exitCode === 1) console.error(error)
}
process.exit()

function isCutOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^(CONNECT_TIMEOUT|CONNECTION_|ECONN|57P0|EPIPE)/.test(code) || isCutOff(error.cause)
}
