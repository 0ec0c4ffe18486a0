import 'server-only'
import { DuckDBBlobValue, type DuckDBValue } from '@duckdb/node-api'
import type { Db, Tx } from '@/db/client'
import type { OccurrenceRow } from '@/lib/datasets/commit-chunk'
import { literal, openDuck } from '@/lib/datasets/duck'
import { indexTable, segmentPaths } from '@/lib/datasets/index-files'
import { canonicalAuthor } from '@/lib/suppression/canonical-author'
import {
  canonicalDomain,
  canonicalPrefix,
  canonicalUrls,
  hostOf,
  hostsOf,
  prefixesOf,
} from '@/lib/suppression/canonical-url'
import { among, authorsLike, hostsExactly, hostsLike } from '@/lib/suppression/index-conditions'
import type { Target } from './parse-targets'

/** A row of the revision with who wrote it, and the targets that name it, each once. */
export type IndexHit = { place: OccurrenceRow; author: string | null; targetIds: string[] }

/** A target that the index can answer: everything but words and a link. */
export type KeyTarget = { id: string; target: Exclude<Target, { kind: 'quote' | 'near' | 'link' }> }

type RevisionFile = { ordinal: number; path: string }

/**
 * The rows that targets name by digest, file and row, source id, address, path, domain, host or author, from the index of one revision: a
 * single pass whatever the number of targets, left when the caller has enough. DuckDB lets through what may be meant; addresses
 * and authors among it are then compared in their canonical form.
 */
export async function* indexHits(
  on: Db | Tx,
  revision: { datasetId: string; id: string; files: readonly RevisionFile[] },
  targets: readonly KeyTarget[],
): AsyncGenerator<IndexHit> {
  const segments = await segmentPaths(on, revision.datasetId, revision.id)
  yield* segmentHits(segments, revision.files, targets)
}

/** The same over segments in hand. */
export async function* segmentHits(
  segments: readonly string[],
  files: readonly RevisionFile[],
  targets: readonly KeyTarget[],
): AsyncGenerator<IndexHit> {
  const wanted = new Wanted(targets, files)
  const condition = wanted.condition()
  if (!condition) return
  using database = await openDuck()
  const result = await database.duck.stream(
    `SELECT ordinal, row, "offset", length, digest, source_id, url, author FROM ${indexTable(segments)} WHERE ${condition}`,
  )
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return
    for (const row of chunk.getRows()) {
      const place = placeOf(row)
      const author = textOrNull(row[7])
      const targetIds = wanted.targetsOf(place, author)
      if (targetIds.length > 0) yield { place, author, targetIds }
    }
  }
}

/** What is looked for, by kind of key. A value that two targets share leads to both. */
class Wanted {
  private readonly keys = new Map<string, string[]>()
  private readonly kinds = new Set<KeyTarget['target']['kind']>()
  private readonly values = new Map<KeyTarget['target']['kind'], Set<string>>()

  constructor(targets: readonly KeyTarget[], files: readonly RevisionFile[]) {
    for (const { id, target } of targets)
      for (const value of keysOf(target, files)) this.note(target.kind, value, id)
  }

  condition(): string | null {
    const places = [...this.of('row')].map((key) => key.split('#'))
    const hosts = new Set([
      ...this.of('host'),
      ...[...this.of('url'), ...this.of('prefix')].map((address) => address.replace(/[/:?].*/s, '')),
    ])
    const conditions = [
      this.of('digest').size > 0 &&
        among(
          'digest',
          [...this.of('digest')].map((hex) => `unhex('${hex}')`),
        ),
      this.of('source_id').size > 0 &&
        among('source_id', ['NULL', ...[...this.of('source_id')].filter(isPlain).map(literal)]),
      places.length > 0 &&
        `(${places.map(([ordinal, row]) => `(ordinal = ${ordinal} AND row = ${row})`).join(' OR ')})`,
      this.of('domain').size > 0 && hostsLike([...this.of('domain')]),
      hosts.size > 0 && hostsExactly([...hosts]),
      this.of('author').size > 0 && authorsLike([...this.of('author')]),
    ].filter((condition) => condition !== false)
    return conditions.length > 0 ? conditions.join(' OR ') : null
  }

  targetsOf(place: OccurrenceRow, author: string | null): string[] {
    const found = new Set<string>()
    const look = (kind: KeyTarget['target']['kind'], values: () => Iterable<string>) => {
      if (!this.kinds.has(kind)) return
      for (const value of values()) for (const id of this.keys.get(`${kind}\n${value}`) ?? []) found.add(id)
    }
    const { digest, ordinal, row, sourceId, url } = place
    look('digest', () => [digest.toString('hex')])
    look('row', () => [`${ordinal}#${row}`])
    if (sourceId !== null) look('source_id', () => [sourceId])
    if (url !== null) {
      look('url', () => canonicalUrls(url))
      look('domain', () => hostsOf(url))
      look('host', () => some(hostOf(url)))
      look('prefix', () => prefixesOf(url))
    }
    if (author !== null) look('author', () => some(canonicalAuthor(author)))
    return [...found]
  }

  private of(kind: KeyTarget['target']['kind']): ReadonlySet<string> {
    return this.values.get(kind) ?? new Set()
  }

  private note(kind: KeyTarget['target']['kind'], value: string, targetId: string): void {
    this.kinds.add(kind)
    const key = `${kind}\n${value}`
    this.keys.set(key, [...(this.keys.get(key) ?? []), targetId])
    this.values.set(kind, (this.values.get(kind) ?? new Set()).add(value))
  }
}

/** The keys that rows have which a target names, in their one spelling; none for what cannot be one. */
function keysOf(target: KeyTarget['target'], files: readonly RevisionFile[]): string[] {
  switch (target.kind) {
    case 'row':
      return named(files, target.file).map(({ ordinal }) => `${ordinal}#${target.row}`)
    case 'digest':
    case 'source_id':
      return [target.value]
    case 'url':
      // The last is without what only follows readers: a row's spellings hold it too.
      return canonicalUrls(target.value).slice(-1)
    case 'prefix':
      return some(canonicalPrefix(target.value))
    case 'author':
      return some(canonicalAuthor(target.value))
    case 'domain':
    case 'host':
      return some(canonicalDomain(target.value))
  }
}

const some = (value: string | null): string[] => (value === null ? [] : [value])

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
