import 'server-only'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { courtFiling } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { refuseIf } from '@/lib/auth/authorize'
import { system } from '@/lib/auth/load-actor'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { sealJsonFor } from '@/lib/crypto/subject-seal'
import { conflict, invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { contactOf, mailboxOf } from '@/lib/takedowns/contact'
import { refreshLists } from '@/lib/takedowns/promise'
import { type LockedRequest, recordEvent } from '@/lib/takedowns/request-row'
import { decidedMatches, targetsOf } from '@/lib/takedowns/results'
import { isClosed } from '@/lib/takedowns/status'
import { afterCounter } from './after-counter'
import { change, type Counter, countersTo, inCourt, lockAnswered } from './counter-row'
import { cannotFile, cannotPutBack } from './counter-steps'
import { type EndedRules, endRulesOf } from './end-rules'
import { dropMoot } from './fall'
import type { filingInput, putBackInput } from './input'
import { putBackAfter } from './put-back-clocks'
import { outBecauseOf } from './removed-by'
import { reverse } from './reverse'
import { rescindStrikes } from './strikes'
import { tellOfEnd } from './tell-of-counter'

/**
 * Puts back what counter notices to a request are about, of each once its tenth business day is over and nobody has told of a court action
 * about it: a decision of its own for each case, which the database refuses before that day and while a filing stands. Asks to be
 * called again for those whose day has not come; called again later it does nothing. Of a request that was answered anew, those go that
 * have nothing left to answer. Where the claimant could not be told, nothing comes back by itself ({@link putBackUnreached}).
 */
export async function putBack(tx: Tx, requestId: string, now = new Date()): Promise<void> {
  const { of, counters } = await lockAnswered(tx, requestId)
  if (of.status !== 'countered') return dropDecided(tx, of)
  if ((await contactOf(tx, of.id)) === null) return
  const running = counters.flatMap((counter) =>
    counter.state === 'valid' && counter.earliestAt ? [{ counter, at: counter.earliestAt }] : [],
  )
  for (const { counter, at } of running) if (at < now) await putBackOne(tx, of, counter, now)
  const next = Math.min(...running.flatMap(({ at }) => (at < now ? [] : [at.getTime()])))
  if (Number.isFinite(next)) await putBackAfter(tx, requestId, new Date(next))
}

/**
 * A lead says that what a counter notice is about comes back although nobody could tell the claimant of it: not before its tenth business
 * day is over, and never whoever sent the notice.
 */
export async function putBackUnreached(
  tx: Tx,
  actor: Member,
  { requestId, counterId }: z.output<typeof putBackInput>,
  now = new Date(),
): Promise<{ requestId: string }> {
  const { of, counters } = await lockAnswered(tx, requestId)
  const counter = counters.find((one) => one.requestId === counterId && one.state === 'valid')
  refuseIf(cannotPutBack(actor, of.datasetId, counter?.filerId ?? null))
  if (!counter || of.status !== 'countered') throw conflict(say('otherSide.errors.notCountered'))
  if ((await contactOf(tx, of.id)) !== null) throw conflict(say('otherSide.errors.byItself'))
  if (!counter.earliestAt || counter.earliestAt >= now) throw conflict(say('otherSide.errors.notYet'))
  await recordEvent(tx, actor, of, 'put_back_agreed')
  await putBackOne(tx, of, counter, now)
  return { requestId }
}

/** Of the days that have begun somewhere: where a court sits it may be tomorrow already. */
const latestDay = () => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)

async function dropDecided(tx: Tx, of: LockedRequest): Promise<void> {
  if (!isClosed(of.status)) return
  const left = new Set((await outBecauseOf(tx, of)).map(({ caseId }) => caseId))
  await dropMoot(tx, of, { whole: of.status === 'no_action', left })
}

async function putBackOne(tx: Tx, of: LockedRequest, counter: Counter, now: Date): Promise<void> {
  const court = inCourt(await countersTo(tx, of.id))
  const { caseIds, stays } = await reverse(tx, system('takedown'), of, {
    ...{ because: 'put_back', caseIds: counter.caseIds, inCourt: court.cases },
  })
  await change(tx, counter, { state: 'restored', endedAt: now })
  const rules = await endTheirRules(tx, of, { caseIds, ruleIds: counter.ruleIds, inCourt: court.rules })
  await afterCounter(tx, of, {
    type: 'put_back',
    data: { items: caseIds.length, ...stays, rules: rules.ended, rulesStay: rules.stays },
    clocks: 'put_back',
  })
  await rescindStrikes(tx, of, { because: 'put_back', whole: false })
  await refreshLists(tx, of.datasetId)
  // Of several authors some may have everything back, and others not.
  await enqueue(tx, 'takedown.strike', { requestId: of.id })
  const done = { put: caseIds.length, stays, rules: rules.ended, rulesStay: rules.stays }
  await tellOfEnd(tx, { of, counterId: counter.requestId, outcome: 'restored', ...done })
}

/**
 * A rule of the request stood for all that was found by it being out (`addNamedRules`): with one thing of it back it ends, and what else it
 * kept out stays out as far as it was decided about.
 */
async function endTheirRules(
  tx: Tx,
  of: LockedRequest,
  {
    caseIds,
    ...rules
  }: { caseIds: readonly string[]; ruleIds: readonly string[]; inCourt: readonly string[] },
): Promise<EndedRules> {
  const back = new Set(
    (await decidedMatches(tx, of.id)).flatMap(({ targetId, caseId }) =>
      caseIds.includes(caseId) ? [targetId] : [],
    ),
  )
  const gone = (await targetsOf(tx, of.id)).flatMap(({ id, target }) => (back.has(id) ? [target] : []))
  const fallen = { because: 'put_back' as const, gone, left: [], whole: false, ...rules }
  return endRulesOf(tx, system('takedown'), of, fallen)
}

/**
 * A lead records that the claimant went to court before the material came back: what this counter notice is about stays removed, and
 * nothing puts it back (17 U.S.C. § 512(g)(2)(C)). A claimant of the team has a colleague record it.
 */
export async function recordFiling(
  tx: Tx,
  actor: Member,
  { requestId, counterId, court, caseNumber, filedOn }: z.output<typeof filingInput>,
): Promise<{ requestId: string }> {
  const { of, counters } = await lockAnswered(tx, requestId)
  refuseIf(await cannotFile(tx, actor, { datasetId: of.datasetId, ofRequestId: of.id }))
  const counter = counters.find((one) => one.requestId === counterId && one.state === 'valid')
  if (!counter || of.status !== 'countered') throw conflict(say('otherSide.errors.notCountered'))
  if (filedOn > latestDay())
    throw invalid(say('otherSide.input.filedOn'), { filedOn: [say('otherSide.input.filedOn')] })
  // Under the key of whom an erasure still comes for: a new one of who was erased would outlive everything.
  const kept = (await mailboxOf(tx, of.id)) ? of.id : counterId
  const key = await keyFor(tx, requestSubject(kept))
  await tx.insert(courtFiling).values({
    ...{ requestId, counterId, filedOn, recordedBy: actor.id },
    sealed: sealJsonFor(key, 'court_filing', { court, caseNumber }),
  })
  await change(tx, counter, { state: 'kept_down', endedAt: new Date() })
  await afterCounter(tx, of, { type: 'kept_down', clocks: 'court_filing' })
  await tellOfEnd(tx, { of, counterId, outcome: 'kept_down' })
  return { requestId }
}
