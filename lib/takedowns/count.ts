import 'server-only'
import type { OccurrenceRow } from '@/lib/datasets/commit-chunk'
import { type Counted, hitKey } from './found'
import type { SearchedRevision } from './revision-rows'
import type { ScannedHit } from './scanned'

/** Items whose rows are told apart: some tens of MB. Of a target that means more, the share that is out already is told by these. */
const MOST_ITEMS = 200_000

/** Counts the rows that targets mean, each once, without those that a person found not to belong. */
export class Count {
  private rows = 0
  private looked = 0
  private readonly byTarget = new Map<string, number>()
  private readonly ofItem = new Map<string, number>()
  /** Of words that stand in more items than are kept, and of a text that more rows are nearly. */
  readonly broad = new Set<string>()
  private readonly named = new Set<string>()
  private readonly dropped: ReadonlySet<string>

  constructor(
    private readonly revision: SearchedRevision,
    private readonly scanned: readonly ScannedHit[],
  ) {
    this.dropped = new Set(
      scanned.flatMap(({ state, targetId, place }) =>
        state === 'dropped' ? [hitKey({ targetId, digest: place.digest })] : [],
      ),
    )
  }

  /** Whether a row has the key of this target, be it one that somebody found not to belong. */
  has(targetId: string): boolean {
    return this.named.has(targetId)
  }

  isDropped(targetId: string, digest: Uint8Array): boolean {
    return this.dropped.has(hitKey({ targetId, digest }))
  }

  /** One row, and the targets that name it; answers those that mean it. */
  add({ digest }: OccurrenceRow, targetIds: readonly string[]): string[] {
    const key = digest.toString('hex')
    for (const id of targetIds) this.named.add(id)
    const meant =
      this.dropped.size === 0 ? [...targetIds] : targetIds.filter((id) => !this.dropped.has(`${id}\n${key}`))
    if (meant.length === 0) return meant
    for (const id of meant) this.byTarget.set(id, (this.byTarget.get(id) ?? 0) + 1)
    this.note(key, 1)
    return meant
  }

  result(): Counted {
    this.addScanned()
    const ofRows = this.revision.files.reduce((sum, { rows }) => sum + rows, 0)
    const { rows, byTarget, ofItem, looked } = this
    return { rows, ofRows, byTarget, ofItem, looked }
  }

  /** What was found by its words, unless a key led there too. What is only like a text counts once somebody said that it is meant. */
  private addScanned(): void {
    const once = new Set<string>()
    const beyond = new Map<string, number>()
    const alike = new Map<string, number>()
    for (const { targetId, place, rows, tier, state, revisionId, byWords, ofTarget } of this.scanned) {
      const key = place.digest.toString('hex')
      const isMeant = state === 'taken' || (state === 'found' && tier === 'exact')
      const left = tier === 'exact' ? beyond : alike
      if (byWords) left.set(targetId, (left.get(targetId) ?? ofTarget) - rows)
      if (!byWords || !isMeant || revisionId !== this.revision.id) continue
      this.byTarget.set(targetId, (this.byTarget.get(targetId) ?? 0) + rows)
      if (this.ofItem.has(key) || once.has(key)) continue
      once.add(key)
      this.note(key, rows)
    }
    for (const [targetId, rows] of beyond) {
      if (rows <= 0) continue
      this.rows += rows
      this.byTarget.set(targetId, (this.byTarget.get(targetId) ?? 0) + rows)
      this.broad.add(targetId)
    }
    // These count when somebody has said that they are meant.
    for (const [targetId, rows] of alike) if (rows > 0) this.broad.add(targetId)
  }

  private note(key: string, rows: number): void {
    this.rows += rows
    const before = this.ofItem.get(key)
    if (before === undefined && this.ofItem.size >= MOST_ITEMS) return
    this.ofItem.set(key, (before ?? 0) + rows)
    this.looked += rows
  }
}
