import 'server-only'
import { sql } from 'drizzle-orm'
import { type Db, db, transact, type Tx } from '@/db/client'
import { byteaArray, textArray } from '@/lib/datasets/arrays'
import { languageOf } from '@/lib/detection/language'
import { UNDETERMINED } from '@/lib/text/language'
import { openContents } from './item-fields'
import { rerouteAll } from './reroute'

/** Contents that are opened at once. */
const PER_BATCH = 500

/**
 * Tells the language of every item that was stored before languages were told, and of its cases; then the queues that ask for a language
 * get theirs. In short transactions: killed anywhere, the next run goes on.
 */
export async function tellLanguages(datasetId: string, signal?: AbortSignal): Promise<number> {
  let told = 0
  for (let found; (found = await transact((tx) => tellSome(tx, datasetId))) > 0; told += found)
    signal?.throwIfAborted()
  if (await asksForLanguages(db(), datasetId)) await rerouteAll(datasetId)
  return told
}

type Content = { digest: Buffer; body: Buffer | null; keyId: string | null }

async function tellSome(tx: Tx, datasetId: string): Promise<number> {
  const items = await tx.execute<Content>(sql`
    select i.digest, t.body, t.key_id as "keyId" from item i
    left join item_content t on t.dataset_id = i.dataset_id and t.digest = i.digest
    where i.dataset_id = ${datasetId} and i.language is null
    order by i.digest limit ${PER_BATCH}`)
  if (items.length === 0) return 0
  const languages = await languagesOf(tx, datasetId, items)
  const told = sql`
    from unnest(${byteaArray(items.map(({ digest }) => digest))}, ${textArray(languages)}) as told (digest, language)`
  // In the order in which everybody locks cases.
  await tx.execute(sql`
    select 1 from review_case c join (select told.digest ${told}) t on t.digest = c.digest
    where c.dataset_id = ${datasetId} order by c.digest, c.category for update of c`)
  await tx.execute(sql`
    update review_case c set language = told.language ${told}
    where c.dataset_id = ${datasetId} and c.digest = told.digest and c.language <> told.language`)
  await tx.execute(sql`
    update item i set language = told.language ${told} where i.dataset_id = ${datasetId} and i.digest = told.digest`)
  return items.length
}

async function languagesOf(tx: Tx, datasetId: string, items: readonly Content[]): Promise<string[]> {
  const [of] = await tx.execute<{ fields: string[] | null }>(
    sql`select text_fields as fields from dataset where id = ${datasetId}`,
  )
  const held = items.flatMap(({ body, keyId }) => (body ? [{ body, keyId }] : []))
  const opened = await openContents(tx, held)
  let next = 0
  return items.map(({ body }) => {
    const fields = body ? opened[next++] : null
    return fields
      ? languageOf(
          null,
          (of?.fields ?? []).map((name) => fields[name] ?? ''),
        )
      : UNDETERMINED
  })
}

async function asksForLanguages(on: Db, datasetId: string): Promise<boolean> {
  const [row] = await on.execute<{ asks: boolean }>(sql`
    select exists (
      select from review_queue where dataset_id = ${datasetId} and retired_at is null and languages is not null) as asks`)
  return row?.asks ?? false
}
