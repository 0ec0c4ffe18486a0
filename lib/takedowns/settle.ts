import 'server-only'
import type { Tx } from '@/db/client'
import type { Member } from '@/lib/auth/actor'
import { system } from '@/lib/auth/load-actor'
import { voiceOf } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { enqueueMail } from '@/lib/mail/outbox'
import { takedownOutcome } from '@/lib/mail/templates/takedown-outcome'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { endRulesInEffect } from '@/lib/suppression/end-in-effect'
import { somethingToContest, wasContested } from './appeal'
import { waitsForLook } from './beyond'
import { withoutCase } from './candidates'
import { contactOf } from './contact'
import { isLookedFor } from './go-on-looking'
import { regimeOf } from './kinds'
import { type NotMeant, notMeantOf } from './not-meant'
import { isOutcome, type OutcomeStatus, outcomeStep, outcomeSummary, redressOf, whatFollows } from './outcome'
import { promiseRelease, type PromisedRelease } from './promise'
import { waitsForSecond } from './reach-record'
import { looksOn } from './more'
import type { LockedRequest } from './request-row'
import { type DecidedMatch, decidedMatches, describeTargetResult, resultsOf, targetsOf } from './results'
import { isToCorrect, isToKnow } from './rights'
import { keepWords, lastEvent } from './said'
import { awaitSecond, needsSecond } from './second'
import { stateReasons } from './statement'
import { may, nextStatus } from './status'
import { holdsLater } from './standing'
import { addNamedRules, leftInPart, namedButNotFound } from './suppress'
import { take } from './take'
import { noteTold } from './told'
import { describeTarget } from './words'

/** Mails stay readable: the rest is behind the tracking link. */
const LINES_IN_MAIL = 25

/**
 * Ends a request when every item it led to is decided, or was found not to be meant, and every source it names that has none: outcome, log entry, standing rules of an upheld opt-out, and the
 * answer to its requester with a reason for each item. Of nothing it ends only by who says so (`unfoundBy`). What is of a legal kind ends
 * when a second person has `agreed`. `note` is what its requester is written besides. The caller holds the lock. Says whether it ended.
 */
export async function settle(
  tx: Tx,
  request: LockedRequest,
  { agreed = false, unfoundBy, note }: { agreed?: boolean; unfoundBy?: Member; note?: string } = {},
): Promise<boolean> {
  // Nothing is decided for who asks what there is about them (answer-right.ts).
  if (isToKnow(request)) return false
  if (!may(request.status, 'act') || (await waitsForPeople(tx, request.id))) return false
  const matches = await decidedMatches(tx, request.id)
  const actions = matches.flatMap(({ status, action }) => (status === 'decided' && action ? [action] : []))
  if (actions.length < matches.length || (await namedButNotFound(tx, request)).length > 0) return false
  const left = await leftInPart(tx, request, matches)
  // What somebody has agreed to is the outcome of what was looked at by then.
  if (!agreed && (await looksOn(tx, request, left))) return false
  for (const { state } of await targetsOf(tx, request.id))
    if (state === 'kept_out' || state === 'declined') actions.push(state === 'kept_out' ? 'remove' : 'keep')
  const notMeant = [...(await notMeantOf(tx, request.id)).values()].flat()
  actions.push(...notMeant.map(() => 'keep' as const))
  if (actions.length === 0 && !unfoundBy && !agreed) return false
  // What was not looked at stays.
  if (left.length > 0) actions.push('keep')

  // A statement beside a row is what Art. 16 gives who asks for a correction, and they agreed to it.
  const followed = isToCorrect(request)
    ? actions.map((action) => (action === 'label' ? 'redact' : action))
    : actions
  const step = outcomeStep(followed, request.right)
  const status = nextStatus(request.status, step)
  if (!isOutcome(status)) throw new Error(`${status} is no outcome`)
  if (needsSecond(request.kind) && !agreed) {
    await awaitSecond(tx, unfoundBy ?? system('takedown'), request, { outcome: status })
    return false
  }
  const before = await lastEvent(tx, request.id, ['outcome', 'appeal_decided', 'appealed', 'reopened'])
  const told = { anew: before?.type === 'reopened', again: before?.type === 'appealed' }
  const outcome = await take(tx, unfoundBy ?? system('takedown'), request, step, {
    type: told.again ? 'appeal_decided' : 'outcome',
    data: { outcome: status, ...counted(matches, notMeant) },
  })
  await keepWords(tx, outcome, note)
  await noteTold(tx, request)
  await endRulesInEffect(tx, system('takedown'), request, [...new Set(matches.map(({ caseId }) => caseId))])
  if (status !== 'no_action') await stateReasons(tx, request, outcome)
  await addNamedRules(tx, request, matches)
  const releases = await promiseRelease(tx, request)
  if (request.kind === 'copyright' && status !== 'no_action')
    await enqueue(tx, 'takedown.strike', { requestId: request.id })
  // Counter notices that came while it was looked at again may have nothing left to answer.
  if (request.kind === 'copyright' && before)
    await enqueue(tx, 'takedown.put-back', { requestId: request.id })
  await mailOutcome(tx, request, status, { ...told, matches, releases, note })
  return true
}

/** For two people where it reaches far, for a look at what is only like what was named, and until all that it names is looked for. */
const waitsForPeople = async (tx: Tx, requestId: string): Promise<boolean> =>
  (await isLookedFor(tx, requestId)) ||
  (await waitsForSecond(tx, requestId)) ||
  (await waitsForLook(tx, requestId)) ||
  (await withoutCase(tx, requestId)).length > 0

function counted(matches: readonly DecidedMatch[], notMeant: readonly NotMeant[]): Record<string, number> {
  const counts: Record<string, number> = {}
  if (notMeant.length > 0) counts['not_meant'] = notMeant.reduce((sum, { items }) => sum + items, 0)
  for (const { action } of matches) if (action) counts[action] = (counts[action] ?? 0) + 1
  return counts
}

type Told = {
  again: boolean
  anew: boolean
  matches: readonly DecidedMatch[]
  releases: readonly PromisedRelease[]
  note: string | undefined
}

async function mailOutcome(
  tx: Tx,
  request: LockedRequest,
  status: OutcomeStatus,
  { again, anew, matches, releases, note }: Told,
): Promise<void> {
  const contact = await contactOf(tx, request.id)
  // Erased at the requester's wish or after its time: nobody is left to be told.
  if (!contact) return
  const mayContest = !(await wasContested(tx, request.id)) && (await somethingToContest(tx, request, matches))
  const results = await resultsOf(tx, request.id)
  const { language } = request
  const voice = voiceOf(language)
  const lines = results.slice(0, LINES_IN_MAIL).map((result) => ({
    target: describeTarget(voice, result.target),
    results: describeTargetResult(voice, result),
  }))
  await enqueueMail(tx, {
    to: contact.email,
    language,
    template: takedownOutcome,
    data: {
      reference: request.reference,
      dataset: request.datasetName,
      summary: outcomeSummary(voice, status),
      lines,
      more: results.length - lines.length,
      next: whatFollows(voice, status, { later: await holdsLater(tx, request), right: request.right }),
      releases,
      ...{ again, anew, note: note ?? null },
      redress: redressOf(
        voice,
        { kind: request.kind, regime: regimeOf(contact.answers) },
        mayContest ? 'page' : null,
      ),
      trackingUrl: env().url + paths.takedownTrack(contact.tracking),
    },
    requestId: request.id,
  })
}
