import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { takedownCandidate } from '@/db/schema'
import { type Hit, hitKey, type Located } from './found'
import type { LockedRequest } from './request-row'

/** So many of what is only like a text are drawn by lot, to be looked at before the others are taken with them. */
export const SAMPLE = 20

/** Writes down what keys and words led to. What a person has said of an item stays; what is found again is the same. */
export async function keepCandidates(
  tx: Tx,
  { id: requestId, datasetId }: Pick<LockedRequest, 'id' | 'datasetId'>,
  { hits, places, revisionId, reach }: Located,
): Promise<void> {
  const placeOf = new Map(places.map((place) => [place.digest.toString('hex'), place]))
  const found = hits.map(({ targetId, digest, spans }) => {
    const key = digest.toString('hex')
    const place = placeOf.get(key)
    return {
      ...{ datasetId, requestId, targetId, digest, revisionId, spans },
      ...{ tier: 'exact' as const, state: 'found' as const },
      rows: reach.ofItem.get(key) ?? 0,
      ...(place && { ordinal: place.ordinal, row: place.row, offset: place.offset, length: place.length }),
      ...(place && { sourceId: place.sourceId, url: place.url }),
    }
  })
  for (let from = 0; from < found.length; from += AT_ONCE)
    await tx
      .insert(takedownCandidate)
      .values(found.slice(from, from + AT_ONCE))
      .onConflictDoNothing()
}

/** Rows of one statement: Postgres takes 65,535 values in one. */
const AT_ONCE = 1_000

/** Whatever is meant by its key or its words is taken, as far as nobody said that it does not belong. */
export async function takeExact(tx: Tx, requestId: string, by: string | null = null): Promise<void> {
  await tx
    .update(takedownCandidate)
    .set({ state: 'taken', by, at: new Date() })
    .where(
      and(ofRequest(requestId), eq(takedownCandidate.tier, 'exact'), eq(takedownCandidate.state, 'found')),
    )
}

/**
 * Draws by lot what is to be looked at of each target; answers how many wait for a look. What is drawn stays so until the next ones that are
 * like it are looked for (look-on.ts): of those others are drawn.
 */
export async function drawSamples(tx: Tx, requestId: string): Promise<number> {
  await tx.execute(sql`
    update takedown_candidate c set drawn = true
    from (
      select target_id, digest, row_number() over (partition by target_id order by drawn desc, gen_random_uuid()) as n
      from takedown_candidate where ${ofRequest(requestId)} and tier = 'fuzzy' and (drawn or state = 'found')) lot
    where c.dataset_id = (select dataset_id from takedown_request where id = ${requestId}) and c.request_id = ${requestId} and c.target_id = lot.target_id and c.digest = lot.digest and lot.n <= ${SAMPLE} and not c.drawn`)
  return fuzzyWaiting(tx, requestId)
}

/** How many that are only like a text wait for somebody's look. */
export async function fuzzyWaiting(on: Db | Tx, requestId: string): Promise<number> {
  const [row] = await on.execute<{ n: number }>(sql`
    select count(*)::int as n from takedown_candidate where ${ofRequest(requestId)} and tier = 'fuzzy' and state = 'found'`)
  return row?.n ?? 0
}

/** Candidates that are taken and have no case yet. */
export async function withoutCase(on: Db | Tx, requestId: string) {
  return on
    .select()
    .from(takedownCandidate)
    .where(
      and(
        ofRequest(requestId),
        eq(takedownCandidate.state, 'taken'),
        sql`not exists (
          select from takedown_match m where m.dataset_id = ${takedownCandidate.datasetId} and m.request_id = ${takedownCandidate.requestId}
            and m.target_id = ${takedownCandidate.targetId} and m.digest = ${takedownCandidate.digest})`,
      ),
    )
    .orderBy(takedownCandidate.digest)
}

/** What was found, but what somebody took out while it was looked for. The caller holds the lock of the request. */
export async function withoutDropped(tx: Tx, requestId: string, hits: readonly Hit[]): Promise<Hit[]> {
  const rows = await tx
    .select({ targetId: takedownCandidate.targetId, digest: takedownCandidate.digest })
    .from(takedownCandidate)
    .where(and(ofRequest(requestId), eq(takedownCandidate.state, 'dropped')))
  const dropped = new Set(rows.map(hitKey))
  return hits.filter((hit) => !dropped.has(hitKey(hit)))
}

/** With its dataset, by which the key begins: without it every look at one of thousands of requests read all of their candidates. */
const ofRequest = (requestId: string) =>
  sql`dataset_id = (select r.dataset_id from takedown_request r where r.id = ${requestId}) and request_id = ${requestId}`
