import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { byteaArray } from '@/lib/datasets/arrays'
import { type ItemFields, openContents } from '@/lib/review/item-fields'
import type { Action, CaseStatus } from '@/lib/review/status'
import { textOf } from './item-text'
import { BANDS, HASHES_PER_BAND } from './min-hash'
import { jaccard, shingleSet, shinglesOf } from './shingles'
import { normalise } from './words'

/** The share of common shingles from which a text is called a near-duplicate: where its bands find every other one. */
export const NEAR = 0.7

/** More than a person looks through. A text with more is a template, for which there are filters. */
const MOST = 200

/** A longer text is not opened for a list: its similarity is told by its bands. */
const OPENED_BYTES = 64 * 1024

export type NearDuplicate = {
  digest: string
  /** Share of common shingles; 1 for the same words, which need not be the same text: numbers and punctuation do not count. */
  similarity: number
  /** False when it is told by the number of common bands alone. */
  isMeasured: boolean
  cases: { id: string; category: string; status: CaseStatus; action: Action | null }[]
}

export type Neighbourhood = {
  /**
   * `waiting`: not indexed yet, or its text is gone. `words`: too short for shingles, only the same words are found.
   * `nothing`: it has no words.
   */
  state: 'waiting' | 'bands' | 'words' | 'nothing'
  /** The most similar first; each is similar to this item itself, not to one in between. */
  members: NearDuplicate[]
  /** There are more than are listed. */
  more: boolean
}

/**
 * The flagged items of the dataset whose text is nearly that of this one, with their cases, decided or open. Items with a restricted
 * case are never among them, whoever asks: those are decided one by one.
 */
export async function neighboursOf(
  on: Db | Tx,
  { datasetId, digest }: { datasetId: string; digest: Buffer },
): Promise<Neighbourhood> {
  const [own] = await on.execute<{ kind: 'bands' | 'words' | 'nothing'; keys: string[] }>(sql`
    select kind, keys::text[] as keys from near_duplicate where dataset_id = ${datasetId} and digest = ${digest}`)
  if (!own) return { state: 'waiting', members: [], more: false }
  if (own.keys.length === 0) return { state: own.kind, members: [], more: false }
  const found = await candidates(on, { datasetId, digest, keys: own.keys })
  const listed = found.slice(0, MOST)
  const similar = await similarities(on, { datasetId, digest, kind: own.kind }, listed)
  const cases = await casesOf(on, datasetId, listed)
  const members = listed
    .map((candidate, i): NearDuplicate => ({
      digest: candidate.digest,
      ...(similar[i] ?? { similarity: 0, isMeasured: false }),
      cases: cases.get(candidate.digest) ?? [],
    }))
    .filter(({ similarity }) => similarity >= NEAR)
    .sort((a, b) => b.similarity - a.similarity || (a.digest < b.digest ? -1 : 1))
  return { state: own.kind, members, more: found.length > MOST }
}

type Candidate = { digest: string; shared: number }

/** Items in one of the same buckets. The keys are constants of the statement, so that the index on them is used whatever the statistics say. */
async function candidates(
  on: Db | Tx,
  { datasetId, digest, keys }: { datasetId: string; digest: Buffer; keys: readonly string[] },
): Promise<Candidate[]> {
  const own = sql`${sql.param(keys)}::bigint[]`
  const rows = await on.execute<Candidate>(sql`
    select encode(n.digest, 'hex') as digest,
           (select count(*)::int from unnest(n.keys) as key where key = any(${own})) as shared
    from near_duplicate n
    where n.dataset_id = ${datasetId} and n.keys && ${own} and n.digest <> ${digest}
      and not exists (select from review_case c
                      where c.dataset_id = n.dataset_id and c.digest = n.digest and c.restricted)
    limit ${MOST + 1}`)
  return [...rows].sort((a, b) => b.shared - a.shared)
}

type Similarity = { similarity: number; isMeasured: boolean }

/** Measured on the texts themselves: that two are in one bucket is a hint. */
async function similarities(
  on: Db | Tx,
  { datasetId, digest, kind }: { datasetId: string; digest: Buffer; kind: string },
  found: readonly Candidate[],
): Promise<Similarity[]> {
  if (kind === 'words') return found.map(() => ({ similarity: 1, isMeasured: true }))
  const [declared] = await on.execute<{ fields: string[] | null }>(
    sql`select text_fields as fields from dataset where id = ${datasetId}`,
  )
  const texts = await textsOf(on, datasetId, [
    digest.toString('hex'),
    ...found.map((candidate) => candidate.digest),
  ])
  const shingles = (fields: ItemFields | undefined) =>
    fields && shingleSet(shinglesOf(normalise(textOf(fields, declared?.fields ?? []))))
  const own = shingles(texts.get(digest.toString('hex')))
  return found.map((candidate) => {
    const other = own && shingles(texts.get(candidate.digest))
    if (own && other) return { similarity: jaccard(own, other), isMeasured: true }
    return { similarity: (candidate.shared / BANDS) ** (1 / HASHES_PER_BAND), isMeasured: false }
  })
}

async function textsOf(
  on: Db | Tx,
  datasetId: string,
  digests: readonly string[],
): Promise<Map<string, ItemFields>> {
  const rows = await on.execute<{ digest: string; body: Buffer; keyId: string | null }>(sql`
    select encode(digest, 'hex') as digest, body, key_id as "keyId" from item_content
    where dataset_id = ${datasetId} and digest = any(${byteaArray(digests.map((hex) => Buffer.from(hex, 'hex')))})
      and octet_length(body) <= ${OPENED_BYTES}`)
  const opened = await openContents(on, rows)
  return new Map(
    rows.flatMap(({ digest }, i) => {
      const fields = opened[i]
      return fields ? [[digest, fields]] : []
    }),
  )
}

async function casesOf(
  on: Db | Tx,
  datasetId: string,
  found: readonly Candidate[],
): Promise<Map<string, NearDuplicate['cases']>> {
  if (found.length === 0) return new Map()
  const rows = await on.execute<NearDuplicate['cases'][number] & { digest: string }>(sql`
    select encode(c.digest, 'hex') as digest, c.id, c.category, c.status, d.action
    from review_case c
    left join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
    where c.dataset_id = ${datasetId}
      and c.digest = any(${byteaArray(found.map(({ digest }) => Buffer.from(digest, 'hex')))})
    order by c.category`)
  const byDigest = new Map<string, NearDuplicate['cases']>()
  for (const { digest, ...found } of rows) byDigest.set(digest, [...(byDigest.get(digest) ?? []), found])
  return byDigest
}
