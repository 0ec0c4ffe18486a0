import 'server-only'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { itemContent } from '@/db/schema'
import { open } from '@/lib/crypto/seal'
import { codePointLength } from '@/lib/text/code-points'
import type { Span } from './spans'

const fields = z.record(z.string(), z.string())
export type ItemFields = z.infer<typeof fields>

/** The content fields of an item, in the dataset's order; null when its content was purged. */
export async function itemFields(on: Db | Tx, datasetId: string, digest: Buffer): Promise<ItemFields | null> {
  const [row] = await on
    .select({ body: itemContent.body, keyId: itemContent.keyId })
    .from(itemContent)
    .where(and(eq(itemContent.datasetId, datasetId), eq(itemContent.digest, digest)))
  return row ? parseContent(row.body, row.keyId) : null
}

export function parseContent(body: Buffer, keyId: string | null): ItemFields {
  return fields.parse(JSON.parse((keyId === null ? body : open(body)).toString('utf8')))
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
