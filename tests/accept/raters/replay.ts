import { krippendorffAlpha } from '@/lib/agreement/label-agreement'
import { spanAgreement } from '@/lib/agreement/span-agreement'
import { tally } from '@/lib/agreement/tally'
import { openScratch } from '@/tests/support/scratch'
import { type Cast, castAll, rangesOf, recorded } from './cast'
import type { Raters } from './read'
import { actionOf, alphaByPairs, type CommentOutcome, group, outcomes, spanScores } from './recount'
import { openLanes } from './world'

const LANES = 4

/** What a queue can ask for. One comment was shown to 356 workers, to test them: no queue does that. */
const MOST_VOTES = 9

/** All of them take a quarter of an hour (`WINNOW_REPLAY=all`); one comment in so many is enough for every day. */
const ONE_IN = process.env.WINNOW_REPLAY === 'all' ? 1 : 12

type Check = (name: string, holds: boolean) => void

/**
 * Every vote through the product's own verbs, on a Postgres of its own: claimed, cast, and adjudicated where the raters of a comment, all of
 * whom its queue asks to agree, do not. What the database then holds is compared with the plain count.
 */
export async function replay(all: Raters, check: Check): Promise<string[]> {
  await using _scratch = await openScratch('accept-replay')
  const everything = outcomes(all.annotations)
  const fitting = everything.filter(({ votes }) => votes <= MOST_VOTES)
  const expected = fitting.filter((_, i) => i % ONE_IN === 0)
  const replayed = new Set(expected.map(({ comment }) => comment))
  const raters = { ...all, annotations: all.annotations.filter(({ comment }) => replayed.has(comment)) }
  const workers = [...new Set(raters.annotations.map(({ worker }) => worker))]
  const ratings = [...new Set(expected.map(({ votes }) => votes))].sort((a, b) => a - b)
  const lanes = await openLanes(LANES, workers, ratings)
  const began = performance.now()
  const cast = await castAll(lanes, raters, expected)
  const seconds = (performance.now() - began) / 1000
  const { votes, decisions } = await recorded(lanes)
  const byRaters = votes.filter(({ byLead }) => !byLead)
  const unanimous = expected.filter((outcome) => outcome.unanimous).length
  const adjudicated = [...cast.values()].filter((one) => one.adjudicated).length
  const late = expected.filter((outcome) => !asExpected(outcome, cast.get(outcome.comment)))
  check(
    'a case waits until the last of its raters, who decide it if they agree and else send it to a lead',
    late.length === 0,
  )
  check(
    'every vote is recorded once, and one of a lead for each split',
    byRaters.length === raters.annotations.length && votes.length - byRaters.length === adjudicated,
  )
  check('every comment has one decision in force', decisions.length === expected.length)
  const inForce = new Map(decisions.map((one) => [one.caseId, one]))
  const wrong = expected.filter((outcome) => {
    const found = inForce.get(cast.get(outcome.comment)?.caseId ?? '')
    return !found || JSON.stringify(factsOf(found)) !== JSON.stringify(wanted(outcome))
  })
  check('each decision has the action, the passages and the votes of the plain count', wrong.length === 0)
  checkAgreement(raters, byRaters, check)
  return [
    `left out of the replay: ${everything.length - fitting.length} comment with ${everything
      .filter(({ votes }) => votes > MOST_VOTES)
      .map(({ votes }) => votes)
      .join()} votes`,
    `through claim and decide${ONE_IN > 1 ? `, one comment in ${ONE_IN}` : ''}: ${votes.length} votes in ${seconds.toFixed(0)} s (${(votes.length / seconds).toFixed(0)}/s in ${LANES} lanes); ${unanimous} decided by their raters, ${adjudicated} adjudicated; ${late.length + wrong.length} differ from the plain count`,
  ]
}

function asExpected({ unanimous, votes }: CommentOutcome, cast: Cast | undefined): boolean {
  const states = [...Array.from({ length: votes - 1 }, () => 'waiting'), unanimous ? 'decided' : 'split']
  return cast?.states.join() === states.join() && (cast.adjudicated === null) === unanimous
}

type StoredDecision = Awaited<ReturnType<typeof recorded>>['decisions'][number]

const factsOf = ({ kind, action, spans, reviewIds }: StoredDecision) => ({
  kind,
  action,
  spans: spans.map(({ field, start, end }) => ({ field, start, end })),
  votes: reviewIds.length,
})

function wanted({ unanimous, plurality, marked, votes }: CommentOutcome): ReturnType<typeof factsOf> {
  const action = plurality ?? 'keep'
  return {
    kind: unanimous ? 'quorum' : 'adjudication',
    action,
    spans: action === 'redact' ? rangesOf(marked) : [],
    votes: unanimous ? votes : 1,
  }
}

type StoredVote = Awaited<ReturnType<typeof recorded>>['votes'][number]

/** Agreement as a page of metrics computes it, from the stored votes. */
function checkAgreement({ annotations, comments }: Raters, votes: readonly StoredVote[], check: Check): void {
  const labels = krippendorffAlpha(
    tally(
      votes.map(({ caseId, reviewerId, action }) => ({ item: caseId, rater: reviewerId, label: action })),
    ),
  )
  const units = [...group(annotations).values()].map((cast) => cast.map(actionOf))
  check(
    'label agreement of the stored votes',
    labels.state === 'measured' && near(labels.value, alphaByPairs(units)),
  )
  // A vote that removes or keeps the whole comment marks nothing.
  const marks = annotations.map((one) => (actionOf(one) === 'redact' ? one : { ...one, spans: [] }))
  // F1 does not ask how long a text is, only that no span leaves it.
  const length = Math.max(...[...comments.values()].map((text) => Array.from(text).length))
  const { f1 } = spanAgreement(
    votes.map(({ caseId, reviewerId, spans }) => ({ item: caseId, rater: reviewerId, length, spans })),
  )
  check('span agreement of the stored votes', f1.state === 'measured' && near(f1.value, spanScores(marks).f1))
}

const near = (a: number, b: number) => Math.abs(a - b) < 1e-9
