import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { openContents } from '@/lib/review/item-fields'
import type { SourceRow } from '@/lib/suppression/match'
import { passage } from '@/lib/takedowns/passages'
import { targetsOf } from '@/lib/takedowns/results'
import { rowsListed } from './listed-rows'

/** The rows of what somebody names by place, id, address or digest: it is in the index. */
export async function namedRows(
  on: Db | Tx,
  { id, datasetId }: { id: string; datasetId: string },
): Promise<SourceRow[]> {
  const targets = await targetsOf(on, id)
  const rows = await rowsListed(on, datasetId, targets)
  return targets.flatMap((_, line) => rows(line))
}

/** Whether a text has words that somebody names it by; null of who names none. Such words are looked for in what was taken out. */
export async function quotedBy(
  on: Db | Tx,
  requestId: string,
): Promise<((text: readonly string[]) => boolean) | null> {
  const quotes = (await targetsOf(on, requestId)).flatMap(({ target }) =>
    target.kind === 'quote' || target.kind === 'near' ? [passage(target.value)] : [],
  )
  return quotes.length > 0 ? (text) => quotes.some(({ find }) => text.some(find)) : null
}

/**
 * The texts that hold words somebody gives, of those about which something was decided since; null where these are more than are opened
 * at once.
 */
export async function quotedSince(
  on: Db | Tx,
  { requestId, datasetId }: { requestId: string; datasetId: string },
  { since, most }: { since: Date; most: number },
): Promise<string[] | null> {
  const isQuoted = await quotedBy(on, requestId)
  if (!isQuoted) return []
  const digests: string[] = []
  let looked = 0
  for await (const { digest, text } of removedTexts(on, datasetId, { since })) {
    if (looked === most) return null
    looked += 1
    if (isQuoted(text)) digests.push(digest)
  }
  return digests
}

export const inHex = (digest: Uint8Array | string): string =>
  typeof digest === 'string' ? digest : Buffer.from(digest).toString('hex')

const AT_ONCE = 500

/**
 * Every text that a decision took out, if only for a time or once a second person agrees, or that an import found under a rule, some at a time,
 * in the order of their digests, behind `from`; `since`: by a decision of then or later alone.
 */
export async function* removedTexts(
  on: Db | Tx,
  datasetId: string,
  { from = '', since }: { from?: string; since?: Date },
): AsyncGenerator<{ digest: string; text: string[] }> {
  const decided = since ? sql`and d.created_at >= ${since.toISOString()}::timestamptz` : sql``
  const ruled = since
    ? sql``
    : sql`or exists (
        select from flag f
        where f.dataset_id = t.dataset_id and f.digest = t.digest and f.source = 'takedown' and f.detector like 'rule:%')`
  let after = from
  for (;;) {
    const rows = await on.execute<{ digest: string; body: Buffer; keyId: string | null }>(sql`
      select encode(t.digest, 'hex') as digest, t.body, t.key_id as "keyId" from item_content t
      where t.dataset_id = ${datasetId} and t.digest > decode(${after}, 'hex') and (exists (
        select from review_case c join decision d on d.dataset_id = c.dataset_id and d.case_id = c.id
        where c.dataset_id = t.dataset_id and c.digest = t.digest and not c.restricted and d.action <> 'keep' ${decided}) ${ruled})
      order by t.digest limit ${AT_ONCE}`)
    const opened = await openContents(on, [...rows])
    for (const [i, { digest }] of rows.entries()) yield { digest, text: Object.values(opened[i] ?? {}) }
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = last.digest
  }
}

/**
 * The cases that took these texts out, with those that did before, in the order in which everybody locks them. Nothing of what is restricted, and
 * nothing by a decision that takes no effect yet: nobody has to be told of it.
 */
export async function casesThatRemoved(
  on: Db | Tx,
  datasetId: string,
  digests: readonly string[],
  before: readonly string[] = [],
): Promise<string[]> {
  const rows = await on.execute<{ id: string }>(sql`
    select c.id from review_case c
    join category k on k.id = c.category and k.restricted = 0
    where c.dataset_id = ${datasetId} and not c.restricted and c.id in (
      select unnest(${sql.param([...before])}::uuid[])
      union all
      select out.id from review_case out
      join decision_in_effect e on e.dataset_id = out.dataset_id and e.case_id = out.id
      join decision d on d.dataset_id = e.dataset_id and d.id = e.decision_id and d.action <> 'keep'
      where out.dataset_id = ${datasetId} and out.digest in (
        select decode(asked, 'hex') from unnest(${sql.param([...digests])}::text[]) as asked))
    order by c.digest, c.category`)
  return rows.map(({ id }) => id)
}
