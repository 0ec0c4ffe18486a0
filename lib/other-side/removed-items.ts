import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { openContents } from '@/lib/review/item-fields'
import { passage } from '@/lib/takedowns/passages'
import { targetsOf } from '@/lib/takedowns/results'
import { listedRows } from './listed-rows'

/** What somebody names by place, id, address or digest is in the index; the words of a text are looked for in what was taken out. */
export async function namedTexts(on: Db, requestId: string, datasetId: string): Promise<string[]> {
  const [rows, targets] = [await listedRows(on, requestId), await targetsOf(on, requestId)]
  const digests = new Set(targets.flatMap((_, line) => rows(line).map(({ digest }) => inHex(digest))))
  const quotes = targets.flatMap(({ target }) =>
    target.kind === 'quote' || target.kind === 'near' ? [passage(target.value)] : [],
  )
  if (quotes.length > 0)
    for await (const { digest, text } of removedTexts(on, datasetId))
      if (quotes.some(({ find }) => text.some(find))) digests.add(digest)
  return [...digests]
}

const inHex = (digest: Uint8Array | string): string =>
  typeof digest === 'string' ? digest : Buffer.from(digest).toString('hex')

const AT_ONCE = 500

/** Every text that is out of the dataset by a decision, some at a time, in the order of their digests. */
async function* removedTexts(on: Db, datasetId: string): AsyncGenerator<{ digest: string; text: string[] }> {
  let after = ''
  for (;;) {
    const rows = await on.execute<{ digest: string; body: Buffer; keyId: string | null }>(sql`
      select encode(t.digest, 'hex') as digest, t.body, t.key_id as "keyId" from item_content t
      where t.dataset_id = ${datasetId} and t.digest > decode(${after}, 'hex') and exists (
        select from review_case c join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
        where c.dataset_id = t.dataset_id and c.digest = t.digest and not c.restricted and d.action <> 'keep')
      order by t.digest limit ${AT_ONCE}`)
    const opened = await openContents(on, [...rows])
    for (const [i, { digest }] of rows.entries()) yield { digest, text: Object.values(opened[i] ?? {}) }
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = last.digest
  }
}

/** The cases that took these texts out, in the order in which everybody locks them. Nothing of what is restricted. */
export async function casesThatRemoved(
  on: Db | Tx,
  datasetId: string,
  digests: readonly string[],
): Promise<string[]> {
  const rows = await on.execute<{ id: string }>(sql`
    select c.id from review_case c
    join category k on k.id = c.category and k.restricted = 0
    join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id and d.action <> 'keep'
    where c.dataset_id = ${datasetId} and not c.restricted and c.digest in (
      select decode(asked, 'hex') from unnest(${sql.param([...digests])}::text[]) as asked)
    order by c.digest, c.category`)
  return rows.map(({ id }) => id)
}
