import 'server-only'
import { DuckDBBlobValue } from '@duckdb/node-api'
import { database, db } from '@/db/client'
import { openDuck } from '@/lib/datasets/duck'
import { indexTable, segmentPaths } from '@/lib/datasets/index-files'
import { EffectiveSet } from '@/lib/releases/effective-set'
import { loadDigests } from '@/lib/releases/fates'
import { rowsUnder } from '@/lib/releases/match-rules'
import { RowSet } from '@/lib/releases/row-set'
import { compareText } from '@/lib/release-format/order'
import type { PendingFile } from '@/lib/release-format/pending'
import { itemsDecided, rulesDecided } from './decided'
import type { PendingHead } from './head'

export type Audience = 'public' | 'holders'

/** Rows of the newest release that were decided to go for somebody who asked: those that everybody may know, and all of them. */
export async function collectPending(head: PendingHead): Promise<Record<Audience, PendingFile[]>> {
  const [items, rules] = await Promise.all([itemsDecided(head), rulesDecided(head)])
  if (items.length + rules.length === 0) return { public: [], holders: [] }
  const segments = await segmentPaths(db(), head.datasetId, head.revisionId)
  const before = await EffectiveSet.load(database().sql, head.datasetId, head.releaseId)
  const rows = new PendingRows(head, before)
  await addTexts(rows, items, segments)
  for await (const found of rowsUnder(head.datasetId, rules, segments))
    for (const { ordinal, row, digest, rule } of found) rows.add(digest, ordinal, row, rule.restricted)
  return rows.byAudience()
}

/** By digest, wherever the text occurs; by place where the decision was about one row. */
async function addTexts(
  rows: PendingRows,
  items: Awaited<ReturnType<typeof itemsDecided>>,
  segments: readonly string[],
): Promise<void> {
  const texts = new Map<string, boolean>()
  for (const { digest, ordinal, row, restricted } of items) {
    if (ordinal !== null && row !== null) rows.add(Buffer.from(digest, 'hex'), ordinal, row, restricted)
    else texts.set(digest, (texts.get(digest) ?? true) && restricted)
  }
  if (texts.size === 0) return
  using duck = await openDuck()
  await loadDigests(duck.duck, 'pending', texts.keys())
  const result = await duck.duck.stream(
    `SELECT ordinal, "row", digest FROM ${indexTable(segments)} WHERE digest IN (SELECT digest FROM pending)`,
  )
  for (;;) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return
    for (const [ordinal, row, digest] of chunk.getRows()) {
      if (!(digest instanceof DuckDBBlobValue)) throw new TypeError('an index row without a digest')
      const bytes = Buffer.from(digest.bytes)
      rows.add(bytes, Number(ordinal), Number(row), texts.get(bytes.toString('hex')) ?? true)
    }
  }
}

class PendingRows {
  private readonly all = new Map<number, RowSet>()
  private readonly told = new Map<number, RowSet>()

  constructor(
    private readonly head: PendingHead,
    private readonly before: EffectiveSet,
  ) {}

  add(digest: Buffer, ordinal: number, row: number, restricted: boolean): void {
    const action = this.before.outcomeOf(digest.toString('hex'), ordinal, row)?.action
    // Out of the release already, by what somebody else asked for.
    if (action === 'remove' || action === 'restrict') return
    add(this.all, ordinal, row)
    if (!restricted) add(this.told, ordinal, row)
  }

  byAudience = (): Record<Audience, PendingFile[]> => ({
    public: this.files(this.told),
    holders: this.files(this.all),
  })

  private files(rows: ReadonlyMap<number, RowSet>): PendingFile[] {
    return this.head.files
      .flatMap(({ ordinal, path, sha256 }) => {
        const set = rows.get(ordinal)
        if (!set) return []
        const runs = [...set.runs()].map(({ start, length }): [number, number] => [start, length])
        return [{ path, sha256, rows: runs }]
      })
      .sort((a, b) => compareText(a.path, b.path))
  }
}

function add(rows: Map<number, RowSet>, ordinal: number, row: number): void {
  const set = rows.get(ordinal) ?? new RowSet()
  rows.set(ordinal, set)
  set.add(row)
}
