import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { openContents } from '@/lib/review/item-fields'
import type { SourceRow } from '@/lib/suppression/match'
import { passage } from '@/lib/takedowns/passages'
import { targetsOf } from '@/lib/takedowns/results'
import { listedRows } from './listed-rows'

/** The rows of what somebody names by place, id, address or digest: it is in the index. */
export async function namedRows(on: Db, requestId: string): Promise<SourceRow[]> {
  const [rows, targets] = [await listedRows(on, requestId), await targetsOf(on, requestId)]
  return targets.flatMap((_, line) => rows(line))
}

/** The words of texts, which are looked for in what was taken out. */
export async function quotedIn(on: Db, requestId: string): Promise<ReturnType<typeof passage>[]> {
  return (await targetsOf(on, requestId)).flatMap(({ target }) =>
    target.kind === 'quote' || target.kind === 'near' ? [passage(target.value)] : [],
  )
}

export const inHex = (digest: Uint8Array | string): string =>
  typeof digest === 'string' ? digest : Buffer.from(digest).toString('hex')

const AT_ONCE = 500

/** Every text that is out of the dataset by a decision or that an import found under a rule, some at a time, in the order of their digests, behind `from`. */
export async function* removedTexts(
  on: Db,
  datasetId: string,
  from: string,
): AsyncGenerator<{ digest: string; text: string[] }> {
  let after = from
  for (;;) {
    const rows = await on.execute<{ digest: string; body: Buffer; keyId: string | null }>(sql`
      select encode(t.digest, 'hex') as digest, t.body, t.key_id as "keyId" from item_content t
      where t.dataset_id = ${datasetId} and t.digest > decode(${after}, 'hex') and (exists (
        select from review_case c join decision d on d.dataset_id = c.dataset_id and d.id = c.decision_id
        where c.dataset_id = t.dataset_id and c.digest = t.digest and not c.restricted and d.action <> 'keep')
        or exists (
          select from flag f where f.dataset_id = t.dataset_id and f.digest = t.digest and f.source = 'takedown' and f.detector like 'rule:%'))
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
