import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { reviewCase, takedownMatch, takedownWord } from '@/db/schema'
import { openAll } from '@/lib/crypto/subject-seal'
import { announcedLift } from './announced-lift'
import { waitsUnfound } from './answer-unfound'
import type { TakedownKind } from './attestations'
import { proposedAnswer, toldAnswer } from './answers'
import { closesOn } from './ask-info'
import { lowerRungs, mayAskDocument, mayAskProof, openProof, type ProofPlace } from './ask-proof'
import { waitsForLook } from './beyond'
import { contactOf } from './contact'
import { earlierOf } from './duplicates'
import { elementsOf } from './elements'
import { firstOf } from './four-eyes'
import { missingOf } from './give-info'
import { filePath, recordName, recordValue } from './look-at-place'
import { questionsOf } from './kinds'
import { canBeOpened } from './open-copy'
import { ourDay } from './our-day'
import { hasOwnerWindow, ownerWindowOf } from './owner-window'
import { promisesOf } from './promises'
import { METHODS, type ProofMethod } from './proof-methods'
import { addressesInRows, domainsNamed } from './proof-options'
import { pagesNamed } from './proof-pages'
import { isSeen } from './prove'
import type { FormText } from './question'
import { isAnswered, type Right } from './rights'
import { recallFor, viewsOf } from './rights-view'
import { lastEvent, wordsOf } from './said'
import { awaitedSecond } from './second'
import { statementsOf } from './statement'
import { may, type TakedownStatus } from './status'

type Asked = {
  id: string
  datasetId: string
  kind: TakedownKind
  status: TakedownStatus
  restricted: boolean
}

type Handled = Asked & { right: Right | null; readsWho: boolean }

export type ProcessView = Awaited<ReturnType<typeof processView>>

/** What can be done with a request now, and what it waits for, for those who handle it. */
export async function processView(request: Handled) {
  const { id, kind, status } = request
  const on = db()
  const asksProof = mayAskProof(request) && may(status, 'ask_identity')
  const [words, asked, reminded, awaited, owner, openCase, proof, statements, promises] = await Promise.all([
    wordsShown(request),
    lastEvent(on, id, ['needs_info', 'needs_identity']),
    lastEvent(on, id, ['info_reminded']),
    awaitedSecond(on, request),
    ownerWindowOf(on, id),
    firstOpenCase(id),
    openProof(on, id),
    statementsOf(id),
    promisesOf(on, request.datasetId),
  ])
  return {
    answer: isAnswered(request) ? await answerOf(id) : null,
    lift: await announcedLift(on, request),
    wasStated: statements.length > 0,
    words,
    asked: asked && { at: asked.at, closes: closesOn(asked.at) },
    wasReminded: asked !== null && reminded !== null && reminded.at > asked.at,
    missing: await missingOf(on, request),
    elements: may(status, 'ask_info') ? elementsOf(kind) : [],
    awaited: awaited && {
      ...awaited,
      firstBy: await firstOf(on, request, awaited),
    },
    owner,
    /** Working days that the maintainers have if they are asked first; 0: they cannot be. */
    ownerDays:
      hasOwnerWindow(kind) && !request.restricted && may(status, 'notify_owner') ? promises.ownerDays : 0,
    openCase,
    /** Something is only like what was named, and no answer goes out before somebody looks at it. */
    toLook: may(status, 'act') && (await waitsForLook(on, id)),
    method: proof?.method ?? null,
    /** What a person has to see; `where` and `what`: the page, and the text that is to stand there. */
    toSee: proof && isSeen(proof) ? shownAt(proof.method, proof.place, '') : null,
    proofs: asksProof
      ? {
          addresses: (await addressesInRows(on, request)).map(({ of, masked }) => ({ of, masked })),
          domains: await domainsNamed(on, id),
          pages: await pagesNamed(on, request),
          offered: await offeredBy(id, kind),
          document: mayAskDocument(kind) && isLast(await lowerRungs(on, request)),
        }
      : null,
    earlier: may(status, 'mark_duplicate') ? await earlierOf(on, request) : [],
    duplicateOf: String((await lastEvent(on, id, ['duplicate']))?.data.of ?? ''),
    /** A complaint of which nothing was found again: somebody has to say so. */
    unfound: await waitsUnfound(on, request),
    heldFor: String((await lastEvent(on, id, ['held']))?.data.reason ?? ''),
  }
}

/** What was written beside the events. Who does not read who asks gets what was written to them, and nothing from or to the requester. */
const wordsShown = ({ id, readsWho }: Handled) => wordsOf(db(), id, readsWho ? undefined : ['owner_notified'])

/** How far an answer is to somebody who asks what there is about them, or that it be corrected. */
async function answerOf(requestId: string) {
  const [proposed, told] = [await proposedAnswer(db(), requestId), await toldAnswer(db(), requestId)]
  return {
    proposed: proposed && { kind: proposed.kind, accepted: proposed.acceptedAt !== null },
    told: told && {
      ...{ id: told.id, kind: told.kind, until: told.expiresAt, canBeOpened: canBeOpened(told) },
      ...{ views: await viewsOf(told.id), recalled: await recallFor(db(), requestId) },
    },
  }
}

/** What the requester has to do, or waits for, on the page behind the tracking link. Nothing of anybody else's request. */
export async function standingOf(request: Asked & { reference: string }) {
  const on = db()
  const { id, status } = request
  const event = await lastEvent(on, id, STANDS[status] ?? [])
  const words = event ? await wordsWith(event.id) : null
  const proof = status === 'needs_identity' ? await openProof(on, id) : null
  const window = status === 'owner_notified' ? await ownerWindowOf(on, id) : null
  return {
    kind: request.kind,
    at: event?.at ?? null,
    closes: event ? closesOn(event.at) : null,
    reason: String(event?.data.reason ?? ''),
    words,
    missing: status === 'needs_info' ? await missingOf(on, request) : [],
    contact: status === 'needs_info' ? await contactOf(on, id) : null,
    proof: proof && {
      method: proof.method,
      lastLook: proof.lastLook,
      codeSent: proof.codeHash !== null && proof.expiresAt > new Date() && proof.attempts < 3,
      ...shownAt(proof.method, proof.place, request.reference),
    },
    ownerUntil: window && ourDay(window.dueAt),
    second: (await awaitedSecond(on, request)) !== null,
  }
}

export type Standing = Awaited<ReturnType<typeof standingOf>>

/** The event that says why it stands where it stands. */
const STANDS: Partial<Record<TakedownStatus, Parameters<typeof lastEvent>[2]>> = {
  needs_info: ['needs_info'],
  needs_identity: ['needs_identity'],
  on_hold: ['held'],
  rejected: ['rejected'],
}

/** How its requester would like to show it, in the words of the form; null where the form does not ask, or they did not say. */
async function offeredBy(requestId: string, kind: TakedownKind): Promise<Offered | null> {
  const answers = (await contactOf(db(), requestId))?.answers
  const asked = questionsOf(kind).find(({ name }) => name === 'proof')
  const chosen = asked?.options?.find(({ value }) => value === answers?.proof)
  if (!chosen) return null
  const method = chosen.value === 'email' ? 'contact' : METHODS.find((one) => one === chosen.value)
  return { label: chosen.label, method: method ?? null }
}

/** A document is asked for where nothing lighter is left. */
const isLast = ({ possible, tried }: { possible: boolean; tried: boolean }) => tried || !possible

type Offered = { label: FormText; method: ProofMethod | null }

function shownAt(
  method: string,
  { page, domain, token }: ProofPlace,
  reference: string,
): { where: string; what: string } {
  if (page && token) return { where: page, what: token }
  if (!domain || !token) return { where: '', what: '' }
  return method === 'dns'
    ? { where: recordName(domain), what: recordValue(token) }
    : { where: `https://${domain}${filePath(reference)}`, what: token }
}

async function wordsWith(eventId: string): Promise<string | null> {
  const rows = await db()
    .select({ sealed: takedownWord.sealed })
    .from(takedownWord)
    .where(eq(takedownWord.eventId, eventId))
  const [text] = await openAll(
    db(),
    rows.map(({ sealed }) => ({ place: 'takedown_word', sealed })),
  )
  return text?.toString('utf8') ?? null
}

async function firstOpenCase(requestId: string): Promise<string | null> {
  const [row] = await db()
    .selectDistinct({ id: reviewCase.id })
    .from(takedownMatch)
    .innerJoin(
      reviewCase,
      and(eq(reviewCase.datasetId, takedownMatch.datasetId), eq(reviewCase.id, takedownMatch.caseId)),
    )
    .where(and(eq(takedownMatch.requestId, requestId), eq(reviewCase.status, 'open')))
    .orderBy(asc(reviewCase.id))
    .limit(1)
  return row?.id ?? null
}
