import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { itemSubject } from '@/lib/crypto/subject'
import { keysFor } from '@/lib/crypto/subject-keys'
import { sealFor } from '@/lib/crypto/subject-seal'
import { byteaArray } from './arrays'

/** Stores the text of items that have just been made, each sealed under the item's own key. `values` in the order of `fields`. */
export async function insertContents(
  tx: Tx,
  datasetId: string,
  fields: readonly string[],
  items: readonly { digest: Buffer; values: readonly string[] }[],
): Promise<void> {
  if (items.length === 0) return
  const keys = await keysFor(
    tx,
    items.map(({ digest }) => itemSubject(datasetId, digest)),
  )
  const bodies = keys.map((key, i) => sealFor(key, 'item_content', itemBody(fields, items[i]?.values ?? [])))
  await tx.execute(sql`
    insert into item_content (dataset_id, digest, body, key_id)
    select ${datasetId}, digest, body, key_id
    from unnest(${byteaArray(items.map(({ digest }) => digest))}, ${byteaArray(bodies)},
      ${sql.param(keys.map(({ id }) => id))}::uuid[]) as fresh (digest, body, key_id)`)
}

/** UTF-8 JSON `{field: value}`; `JSON.stringify` escapes lone surrogates, so nothing is lost in the encoding. */
function itemBody(fields: readonly string[], values: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(Object.fromEntries(fields.map((field, i) => [field, values[i] ?? '']))))
}
