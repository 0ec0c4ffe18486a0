import 'server-only'
import { createHash } from 'node:crypto'
import type postgres from 'postgres'
import type { SpanRow } from '@/db/schema/flags'
import { isTold } from '@/lib/release-format/disclosure'
import { fold, foldOutcomes, type Action, type InForce, type Outcome } from '@/lib/release-format/fold'
import { canonicalJson } from '@/lib/tlog/canonical-json'

type EffectRow = {
  digest: string
  ordinal: number | null
  row: number | null
  action: Action
  spans: SpanRow[]
  label: string | null
  reasons: { category: string; reasonCode: string; entryId: string }[]
}

/** What happens to a row: the outcome of its content, folded with that of the row itself. */
export class EffectiveSet {
  private readonly byDigest = new Map<string, Outcome>()
  private readonly byPlace = new Map<number, Map<number, Outcome>>()
  private readonly entries = new Map<string, string[]>()
  /** Log entries of the decisions and rules in it. */
  readonly entryIds = new Set<string>()
  /** SHA-256 over its canonical lines: what the log commits to. */
  digest = ''

  /** Reads the frozen effects of a release. Memory is that of the decisions, not of the rows. */
  static async load(sql: postgres.Sql, datasetId: string, releaseId: string): Promise<EffectiveSet> {
    const set = new EffectiveSet()
    const hash = createHash('sha256')
    let group: EffectRow[] = []
    // The order of bytes and numbers, in no locale, so that the same set has the same digest on any server.
    const rows = sql<EffectRow[]>`
      select encode(digest, 'hex') as digest, ordinal, row::float8 as row, action, spans, label, reasons
      from release_effect where dataset_id = ${datasetId} and release_id = ${releaseId}
      order by release_effect.digest, ordinal nulls first, release_effect.row,
        reasons -> 0 ->> 'entryId' collate "C", reasons -> 0 ->> 'category' collate "C"`.cursor(5_000)
    for await (const batch of rows) {
      for (const row of batch) {
        hash.update(`${canonicalJson(row)}\n`)
        for (const { entryId } of row.reasons) set.entryIds.add(entryId)
        if (group[0] && !isSamePlace(group[0], row)) {
          set.add(group)
          group = []
        }
        group.push(row)
      }
    }
    set.add(group)
    set.digest = hash.digest('hex')
    return set
  }

  /** Digests with an effect of their own, in hex. */
  digests = (): Iterable<string> => this.byDigest.keys()

  /** Rows with an effect of their own, ascending. */
  rowsOf = (ordinal: number): number[] => [...(this.byPlace.get(ordinal)?.keys() ?? [])].sort((a, b) => a - b)

  outcomeOf(digest: string, ordinal: number, row: number): Outcome | null {
    const ofContent = this.byDigest.get(digest) ?? null
    const ofRow = this.byPlace.get(ordinal)?.get(row) ?? null
    return ofContent && ofRow ? foldOutcomes([ofContent, ofRow]) : (ofRow ?? ofContent)
  }

  /** Log entries of the decisions that together make the outcome of a row. */
  entriesOf = (digest: string, ordinal: number, row: number): string[] =>
    [digest, placeKey(ordinal, row)].flatMap((key) => this.entries.get(key) ?? [])

  private add(group: readonly EffectRow[]): void {
    const [first] = group
    const outcome = fold(group.flatMap(inForce))
    if (!first || !outcome) return
    const { digest, ordinal, row } = first
    this.entries.set(
      ordinal === null || row === null ? digest : placeKey(ordinal, row),
      group.flatMap(({ reasons }) => reasons.map(({ entryId }) => entryId)),
    )
    if (first.ordinal === null || first.row === null) {
      this.byDigest.set(first.digest, outcome)
      return
    }
    const rows = this.byPlace.get(first.ordinal) ?? new Map<number, Outcome>()
    this.byPlace.set(first.ordinal, rows.set(first.row, outcome))
  }
}

/** Digests of which something was withheld in a release. */
export async function withheldDigests(
  sql: postgres.Sql,
  datasetId: string,
  releaseId: string | undefined,
): Promise<Set<string>> {
  const withheld = new Set<string>()
  if (releaseId === undefined) return withheld
  const rows = sql<{ digest: string; category: string }[]>`
    select encode(digest, 'hex') as digest, reasons -> 0 ->> 'category' as category
    from release_effect where dataset_id = ${datasetId} and release_id = ${releaseId}`.cursor(5_000)
  for await (const batch of rows)
    for (const { digest, category } of batch) if (!isTold(category)) withheld.add(digest)
  return withheld
}

const placeKey = (ordinal: number, row: number) => `${ordinal}/${row}`

const isSamePlace = (a: EffectRow, b: EffectRow) =>
  a.digest === b.digest && a.ordinal === b.ordinal && a.row === b.row

const inForce = ({ action, spans, label, reasons }: EffectRow): InForce[] =>
  reasons.map(({ category, reasonCode }) => ({ action, spans, label, category, reason: reasonCode }))
