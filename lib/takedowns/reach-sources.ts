import 'server-only'
import { type Db } from '@/db/client'
import { authorOfRow } from '@/lib/datasets/indexed-rows'
import { canonicalAuthor } from '@/lib/suppression/canonical-author'
import { canonicalUrls, hostOf, hostsOf, prefixesOf } from '@/lib/suppression/canonical-url'
import { reachOf } from '@/lib/suppression/reach'
import type { Source } from '@/lib/suppression/sources'

/** A source by which a request could be widened, and the rows of the newest revision that come from it. */
export type WiderSource = Source & { rows: number }

/** Targets that stand for a source and not for items. */
export const isSource = (kind: string): boolean => ['domain', 'host', 'prefix', 'author'].includes(kind)

type Row = {
  datasetId: string
  revisionId: string
  ordinal: number | null
  row: number | null
  url: string | null
}

/** So many places of an address are offered: from the page outwards. */
const MOST_PREFIXES = 3

/** What the rows of a target come from, from the nearest outwards, each with its rows: counted before anything is widened. */
export async function widerSources(on: Db, rows: readonly Row[]): Promise<WiderSource[]> {
  const [first] = rows
  if (!first) return []
  const sources: Source[] = []
  for (const { datasetId, revisionId, ordinal, row, url } of rows.slice(0, 3)) {
    if (ordinal !== null && row !== null) {
      const author = await authorOfRow(on, { datasetId, revisionId, ordinal, row })
      const name = author === null ? null : canonicalAuthor(author)
      if (name !== null) sources.push({ kind: 'author', value: name })
    }
    if (url !== null) sources.push(...ofAddress(url))
  }
  const unique = [...new Map(sources.map((source) => [`${source.kind} ${source.value}`, source])).values()]
  const reach = await reachOf(on, first.datasetId, unique)
  return unique.map((source, i) => ({ ...source, rows: reach?.rows[i] ?? 0 }))
}

function ofAddress(url: string): Source[] {
  const page = canonicalUrls(url).at(-1)
  const host = hostOf(url)
  return [
    ...(page === undefined ? [] : [{ kind: 'url' as const, value: page }]),
    ...prefixesOf(url)
      .slice(0, -1)
      .slice(-MOST_PREFIXES)
      .reverse()
      .map((value) => ({ kind: 'prefix' as const, value })),
    ...(host === null ? [] : [{ kind: 'host' as const, value: host }]),
    ...hostsOf(url).map((value) => ({ kind: 'domain' as const, value })),
  ]
}
