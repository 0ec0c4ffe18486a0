import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '@/db/client'
import { retractedMatch, takedownRetraction } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { isAnswering } from '@/lib/takedowns/kinds'
import { refreshLists } from '@/lib/takedowns/promise'
import { type LockedRequest, recordEvent } from '@/lib/takedowns/request-row'
import { byTarget, decidedMatches, targetsOf } from '@/lib/takedowns/results'
import { nextStatus } from '@/lib/takedowns/status'
import { take } from '@/lib/takedowns/take'
import { isTheirsToTakeBack } from './answering-kinds'
import { choose, type Chosen, type Extent, type Pair } from './choose'
import { endRulesOf } from './end-rules'
import { dropMoot } from './fall'
import type { Listed } from './leads-to'
import { keyOf, retractedBefore } from './retracted'
import { reverse, type Stays } from './reverse'
import { rescindStrikes } from './strikes'
import { tellOfRetraction } from './tell-of-retraction'

export type Wish = {
  extent: Extent
  /** What of the request is listed; of a whole retraction nothing. */
  list: readonly Listed[]
  /** The request of kind `retraction` that says so. */
  viaRequestId?: string
}

export type Retracted = {
  whole: boolean
  reversed: number
  stays: Partial<Record<Stays, number>>
  rules: number
  rulesStay: number
  strangers: Chosen['strangers']
}

/**
 * Takes back a decided request, or part of it: what was decided because of it alone is as it was before, the standing rules it made
 * end, and nothing else changes. Taken back again it is a conflict, and nothing happens. The caller holds the lock.
 */
export async function retract(
  tx: Tx,
  actor: Actor,
  request: LockedRequest,
  { extent, list, viaRequestId }: Wish,
): Promise<Retracted> {
  if (isAnswering(request.kind)) throw conflict(say('otherSide.errors.nothingToRetract'))
  if (!isTheirsToTakeBack(request)) throw conflict(say('otherSide.errors.notAlone'))
  nextStatus(request.status, 'retract')
  const targets = await targetsOf(tx, request.id)
  const matches = (await decidedMatches(tx, request.id)).map(({ targetId, digest, caseId }) => ({
    ...{ targetId, caseId, digest: digest.toString('hex') },
  }))
  const before = await retractedBefore(tx, request)
  const standing = matches.filter((match) => !before.has(keyOf(match)))
  const found = byTarget(matches)
  const asked = targets.filter(({ id }) => wholly(found.get(id), before) !== true)
  const chosen = choose(extent, { targets: asked, pairs: standing }, list)
  const gone = new Set([...before, ...chosen.pairs.map(keyOf)])
  const left = matches.filter((match) => !gone.has(keyOf(match)))
  const goneTargets = targets.filter(({ id }) => wholly(found.get(id), gone) ?? chosen.targetIds.includes(id))
  const leftTargets = targets.filter((target) => !goneTargets.includes(target))
  const whole = extent === 'whole' || (left.length === 0 && leftTargets.length === 0)
  const wanted = new Set(chosen.pairs.map(keyOf))
  const reversed = await reverse(tx, actor, request, {
    because: 'retraction',
    caseIds: [...new Set(matches.filter((match) => wanted.has(keyOf(match))).map(({ caseId }) => caseId))],
    stillAsked: new Set(left.map(({ caseId }) => caseId)),
  })
  const rules = await endRulesOf(tx, actor, request, {
    ...{ because: 'retraction', whole },
    gone: goneTargets.map(({ target }) => target),
    left: whole ? [] : leftTargets.map(({ target }) => target),
  })
  // Also what was taken back before, when nothing is left in force of it.
  if (!whole && chosen.pairs.length === 0 && rules.ended === 0)
    throw conflict(say('otherSide.errors.nothingToRetract'))
  const outcome = {
    ...{ items: new Set(chosen.pairs.map(({ digest }) => digest)).size, reversed: reversed.caseIds.length },
    ...{ ...reversed.stays, rules: rules.ended, rulesStay: rules.stays, strangers: chosen.strangers.length },
  }
  const event = { type: 'retracted' as const, data: { whole, ...outcome } }
  const { entryId } = whole
    ? await take(tx, actor, request, 'retract', event)
    : await recordEvent(tx, actor, request, event.type, event.data)
  await record(tx, request, chosen.pairs, { whole, outcome, entryId, viaRequestId })
  await dropMoot(tx, request, { whole, left: new Set(left.map(({ caseId }) => caseId)) })
  await rescindStrikes(tx, request, { because: 'retraction', whole })
  await refreshLists(tx, request.datasetId)
  const result = {
    ...{ whole, reversed: reversed.caseIds.length, stays: reversed.stays },
    ...{ rules: rules.ended, rulesStay: rules.stays, strangers: chosen.strangers },
  }
  await tellOfRetraction(tx, request, result)
  return result
}

type Recorded = { whole: boolean; outcome: Record<string, number>; entryId: string; viaRequestId?: string }

async function record(
  tx: Tx,
  { id: requestId, datasetId }: LockedRequest,
  pairs: readonly Pair[],
  fact: Recorded,
): Promise<void> {
  const retractionId = randomUUID()
  await tx.insert(takedownRetraction).values({ id: retractionId, requestId, ...fact })
  const rows = pairs.map(({ targetId, digest }) => ({
    ...{ datasetId, requestId, targetId, retractionId },
    digest: Buffer.from(digest, 'hex'),
  }))
  for (let at = 0; at < rows.length; at += CHUNK)
    await tx.insert(retractedMatch).values(rows.slice(at, at + CHUNK))
}

/** Postgres takes 65,535 parameters in one statement. */
const CHUNK = 5_000

/** Whether all that a target led to is taken back; undefined when it led to nothing. */
function wholly(own: readonly Pair[] | undefined, gone: ReadonlySet<string>): boolean | undefined {
  return own?.every((match) => gone.has(keyOf(match)))
}
