import 'server-only'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { itemContent } from '@/db/schema'
import { openAll } from '@/lib/crypto/subject-seal'
import { codePointLength } from '@/lib/text/code-points'
import type { Span } from './spans'

const fields = z.record(z.string(), z.string())
export type ItemFields = z.infer<typeof fields>

/** The content fields of an item, in the dataset's order; null when its content was purged or erased. */
export async function itemFields(on: Db | Tx, datasetId: string, digest: Buffer): Promise<ItemFields | null> {
  const [row] = await on
    .select({ body: itemContent.body, keyId: itemContent.keyId })
    .from(itemContent)
    .where(and(eq(itemContent.datasetId, datasetId), eq(itemContent.digest, digest)))
  const [content] = await openContents(on, row ? [row] : [])
  return content ?? null
}

/** The contents of many items with one query for their keys, in their order; null where the key was destroyed. */
export async function openContents(
  on: Db | Tx,
  rows: readonly { body: Buffer; keyId: string | null }[],
): Promise<(ItemFields | null)[]> {
  // What was stored before items had keys is not sealed.
  const sealed = rows.filter(({ keyId }) => keyId !== null)
  const opened = await openAll(
    on,
    sealed.map(({ body }) => ({ place: 'item_content', sealed: body })),
  )
  const plain = new Map(sealed.map((row, i) => [row, opened[i] ?? null]))
  return rows.map((row) => {
    const bytes = row.keyId === null ? row.body : plain.get(row)
    return bytes ? fields.parse(JSON.parse(bytes.toString('utf8'))) : null
  })
}

/** Length of each field in code points. */
export function fieldLengths(item: ItemFields): Map<string, number> {
  return new Map(Object.entries(item).map(([field, value]) => [field, codePointLength(value)]))
}

/** Beyond this a typed passage is a letter, not a passage. */
const MOST_OCCURRENCES = 2_000

/** Every place where `passage` stands, in code points; null when it stands in more places than a person can mean. */
export function occurrencesOf(item: ItemFields, passage: string): Span[] | null {
  const found: Span[] = []
  const length = codePointLength(passage)
  for (const [field, value] of Object.entries(item)) {
    let unit = 0
    let point = 0
    for (let at = value.indexOf(passage); at !== -1; at = value.indexOf(passage, unit)) {
      point += codePointLength(value.slice(unit, at))
      found.push({ field, start: point, end: point + length })
      if (found.length > MOST_OCCURRENCES) return null
      point += length
      unit = at + passage.length
    }
  }
  return found
}
