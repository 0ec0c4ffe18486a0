import 'server-only'
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, not, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { category, dataset, takedownEvent, takedownMatch, takedownRequest } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { can, datasetsWhere } from '@/lib/auth/permissions'
import { notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { attestationsOf, languageOf, type TakedownKind } from './attestations'
import { contactOf } from './contact'
import type { requestsFilter } from './input'
import { byTarget, decidedMatches, resultsOf } from './results'
import { LEGAL } from './second'
import { may, type TakedownStatus } from './status'
import { sourceNamed } from './suppress'
import { waitingFor } from './waiting'
import type { Waiting } from './waiting-views'
import { showsWhatIsNamed } from './who-reads'
import { countTargets, describeTarget } from './words'

/** A request as a table shows it: nothing of who asks. */
export type RequestRow = Awaited<ReturnType<typeof listRequests>>['rows'][number]

const PAGE = 50

const columns = {
  id: takedownRequest.id,
  reference: takedownRequest.reference,
  kind: takedownRequest.kind,
  right: takedownRequest.right,
  status: takedownRequest.status,
  slug: dataset.slug,
  dataset: dataset.name,
  submittedAt: takedownRequest.submittedAt,
  dueAt: takedownRequest.dueAt,
  nearAt: takedownRequest.nearAt,
  closedAt: takedownRequest.closedAt,
  restricted: sql<boolean>`${category.restricted} = 1`,
  confidential: takedownRequest.confidential,
  openCases: sql<number>`(
    select count(distinct m.case_id)::int from takedown_match m
    join review_case c on c.dataset_id = m.dataset_id and c.id = m.case_id
    where m.request_id = ${takedownRequest.id} and c.status = 'open')`,
}

/** Confirmed requests the actor may see, newest first; keyset after (submitted, id). */
export async function listRequests(actor: Actor, filter: z.output<typeof requestsFilter>) {
  const visible = visibleTo(actor)
  if (!visible) return { rows: [], next: null }
  const rows = await db()
    .select(columns)
    .from(takedownRequest)
    .innerJoin(dataset, eq(dataset.id, takedownRequest.datasetId))
    .innerJoin(category, eq(category.id, takedownRequest.category))
    .where(
      and(
        visible,
        isNotNull(takedownRequest.confirmedAt),
        filter.state === 'open' ? isNull(takedownRequest.closedAt) : undefined,
        filter.state === 'closed' ? isNotNull(takedownRequest.closedAt) : undefined,
        filter.state === 'open' && filter.waits ? waitingFor(filter.waits) : undefined,
        filter.kind ? eq(takedownRequest.kind, filter.kind) : undefined,
        filter.dataset ? eq(dataset.slug, filter.dataset) : undefined,
        after(filter.after),
      ),
    )
    .orderBy(desc(takedownRequest.submittedAt), desc(takedownRequest.id))
    .limit(PAGE + 1)
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return { rows: rows.slice(0, PAGE), next: last ? `${last.submittedAt.toISOString()}_${last.id}` : null }
}

/** How many open requests the actor may see, and in each view of them. */
export async function countWaiting(
  actor: Actor,
  filter: Pick<z.output<typeof requestsFilter>, 'kind' | 'dataset'>,
): Promise<Record<Waiting | 'all', number>> {
  const visible = visibleTo(actor)
  const none = { all: 0, us: 0, them: 0, others: 0, over: 0, near: 0 }
  if (!visible) return none
  const counted = (view: Waiting) => sql<number>`(count(*) filter (where ${waitingFor(view)}))::int`
  const [row] = await db()
    .select({
      all: sql<number>`count(*)::int`,
      us: counted('us'),
      them: counted('them'),
      others: counted('others'),
      over: counted('over'),
      near: counted('near'),
    })
    .from(takedownRequest)
    .innerJoin(dataset, eq(dataset.id, takedownRequest.datasetId))
    .innerJoin(category, eq(category.id, takedownRequest.category))
    .where(
      and(
        visible,
        isNotNull(takedownRequest.confirmedAt),
        isNull(takedownRequest.closedAt),
        filter.kind ? eq(takedownRequest.kind, filter.kind) : undefined,
        filter.dataset ? eq(dataset.slug, filter.dataset) : undefined,
      ),
    )
  return row ?? none
}

/** One request, and whether the actor reads who asks. The same 404 for one that is not there and one that is not theirs. */
export async function visibleRequest(actor: Actor, id: string) {
  const visible = z.uuid().safeParse(id).success ? visibleTo(actor) : undefined
  const [request] = visible
    ? await db()
        .select({
          ...columns,
          datasetId: takedownRequest.datasetId,
          category: takedownRequest.category,
          attestation: takedownRequest.attestation,
          confirmedAt: takedownRequest.confirmedAt,
          readsWho: readsWho(actor),
        })
        .from(takedownRequest)
        .innerJoin(dataset, eq(dataset.id, takedownRequest.datasetId))
        .innerJoin(category, eq(category.id, takedownRequest.category))
        .where(and(visible, eq(takedownRequest.id, id), isNotNull(takedownRequest.confirmedAt)))
    : []
  if (!request) throw notFound('request')
  return request
}

/** The same with who asks, what they name and what was found. */
export async function requestView(actor: Actor, id: string) {
  const request = await visibleRequest(actor, id)
  const [contact, results, matches, events] = await Promise.all([
    contactOf(db(), id),
    resultsOf(db(), id),
    decidedMatches(db(), id),
    eventsOf(id),
  ])
  const found = byTarget(matches)
  return {
    ...request,
    contact:
      request.readsWho && contact
        ? {
            ...{ name: contact.name, email: contact.email, answers: contact.answers },
            /** In the words in which they were asked. */
            asked: contact.asked,
          }
        : null,
    attestations: attestationsOf(request.attestation),
    /** The language in which they were read and declared. */
    declaredIn: languageOf(request.attestation),
    /** Sources that it names, that nothing comes from, and about which a lead has yet to decide. */
    undecided:
      request.kind === 'opt_out' && may(request.status, 'act')
        ? results.filter(({ target, state }) => state === 'not_found' && sourceNamed(target)).length
        : 0,
    summary: countTargets(
      say,
      results.map(({ target }) => target),
    ),
    targets: results.map(({ id: targetId, target, state, broad }) => ({
      id: targetId,
      kind: target.kind,
      /** Null for who reads only of which kind it is. */
      text: request.readsWho || showsWhatIsNamed(request.kind, target) ? describeTarget(say, target) : null,
      state,
      broad,
      cases: (found.get(targetId) ?? []).map(({ caseId, digest, status, action }) => ({
        caseId,
        digest: digest.toString('hex'),
        status,
        action,
      })),
    })),
    events,
  }
}

export type RequestView = Awaited<ReturnType<typeof requestView>>

export type CaseRequest = {
  id: string
  reference: string
  kind: TakedownKind
  status: TakedownStatus
  submittedAt: Date
  dueAt: Date | null
}

/**
 * The requests that ask about a case, oldest first, for its page: no personal data, whoever may see the case may see these, but of what a
 * court forbade to tell only who answers it.
 */
export async function requestsOfCase(
  actor: Actor,
  { datasetId, id: caseId }: { datasetId: string; id: string },
): Promise<CaseRequest[]> {
  return db()
    .selectDistinct({
      id: takedownRequest.id,
      reference: takedownRequest.reference,
      kind: takedownRequest.kind,
      status: takedownRequest.status,
      submittedAt: takedownRequest.submittedAt,
      dueAt: takedownRequest.dueAt,
    })
    .from(takedownMatch)
    .innerJoin(takedownRequest, eq(takedownRequest.id, takedownMatch.requestId))
    .where(
      and(
        eq(takedownMatch.datasetId, datasetId),
        eq(takedownMatch.caseId, caseId),
        can(actor, 'takedown.handle', datasetId) ? undefined : not(takedownRequest.confidential),
      ),
    )
    .orderBy(asc(takedownRequest.submittedAt))
}

/**
 * A restricted request is the safety officers', whatever else somebody is; any other the leads' and maintainers' of its dataset, but the
 * leads' alone where a court forbade to tell others of it. An administrator sees what may need them as its second person.
 */
function visibleTo(actor: Actor): SQL | undefined {
  const { leads, officers, second } = readersOf(actor)
  const team = ofDatasets(datasetsWhere(actor, 'takedown.view'))
  return either([leads, team && and(team, not(takedownRequest.confidential)), officers, second])
}

/**
 * Whether the actor reads who asks and in what words: who answers the request, and nobody else. A maintainer is the other side of many a
 * request, whatever else they are here. What people are told of it before they send anything is `takedowns.readers`.
 */
const readsWho = (actor: Actor): SQL<boolean> =>
  sql<boolean>`coalesce(${either(Object.values(readersOf(actor))) ?? sql`false`}, false)`

function readersOf(actor: Actor): Record<'leads' | 'officers' | 'second', SQL | undefined> {
  return {
    leads: ofDatasets(datasetsWhere(actor, 'takedown.handle')),
    officers: can(actor, 'restricted.handle') ? eq(category.restricted, 1) : undefined,
    second: can(actor, 'takedown.agree') ? waitsForSecond() : undefined,
  }
}

const ofDatasets = (ids: string[]): SQL | undefined =>
  ids.length > 0 ? and(inArray(takedownRequest.datasetId, ids), eq(category.restricted, 0)) : undefined

const either = (conditions: readonly (SQL | undefined)[]): SQL | undefined =>
  or(...conditions.filter((condition) => condition !== undefined))

const waitsForSecond = (): SQL | undefined =>
  and(
    eq(category.restricted, 0),
    or(
      and(
        inArray(takedownRequest.kind, [...LEGAL]),
        sql`exists (select 1 from takedown_event e where e.request_id = ${takedownRequest.id} and e.type = 'outcome_ready')`,
      ),
      // A copy that waits for somebody else's word, all of it judged; told, it is theirs no more.
      sql`exists (
        select 1 from takedown_answer a
        join takedown_event e on e.request_id = a.request_id and e.type = 'answer_proposed' and e.created_at >= a.created_at
        where a.request_id = ${takedownRequest.id} and a.kind = 'copy' and a.state = 'proposed')`,
    ),
  )

function after(cursor: { at: Date; id: string } | null): SQL | undefined {
  if (!cursor) return undefined
  return or(
    lt(takedownRequest.submittedAt, cursor.at),
    and(eq(takedownRequest.submittedAt, cursor.at), lt(takedownRequest.id, cursor.id)),
  )
}

function eventsOf(requestId: string) {
  return db()
    .select({
      id: takedownEvent.id,
      type: takedownEvent.type,
      data: takedownEvent.data,
      at: takedownEvent.createdAt,
    })
    .from(takedownEvent)
    .where(eq(takedownEvent.requestId, requestId))
    .orderBy(asc(takedownEvent.createdAt), asc(takedownEvent.ordinal))
}
