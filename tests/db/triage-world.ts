import type postgres from 'postgres'
import type { Member } from '@/lib/auth/actor'
import { type Cursor, parseCursor, parseFilters } from '@/lib/review/filters'
import { triagePage } from '@/lib/review/queries'
import type { World } from './review-world'

/** Cases of several kinds, many of equal severity and opened at the same instant, as an import leaves them. */
export async function flood(admin: postgres.Sql, into: World, count: number) {
  await admin`
    with made as (
      insert into item (dataset_id, digest) select ${into.datasetId}, sha256(convert_to(n::text, 'UTF8')) from generate_series(1, ${count}) n returning digest)
    insert into review_case (dataset_id, digest, category, severity, score, points, detectors, types, opened_at, due_at)
    select ${into.datasetId}, digest, case when get_byte(digest, 0) % 3 = 0 then 'hate' else 'pii' end, 1 + get_byte(digest, 1) % 4, 0.5,
           get_byte(digest, 2) % 7, array['email'], array['email', 'kind ' || get_byte(digest, 3) % 2],
           timestamptz '2026-11-01' + (get_byte(digest, 4) % 3) * interval '1 hour',
           now() + (get_byte(digest, 5) % 5 - 2) * interval '1 day' * nullif(get_byte(digest, 6) % 3, 0)
    from made`
}

/** One that holds every second case of the dataset. */
export async function newQueue(admin: postgres.Sql, { datasetId }: World): Promise<string> {
  const [made] = await admin<{ id: string }[]>`
    insert into review_queue (dataset_id, ordinal, name, quorum, slots, created_by) values (${datasetId}, 1, 'Half', 1, 1, 'test')
    returning id`
  await admin`
    update review_case set queue_id = ${made?.id ?? null} where dataset_id = ${datasetId} and get_byte(digest, 7) % 2 = 0`
  return made?.id ?? ''
}

/** Ids of the cases that the table shows this member, page by page. */
export async function walk(actor: Member, params: Record<string, string>, edge: Cursor['edge']) {
  const filters = parseFilters(params)
  const pages: string[][] = []
  let cursor: Cursor | undefined = edge === 'after' ? undefined : await bottom(actor, params)
  for (;;) {
    const page = await triagePage(actor, filters, cursor)
    pages.push(page.rows.map((row) => row.id))
    const next = edge === 'after' ? page.older : page.newer
    if (!next) return pages
    cursor = parseCursor({ [edge]: next }, filters.sort)
  }
}

/** A place beyond the last row, to walk up from. */
async function bottom(actor: Member, params: Record<string, string>): Promise<Cursor | undefined> {
  const forwards = await walk(actor, params, 'after')
  const page = await triagePage(actor, parseFilters(params), undefined)
  let older = page.older
  for (let n = 2; older && n < forwards.length; n++)
    older = (
      await triagePage(actor, parseFilters(params), parseCursor({ after: older }, parseFilters(params).sort))
    ).older
  const last = older
    ? await triagePage(actor, parseFilters(params), parseCursor({ after: older }, parseFilters(params).sort))
    : page
  const { newer } = last
  return newer ? parseCursor({ before: newer }, parseFilters(params).sort) : undefined
}
