import 'server-only'
import { DuckDBBlobValue, type DuckDBValue } from '@duckdb/node-api'
import type { Db } from '@/db/client'
import type { OccurrenceRow } from '@/lib/datasets/commit-chunk'
import { literal, openDuck } from '@/lib/datasets/duck'
import { indexTable, segmentPaths } from '@/lib/datasets/index-files'
import { canonicalAuthor } from '@/lib/suppression/canonical-author'
import {
  canonicalDomain,
  canonicalPrefix,
  canonicalUrl,
  hostsOf,
  prefixesOf,
} from '@/lib/suppression/canonical-url'
import type { Target } from './parse-targets'

/** A row of the revision that a target names. */
export type IndexHit = { targetId: string; place: OccurrenceRow }

/** A target that the index can answer: everything but a quotation and a link. */
export type KeyTarget = { id: string; target: Exclude<Target, { kind: 'quote' | 'link' }> }

type RevisionFile = { ordinal: number; path: string }

/**
 * The rows that targets name by digest, file and row, source id, address, path, domain or author, from the index of one revision: a single
 * pass whatever the number of targets, left when the caller has enough. Addresses are compared in canonical form, so they are read and not searched for.
 */
export async function* indexHits(
  on: Db,
  revision: { datasetId: string; id: string; files: readonly RevisionFile[] },
  targets: readonly KeyTarget[],
): AsyncGenerator<IndexHit> {
  const wanted = new Wanted(targets, revision.files)
  const condition = wanted.condition()
  if (!condition) return
  using database = await openDuck()
  const index = indexTable(await segmentPaths(on, revision.datasetId, revision.id))
  const result = await database.duck.stream(
    `SELECT ordinal, row, "offset", length, digest, source_id, url, author FROM ${index} WHERE ${condition}`,
  )
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return
    for (const row of chunk.getRows()) {
      const place = placeOf(row)
      for (const targetId of wanted.targetsOf(place, textOrNull(row[7]))) yield { targetId, place }
    }
  }
}

/** What is looked for, by kind of key. A value that two targets share leads to both. */
class Wanted {
  private readonly digests = new Map<string, string[]>()
  private readonly rows = new Map<string, string[]>()
  private readonly sourceIds = new Map<string, string[]>()
  private readonly urls = new Map<string, string[]>()
  private readonly domains = new Map<string, string[]>()
  private readonly prefixes = new Map<string, string[]>()
  private readonly authors = new Map<string, string[]>()

  constructor(targets: readonly KeyTarget[], files: readonly RevisionFile[]) {
    for (const { id, target } of targets) {
      if (target.kind === 'digest') note(this.digests, target.value, id)
      else if (target.kind === 'source_id') note(this.sourceIds, target.value, id)
      else if (target.kind === 'row')
        for (const { ordinal } of named(files, target.file)) note(this.rows, `${ordinal}#${target.row}`, id)
      else if (target.kind === 'url') note(this.urls, canonicalUrl(target.value), id)
      else if (target.kind === 'prefix') note(this.prefixes, canonicalPrefix(target.value), id)
      else if (target.kind === 'author') note(this.authors, canonicalAuthor(target.value), id)
      else note(this.domains, canonicalDomain(target.value), id)
    }
  }

  condition(): string | null {
    const places = [...this.rows.keys()].map((key) => key.split('#'))
    const conditions = [
      this.digests.size > 0 &&
        `digest IN (${[...this.digests.keys()].map((hex) => `unhex('${hex}')`).join()})`,
      this.sourceIds.size > 0 &&
        `source_id IN (${[...this.sourceIds.keys()].filter(isPlain).map(literal).join() || 'NULL'})`,
      places.length > 0 &&
        `(${places.map(([ordinal, row]) => `(ordinal = ${ordinal} AND row = ${row})`).join(' OR ')})`,
      this.urls.size + this.domains.size + this.prefixes.size > 0 && 'url IS NOT NULL',
      this.authors.size > 0 && 'author IS NOT NULL',
    ].filter((condition) => condition !== false)
    return conditions.length > 0 ? conditions.join(' OR ') : null
  }

  targetsOf({ digest, ordinal, row, sourceId, url }: OccurrenceRow, author: string | null): Set<string> {
    const canonical = url === null || this.urls.size === 0 ? null : canonicalUrl(url)
    const hosts = url === null || this.domains.size === 0 ? [] : hostsOf(url)
    const paths = url === null || this.prefixes.size === 0 ? [] : prefixesOf(url)
    const name = author === null || this.authors.size === 0 ? null : canonicalAuthor(author)
    return new Set([
      ...(this.digests.get(digest.toString('hex')) ?? []),
      ...(this.rows.get(`${ordinal}#${row}`) ?? []),
      ...((sourceId !== null && this.sourceIds.get(sourceId)) || []),
      ...((canonical !== null && this.urls.get(canonical)) || []),
      ...hosts.flatMap((host) => this.domains.get(host) ?? []),
      ...paths.flatMap((path) => this.prefixes.get(path) ?? []),
      ...((name !== null && this.authors.get(name)) || []),
    ])
  }
}

function note(keys: Map<string, string[]>, key: string | null, targetId: string): void {
  if (key !== null) keys.set(key, [...(keys.get(key) ?? []), targetId])
}

/** The file with this path, else the only one with this name at its end; without a name the only file there is. */
function named(files: readonly RevisionFile[], name: string | null): readonly RevisionFile[] {
  if (name === null) return files.length === 1 ? files : []
  const exact = files.filter(({ path }) => path === name)
  if (exact.length > 0) return exact
  const ending = files.filter(({ path }) => path.endsWith(`/${name}`))
  return ending.length === 1 ? ending : []
}

/** No source id holds a NUL, and SQL text cannot. */
const isPlain = (text: string) => !text.includes('\0')

function placeOf([ordinal, row, offset, length, digest, sourceId, url]: DuckDBValue[]): OccurrenceRow {
  if (!(digest instanceof DuckDBBlobValue)) throw new TypeError('an index row without a digest')
  return {
    ordinal: Number(ordinal),
    row: Number(row),
    offset: numberOrNull(offset),
    length: numberOrNull(length),
    digest: Buffer.from(digest.bytes),
    sourceId: textOrNull(sourceId),
    url: textOrNull(url),
  }
}

const numberOrNull = (value: DuckDBValue | undefined) =>
  value === null || value === undefined ? null : Number(value)
const textOrNull = (value: DuckDBValue | undefined) => (typeof value === 'string' ? value : null)
