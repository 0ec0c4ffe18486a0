import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { SeenFinding } from '@/db/schema/review'
import { UNDETERMINED } from '@/lib/text/language'
import { answers, type CaseFacts, caseKey, type FlagFacts, foldFlags } from './findings'
import { endInSight } from './in-sight'
import { REQUEST_POINTS } from './priority'
import { type Queue, queueFor } from './queue-rules'
import { ensureQueues } from './queues'
import { restrictItems } from './restrict-items'
import { announceItems, beginRound } from './rounds'
import type { Span } from './spans'
import type { Action, CaseStatus } from './status'
import { flagWeight } from './weigh-detectors'

export type OpenedCases = {
  opened: number
  /** Decided before, and something appeared that the decision in force has not seen. */
  reopened: number
  /** Decided before, and that decision answers everything that is flagged now. */
  carried: number
  /** Those that were opened, or reopened, by `caseKey`. */
  began: ReadonlySet<string>
}

/**
 * Makes or refreshes the cases of items whose flags were just raised in this transaction: one per item and category. A fixed
 * number of statements whatever the number of items; give it the flagged digests of an import chunk, not its rows. Of what only safety
 * officers may see, a further flag also hides what an earlier report left in sight, unless it is such a report itself (`hides`).
 */
export async function openCases(
  tx: Tx,
  datasetId: string,
  digests: readonly Buffer[],
  { hides = true }: { hides?: boolean } = {},
): Promise<OpenedCases> {
  const asked = [...new Set(digests.map((digest) => digest.toString('hex')))]
  if (asked.length === 0) return { opened: 0, reopened: 0, carried: 0, began: new Set() }
  const facts = foldFlags(await flagsOf(tx, datasetId, asked))
  const queues = await ensureQueues(tx, datasetId)
  const opened = await insertCases(tx, datasetId, facts, queues)
  const known = facts.filter((fact) => !opened.has(caseKey(fact)))
  const { reopened, carried, further } = await refreshCases(tx, datasetId, unique(known), queues)
  if (hides) await endInSight(tx, datasetId, further)
  await restrictItems(tx, datasetId, unique(facts.filter((fact) => fact.restricted)))
  await announceItems(tx, datasetId, asked)
  const began = new Set([...opened, ...reopened.map(caseKey)])
  return { opened: opened.size, reopened: reopened.length, carried, began }
}

const unique = (facts: readonly CaseFacts[]): string[] => [...new Set(facts.map((fact) => fact.digest))]

async function flagsOf(tx: Tx, datasetId: string, digests: readonly string[]): Promise<FlagFacts[]> {
  const rows = await tx.execute<FlagFacts>(sql`
    select encode(f.digest, 'hex') as digest, f.category, c.restricted = 1 as restricted,
           f.source, f.detector, f.type, f.score, f.severity, f.spans, ${flagWeight} as weight,
           coalesce(i.language, ${UNDETERMINED}) as language
    from unnest(${sql.param(digests)}::text[]) as asked (digest)
    join flag f on f.dataset_id = ${datasetId} and f.digest = decode(asked.digest, 'hex')
    join item i on i.dataset_id = f.dataset_id and i.digest = f.digest
    join category c on c.id = f.category`)
  return [...rows]
}

/** New cases are written once, complete. One that somebody else is opening at this moment is theirs: we wait and refresh it. */
async function insertCases(
  tx: Tx,
  datasetId: string,
  facts: readonly CaseFacts[],
  queues: readonly Queue[],
): Promise<Set<string>> {
  const hidden = new Set(unique(facts.filter((fact) => fact.restricted)))
  const rows = facts.map((fact) => ({
    ...projection(fact, 0),
    ...routed(fact, queues),
    restricted: hidden.has(fact.digest),
  }))
  const inserted = await tx.execute<{ digest: string; category: string }>(sql`
    insert into review_case (dataset_id, digest, category, restricted, severity, score, points, flag_count, detectors, types,
      sources, language, queue_id, quorum, slots, lead_needed, reserved, blind, actions, due_at)
    select ${datasetId}, decode(digest, 'hex'), category, restricted, severity, score, points, flag_count, detectors, types,
      sources, language, queue_id, quorum, slots, lead_needed, lead_needed::integer, blind, actions, now() + make_interval(hours => due_hours)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (
      digest text, category text, restricted boolean, severity smallint, score real, points integer,
      flag_count integer, detectors text[], types text[], sources text[], language text, queue_id uuid, quorum smallint, slots smallint,
      lead_needed boolean, blind boolean, actions text[], due_hours integer)
    on conflict (dataset_id, digest, category) do nothing
    returning encode(digest, 'hex') as digest, category`)
  return new Set(inserted.map(caseKey))
}

type KnownCase = {
  id: string
  digest: string
  category: string
  status: CaseStatus
  severity: number
  score: number
  flag_count: number
  points: number
  detectors: string[]
  types: string[]
  sources: string[]
  language: string
  takedowns: number
  action: Action | null
  spans: Span[] | null
  seen: SeenFinding[] | null
}

async function refreshCases(tx: Tx, datasetId: string, digests: readonly string[], queues: readonly Queue[]) {
  if (digests.length === 0) return { reopened: [], carried: 0, further: [] }
  const known = await lockCases(tx, datasetId, digests)
  // Read again under the lock: whoever held it may have raised flags of their own.
  const facts = new Map(foldFlags(await flagsOf(tx, datasetId, digests)).map((fact) => [caseKey(fact), fact]))
  const changes = known.flatMap((found) => {
    const fact = facts.get(caseKey(found))
    if (!fact) return []
    const reopen = found.status === 'decided' && !isAnswered(found, fact)
    return reopen || differs(found, fact)
      ? [{ id: found.id, reopen, ...projection(fact, found.takedowns), ...routed(fact, queues) }]
      : []
  })
  if (changes.length > 0) await updateCases(tx, datasetId, changes)
  const reopened = changes.filter((change) => change.reopen)
  await beginRound(
    tx,
    datasetId,
    reopened.map(({ id }) => id),
  )
  const carried = known.filter((found) => found.status === 'decided').length - reopened.length
  const further = known.filter((found) => isFurther(found, facts.get(caseKey(found)))).map(({ id }) => id)
  return { reopened, carried, further }
}

/** Whether somebody, or something, says of a restricted case what was not said of it before. */
const isFurther = (found: KnownCase, fact: CaseFacts | undefined): boolean =>
  fact !== undefined && fact.restricted && fact.flagCount > found.flag_count

/** In (digest, category) order, as everybody locks cases, so that nobody waits in a circle. */
async function lockCases(tx: Tx, datasetId: string, digests: readonly string[]): Promise<KnownCase[]> {
  const rows = await tx.execute<KnownCase>(sql`
    select c.id, encode(c.digest, 'hex') as digest, c.category, c.status, c.severity, c.score, c.flag_count, c.points,
           c.detectors, c.types, c.sources, c.language, c.takedowns, d.action, d.spans, d.seen
    from review_case c
    left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    where c.dataset_id = ${datasetId}
      and c.digest in (select decode(asked, 'hex') from unnest(${sql.param(digests)}::text[]) as asked)
    order by c.digest, c.category
    for update of c`)
  return [...rows]
}

function isAnswered({ action, spans, seen }: KnownCase, fact: CaseFacts): boolean {
  if (!action || !spans || !seen) return false
  return fact.findings.every((finding) => answers({ action, spans, seen }, finding))
}

function differs(found: KnownCase, fact: CaseFacts): boolean {
  return (
    found.severity !== fact.severity ||
    found.score !== fact.score ||
    found.flag_count !== fact.flagCount ||
    found.points !== pointsWith(fact, found.takedowns) ||
    found.detectors.join() !== fact.detectors.join() ||
    found.types.join() !== fact.types.join() ||
    found.sources.join() !== fact.sources.join() ||
    found.language !== fact.language
  )
}

/** The rules of a round that has begun stay what they were; a case nobody has begun takes those of the queue it fits now. */
async function updateCases(tx: Tx, datasetId: string, changes: readonly { id: string; reopen: boolean }[]) {
  await tx.execute(sql`
    update review_case c set
      severity = f.severity, score = f.score, points = f.points, flag_count = f.flag_count,
      detectors = f.detectors, types = f.types, sources = f.sources, language = f.language, queue_id = f.queue_id,
      quorum = case when fresh then f.quorum else c.quorum end,
      slots = case when fresh then f.slots else c.slots end,
      lead_needed = case when fresh then f.lead_needed else c.lead_needed end,
      reserved = case when fresh then f.lead_needed::integer else c.reserved end,
      blind = case when fresh then f.blind else c.blind end,
      actions = case when fresh then f.actions else c.actions end,
      -- A law's clock stays what it is.
      due_at = case when fresh and c.takedowns = 0 then c.opened_at + make_interval(hours => f.due_hours) else c.due_at end
    from (
      select f.*, k.status = 'open' and k.stage = 'review' and k.taken = 0 as fresh
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as f (
        id uuid, severity smallint, score real, points integer, flag_count integer, detectors text[], types text[],
        sources text[], language text, queue_id uuid, quorum smallint, slots smallint, lead_needed boolean, blind boolean, actions text[],
        due_hours integer)
      join review_case k on k.dataset_id = ${datasetId} and k.id = f.id
    ) as f
    where c.dataset_id = ${datasetId} and c.id = f.id`)
}

/** Where a case belongs and how it is reviewed there, as columns. */
function routed(fact: CaseFacts, queues: readonly Queue[]) {
  const queue = queueFor(queues, fact)
  return {
    queue_id: queue?.id ?? null,
    quorum: queue?.quorum ?? 1,
    slots: queue?.slots ?? 1,
    lead_needed: queue?.leadNeeded ?? false,
    blind: queue?.blind ?? true,
    actions: queue?.actions ?? null,
    due_hours: queue?.dueHours ?? null,
  }
}

const pointsWith = ({ points }: CaseFacts, takedowns: number) => points + (takedowns > 0 ? REQUEST_POINTS : 0)

function projection(fact: CaseFacts, takedowns: number) {
  return {
    digest: fact.digest,
    category: fact.category,
    severity: fact.severity,
    score: fact.score,
    points: pointsWith(fact, takedowns),
    flag_count: fact.flagCount,
    detectors: fact.detectors,
    types: fact.types,
    sources: fact.sources,
    language: fact.language,
  }
}
