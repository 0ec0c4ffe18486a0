import 'server-only'
import { sql } from 'drizzle-orm'
import { type Db, db, transact, type Tx } from '@/db/client'
import { byteaArray } from '@/lib/datasets/arrays'
import { openContents } from '@/lib/review/item-fields'
import { textOf } from './item-text'
import { type Likeness, likenessOf } from './likeness'

/** Contents that are opened at once: some MB in memory, and what a kill costs in repeated work. */
const PER_BATCH = 500
const BYTES_PER_BATCH = 16 * 1024 * 1024

/**
 * Makes the items with these digests findable by their near-duplicates. Done before, it does nothing; an item without text stays out.
 *
 * @returns how many were added
 */
export async function indexNearDuplicates(
  tx: Tx,
  datasetId: string,
  digests: readonly Buffer[],
): Promise<number> {
  if (digests.length === 0) return 0
  const rows = await tx.execute<Content>(sql`
    select encode(c.digest, 'hex') as digest, c.body, c.key_id as "keyId"
    from item_content c
    where c.dataset_id = ${datasetId} and c.digest = any(${byteaArray(digests)})
      and not exists (select from near_duplicate n where n.dataset_id = c.dataset_id and n.digest = c.digest)`)
  return insertLikenesses(tx, datasetId, await likenessesOf(tx, datasetId, rows))
}

/**
 * The same for every item of a dataset that is not findable yet, in short transactions: killed anywhere, the next run goes on. An item that
 * is erased meanwhile fails the batch by its foreign key, so that no fingerprint outlives its text; the next run does not see it.
 */
export async function indexDataset(datasetId: string, signal?: AbortSignal): Promise<number> {
  let added = 0
  for (let after = '', batch; (batch = await unindexed(db(), datasetId, after)).length > 0;) {
    signal?.throwIfAborted()
    const digests = batch.map((hex) => Buffer.from(hex, 'hex'))
    added += await transact((tx) => indexNearDuplicates(tx, datasetId, digests))
    after = batch.at(-1) ?? after
  }
  return added
}

/** In digest order, so that one pass over the primary keys finds them all. */
async function unindexed(on: Db, datasetId: string, after: string): Promise<string[]> {
  const rows = await on.execute<{ digest: string; bytes: number }>(sql`
    select encode(c.digest, 'hex') as digest, octet_length(c.body) as bytes
    from item_content c
    where c.dataset_id = ${datasetId} and c.digest > decode(${after}, 'hex')
      and not exists (select from near_duplicate n where n.dataset_id = c.dataset_id and n.digest = c.digest)
    order by c.digest limit ${PER_BATCH}`)
  let room = BYTES_PER_BATCH
  // The first always fits: a text alone may be larger than a batch.
  return rows.filter(({ bytes }, i) => (room -= bytes) >= 0 || i === 0).map(({ digest }) => digest)
}

type Content = { digest: string; body: Buffer; keyId: string | null }

async function likenessesOf(
  tx: Tx,
  datasetId: string,
  rows: readonly Content[],
): Promise<Map<string, Likeness>> {
  const [declared] = await tx.execute<{ fields: string[] | null }>(
    sql`select text_fields as fields from dataset where id = ${datasetId}`,
  )
  const contents = await openContents(tx, rows)
  return new Map(
    rows.flatMap(({ digest }, i) => {
      const fields = contents[i]
      return fields ? [[digest, likenessOf(datasetId, textOf(fields, declared?.fields ?? []))]] : []
    }),
  )
}

async function insertLikenesses(
  tx: Tx,
  datasetId: string,
  likenesses: ReadonlyMap<string, Likeness>,
): Promise<number> {
  const rows = [...likenesses].map(([digest, { kind, keys }]) => ({ digest, kind, keys: keys.map(String) }))
  // Keys travel as strings: a JSON number would lose their last digits.
  const added = await tx.execute(sql`
    insert into near_duplicate (dataset_id, digest, kind, keys)
    select ${datasetId}, decode(digest, 'hex'), kind, keys
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (digest text, kind text, keys bigint[])
    order by digest
    on conflict do nothing
    returning 1`)
  return added.length
}
