import { readFileSync } from 'node:fs'
import path from 'node:path'
import { tally, type Vote } from '@/lib/review/votes'
import { openScratch } from '@/tests/support/scratch'
import type { Outcome } from './merkle'
import { castAll, recorded } from './raters/cast'
import { parseCsv } from './raters/csv'
import type { Annotation } from './raters/read'
import { outcomes, type VoteAction } from './raters/recount'
import { openLanes } from './raters/world'

/** In the order of the class that the publishers print beside the votes: 0 hate, 1 offensive, 2 neither. */
const ACTIONS = ['remove', 'redact', 'keep'] as const satisfies VoteAction[]
const COLUMNS = ['hate_speech', 'offensive_language', 'neither']

/** So many of the rows go through claim and decide; all of them through the count. */
const ONE_IN = 400
const LANES = 4

/** How many of its judges said what of a row, and what its publishers made of it. */
type Row = { id: string; text: string; votes: VoteAction[]; outcome: VoteAction }

/** Tallies without raters, `davidson-tweets`: what their votes come to here is what the publishers made of them. */
export async function run(dataFolder: string): Promise<Outcome> {
  const outcome: Outcome = { name: 'tallies of 24,783 posts', passed: 0, failed: 0, notes: [] }
  const check = (name: string, holds: boolean) => {
    if (holds) outcome.passed++
    else {
      outcome.failed++
      outcome.notes.push(`FAILED ${name}`)
    }
  }
  const rows = read(path.join(dataFolder, 'davidson-tweets', 'labeled_data.csv'))
  check('every row was read', rows.length === 24_783)
  const counted = rows.map((row) => ({ ...row, tally: tally(row.votes.map(voteFor), majorityOf(row), []) }))
  const agreed = counted.filter((row) => row.tally.state === 'agreed')
  check(
    'what most of the judges ask for is decided, and it is the class of the publishers',
    agreed.every(({ tally, outcome: wanted }) => tally.state === 'agreed' && tally.action === wanted),
  )
  const split = counted.filter((row) => row.tally.state === 'split')
  check(
    'what is asked for by no more than half of them goes to a lead, and nothing waits',
    split.every(
      ({ votes, outcome: wanted }) => 2 * votes.filter((vote) => vote === wanted).length <= votes.length,
    ) && agreed.length + split.length === rows.length,
  )
  const sample = rows.filter((_, i) => i % ONE_IN === 0)
  check('through claim and decide each has the outcome of its publishers', await replayed(sample))
  outcome.notes.push(
    `${agreed.length} decided by a majority of their judges, ${split.length} without one; ${sample.length} of them through claim and decide`,
  )
  return outcome
}

function read(file: string): Row[] {
  return parseCsv(readFileSync(file, 'utf8')).map((row, n) => {
    const votes = COLUMNS.flatMap((column, i) =>
      Array.from({ length: Number(row[column]) }, () => ACTIONS[i] ?? 'keep'),
    )
    const wanted = ACTIONS[Number(row.class)]
    if (!wanted || votes.length !== Number(row.count)) throw new Error(`row ${n + 1} does not add up`)
    return { id: String(n), text: row.tweet ?? '', votes, outcome: wanted }
  })
}

const voteFor = (action: VoteAction, i: number): Vote => ({
  id: String(i),
  action,
  reasonCode: action,
  spans: [],
  counts: true,
  byLead: false,
})

const majorityOf = ({ votes }: Row) => ({
  quorum: Math.floor(votes.length / 2) + 1,
  slots: votes.length,
  leadNeeded: false,
})

/** As comments with raters who are called by their number; what offends is marked as a whole. */
async function replayed(rows: readonly Row[]): Promise<boolean> {
  await using _scratch = await openScratch('accept-tallies')
  const annotations = rows.flatMap(({ id, text, votes }) =>
    votes.map((vote, i): Annotation => ({
      id: `${id}/${i}`,
      comment: id,
      worker: String(i),
      notToxic: vote === 'keep',
      allToxic: vote === 'remove',
      spans: vote === 'redact' ? [{ start: 0, end: Array.from(text).length, type: null }] : [],
    })),
  )
  const most = Math.max(...rows.map(({ votes }) => votes.length))
  const workers = Array.from({ length: most }, (_, i) => String(i))
  const lanes = await openLanes(LANES, workers, [...new Set(rows.map(({ votes }) => votes.length))].sort())
  const comments = new Map(rows.map(({ id, text }) => [id, text]))
  const cast = await castAll(
    lanes,
    { comments, annotations, rows: { comments: 0, annotations: 0, spans: 0 }, dirt: new Map() },
    outcomes(annotations),
  )
  const { decisions } = await recorded(lanes)
  const inForce = new Map(decisions.map(({ caseId, action }) => [caseId, action]))
  return rows.every(({ id, outcome }) => inForce.get(cast.get(id)?.caseId ?? '') === outcome)
}
