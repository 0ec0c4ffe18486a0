import 'server-only'
import { sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { authorOfRow } from '@/lib/datasets/indexed-rows'
import { invalid } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { canonicalUrls, hostsOf, prefixesOf } from '@/lib/suppression/canonical-url'
import { upholds } from '@/lib/suppression/labels'
import { reachOf } from '@/lib/suppression/reach'
import { canonicalSource, type Source } from '@/lib/suppression/sources'
import type { CaseView } from './case-view'
import type { Action } from './status'

/** A source of an item, and how many rows of the newest revision a rule about it would leave out. */
export type CountedSource = Source & { rows: number }

type Item = { datasetId: string; digest: Buffer }

/** What a decision could be about in place of the item's text, from its own id to its whole domain, each with its reach. */
export async function countedSources(on: Db, item: Item): Promise<CountedSource[]> {
  const sources = await sourcesOf(on, item)
  const reach = await reachOf(on, item.datasetId, sources)
  return sources.map((source, i) => ({ ...source, rows: reach?.rows[i] ?? 0 }))
}

/** How far a direct decision on a case can reach; null for whoever cannot make one. */
export async function reachOfCase(
  view: Pick<CaseView, 'datasetId' | 'digest' | 'cannotOverride' | 'dataset'>,
): Promise<{ territories: string[]; sources: CountedSource[] } | null> {
  if (view.cannotOverride !== undefined) return null
  const item = { datasetId: view.datasetId, digest: Buffer.from(view.digest, 'hex') }
  return { territories: view.dataset.territories, sources: await countedSources(db(), item) }
}

/** The source that a form names as `kind:value`. Only one that the item has: a form says what it likes. */
export async function sourceChosen(tx: Tx, item: Item, action: Action, chosen: string): Promise<Source> {
  if (!upholds(action)) refuse(say('review.source.asWhole'))
  const known = await sourcesOf(tx, item)
  return (
    known.find(({ kind, value }) => `${kind}:${value}` === chosen) ?? refuse(say('review.source.notFrom'))
  )
}

/** Rows of the newest revision whose sources are offered: the same words may come from thousands. */
const MOST_ROWS = 3

async function sourcesOf(on: Db | Tx, { datasetId, digest }: Item): Promise<Source[]> {
  const rows = await on.execute<{
    revisionId: string
    ordinal: number
    row: number
    sourceId: string | null
    url: string | null
  }>(sql`
    select o.revision_id as "revisionId", o.ordinal, o.row::float8 as row, o.source_id as "sourceId", o.url
    from occurrence o
    where o.dataset_id = ${datasetId} and o.digest = ${digest} and o.revision_id = (
      select r.id from revision r join occurrence p on p.dataset_id = r.dataset_id and p.revision_id = r.id and p.digest = ${digest}
      where r.dataset_id = ${datasetId} and r.state = 'complete' order by r.number desc limit 1)
    order by o.ordinal, o.row limit ${MOST_ROWS}`)
  const sources: (Source | null)[] = []
  for (const { sourceId, url, ...place } of rows) {
    const author = await authorOfRow(on, { datasetId, ...place })
    sources.push(
      sourceId === null ? null : canonicalSource('source_id', sourceId),
      ...(url === null ? [] : ofAddress(url)),
      author === null ? null : canonicalSource('author', author),
    )
  }
  const found = sources.filter((source) => source !== null)
  return [...new Map(found.map((source) => [`${source.kind}:${source.value}`, source])).values()]
}

/** From the page itself outwards. The last step of its path is the page, and no folder. */
function ofAddress(url: string): Source[] {
  const page = canonicalUrls(url).at(-1) ?? null
  return [
    ...(page === null ? [] : [{ kind: 'url' as const, value: page }]),
    ...prefixesOf(url)
      .slice(0, -1)
      .reverse()
      .map((value) => ({ kind: 'prefix' as const, value })),
    ...hostsOf(url).map((value) => ({ kind: 'domain' as const, value })),
  ]
}

function refuse(message: string): never {
  throw invalid(message, { source: [message] })
}
