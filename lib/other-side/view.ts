import 'server-only'
import { eq, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { db } from '@/db/client'
import {
  category,
  counterNotice,
  courtFiling,
  takedownContact,
  takedownRequest,
  takedownRetraction,
} from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { openAll } from '@/lib/crypto/subject-seal'
import { say } from '@/lib/i18n/say'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import { isAnswering } from '@/lib/takedowns/kinds'
import { linksOf } from '@/lib/takedowns/links'
import type { RequestView } from '@/lib/takedowns/queries'
import { targetsOf } from '@/lib/takedowns/results'
import { isClosed, may, type TakedownStatus } from '@/lib/takedowns/status'
import { tokenHash } from '@/lib/takedowns/tokens'
import { describeTarget } from '@/lib/takedowns/words'
import { isTheirsToTakeBack } from './answering-kinds'
import { authorRecords } from './authors'
import { complaintOf } from './complaint-view'
import {
  cannotAnswerSender,
  cannotJudgeSender,
  type Conduct,
  conductOf,
  couldBeUnfounded,
  isNeverHeld,
} from './conduct'
import { sizeOf } from './counter-row'
import { counterSteps } from './counter-steps'
import { putBackDay } from './put-back-clocks'
import { heldUntil, suspensionGrounds } from './suspension'

type Asked = Pick<RequestView, 'id' | 'datasetId' | 'kind' | 'status' | 'restricted' | 'readsWho'>

/** Everything of a request that lies with somebody else, for those who handle it. */
export async function otherSideOf(actor: Member, request: Asked) {
  const conduct = isNeverHeld(request) ? null : await conductOf(db(), request.id)
  const isWorthALook =
    conduct !== null &&
    (couldBeUnfounded(request.status) || conduct.unfounded > 0 || conduct.suspended !== null)
  return {
    links: await linksOf(db(), request.id),
    complaint: request.kind === 'complaint' ? await complaintOf(actor, request) : null,
    counters: await countersOf(actor, request),
    retractions: await retractionsOf(request.id),
    authors:
      request.kind === 'copyright'
        ? (await authorRecords(db(), request.datasetId, { requestId: request.id })).filter(
            ({ strikes }) => strikes > 0,
          )
        : [],
    conduct: isWorthALook ? await senderOf(actor, request, conduct) : null,
  }
}

/** What is on record about who sent it, and what can be decided about them now. */
async function senderOf(actor: Member, request: Asked, conduct: Conduct) {
  const here = conduct.suspended?.requestId === request.id ? conduct.suspended : null
  const denied = await cannotJudgeSender(db(), actor, request)
  return {
    ...conduct,
    mayFind: couldBeUnfounded(request.status),
    heldUntil: await heldUntil(db(), request),
    /** Why this actor decides none of it. */
    denied,
    answer:
      here?.contested && here.answered === null
        ? { denied: denied ?? cannotAnswerSender(actor, here) }
        : null,
    grounds: request.readsWho && here ? await suspensionGrounds(db(), request.id) : null,
  }
}

export type OtherSideView = Awaited<ReturnType<typeof otherSideOf>>
export type CounterView = OtherSideView['counters'][number]

/** The counter notice that this request is, or those against it, oldest first. */
async function countersOf(actor: Member, { id, datasetId }: Asked) {
  const answered = alias(takedownRequest, 'answered')
  const rows = await db()
    .select({
      ...{ counter: counterNotice, reference: takedownRequest.reference, of: answered.status },
      unreached: isUnreached,
    })
    .from(counterNotice)
    .innerJoin(takedownRequest, eq(takedownRequest.id, counterNotice.requestId))
    .innerJoin(answered, eq(answered.id, counterNotice.ofRequestId))
    .where(or(eq(counterNotice.requestId, id), eq(counterNotice.ofRequestId, id)))
    .orderBy(counterNotice.receivedAt)
  return Promise.all(
    rows.map(async ({ counter, reference, of, unreached }) => {
      const here = counter.requestId === id
      return {
        ...{ ...counter, ...daysOf(counter), ...sizeOf(counter), reference, unreached, isThis: here },
        ...(await counterSteps(db(), actor, { datasetId, counter, of, unreached, here })),
        filing: await filingOf(counter.requestId),
      }
    }),
  )
}

/** Its days as they are told. */
const daysOf = ({ earliestAt, latestAt }: { earliestAt: Date | null; latestAt: Date | null }) => ({
  earliestAt: earliestAt && putBackDay(earliestAt),
  latestAt: latestAt && putBackDay(latestAt),
})

/** Whoever asked for the removal was erased: nobody can tell them, so nothing comes back without a person's word. */
const isUnreached = sql<boolean>`not exists (
  select from ${takedownContact} where ${takedownContact.requestId} = ${counterNotice.ofRequestId})`

const filing = z.object({ court: z.string(), caseNumber: z.string() })

/** `null` for the court once the request was erased. */
async function filingOf(counterId: string) {
  const [row] = await db().select().from(courtFiling).where(eq(courtFiling.counterId, counterId))
  if (!row) return null
  const [bytes] = await openAll(db(), [{ place: 'court_filing', sealed: row.sealed }])
  return { filedOn: row.filedOn, said: bytes ? filing.parse(JSON.parse(bytes.toString('utf8'))) : null }
}

function retractionsOf(requestId: string) {
  return db()
    .select({
      id: takedownRetraction.id,
      whole: takedownRetraction.whole,
      outcome: takedownRetraction.outcome,
      at: takedownRetraction.createdAt,
    })
    .from(takedownRetraction)
    .where(eq(takedownRetraction.requestId, requestId))
    .orderBy(takedownRetraction.createdAt)
}

/** Marked one by one on the page; a longer list is taken back by letter. */
export const MOST_MARKED = 100

/** The same for the holder of the tracking link: what they can take back, and how it stands with the other side. */
export async function trackedOtherSide(token: string) {
  const [request] = await db()
    .select({
      id: takedownRequest.id,
      kind: takedownRequest.kind,
      status: takedownRequest.status,
      restricted: sql<boolean>`${category.restricted} = 1`,
    })
    .from(takedownRequest)
    .innerJoin(category, eq(category.id, takedownRequest.category))
    .where(eq(takedownRequest.trackingHash, tokenHash(token)))
  if (!request) return null
  const counters = await db()
    .select({
      state: counterNotice.state,
      mine: sql<boolean>`${counterNotice.requestId} = ${request.id}`,
      id: counterNotice.requestId,
      earliestAt: counterNotice.earliestAt,
      latestAt: counterNotice.latestAt,
      unreached: isUnreached,
    })
    .from(counterNotice)
    .where(or(eq(counterNotice.requestId, request.id), eq(counterNotice.ofRequestId, request.id)))
    .orderBy(counterNotice.receivedAt)
  const shown = counters.filter(({ mine, state }) =>
    mine ? state !== 'lapsed' || isClosed(request.status) : TOLD.has(state),
  )
  const passedOn = shown.some(({ mine, state }) => mine && state === 'valid')
  const conduct = await conductOf(db(), request.id)
  const suspended = conduct?.suspended?.inForce ? conduct.suspended : null
  return {
    counters: shown.map((counter) => ({ ...counter, ...daysOf(counter) })),
    suspended: suspended && { until: suspended.until, contested: suspended.contested },
    retract: canBeTakenBack(request, passedOn)
      ? (await targetsOf(db(), request.id)).map(({ id, target }) => ({
          id,
          text: describeTarget(say, target),
        }))
      : null,
  }
}

/** The claimant hears of a counter notice when it is passed on, not of one that is incomplete. */
const TOLD: ReadonlySet<string> = new Set(['valid', 'restored', 'kept_down'])

/** Of an answered request that led to nothing there is nothing to take back; of a counter notice only one that was passed on. */
const canBeTakenBack = (
  request: { kind: TakedownKind; status: TakedownStatus; restricted: boolean },
  passedOn: boolean,
): boolean =>
  may(request.status, 'retract') &&
  request.status !== 'no_action' &&
  (isAnswering(request.kind) ? passedOn : isTheirsToTakeBack(request))

export type TrackedOtherSide = NonNullable<Awaited<ReturnType<typeof trackedOtherSide>>>
