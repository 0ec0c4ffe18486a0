import { equal } from '@/lib/tlog/bytes'
import { provesExtension } from '@/lib/tlog/light-client'
import { keep, readKept } from './kept-checkpoint'
import { fetchCheckpoint, NotServed, openCheckpoint, type SeenCheckpoint, servedTiles } from './served-log'

export type Comparison =
  | { state: 'first'; size: number; isSigned: boolean; isKept: boolean }
  | { state: 'same'; size: number; at: string; isSigned: boolean }
  | { state: 'grown'; from: number; size: number; at: string; tiles: number; isSigned: boolean }
  /** An older state was served than was shown before, and is a beginning of it. */
  | { state: 'behind'; size: number; newer: number; at: string; isSigned: boolean }
  /** Two signed statements that cannot both be true; the older one is kept. */
  | ({ state: 'contradicted'; before: string; now: string } & Contradiction)

/** How: it ends earlier, has another root at the same size, or other entries before. */
export type Contradiction = { how: 'cut' | 'roots' | 'rewritten'; size: number; shown: number }

/**
 * Compares the log with what this browser was shown last, and keeps the newer of the two when one extends the other.
 * Throws when it cannot be compared; what is kept stays then.
 */
export async function compareWithLast(origin: string, vkeys: readonly string[]): Promise<Comparison> {
  const kept = readKept(origin)
  const now = await fetchCheckpoint(vkeys)
  const { size } = now
  const isSigned = now.signature.state === 'valid'
  const remember = () => keep(origin, { note: now.note, at: new Date().toISOString() })
  if (!kept) return { state: 'first', size, isSigned, isKept: remember() }

  const before = await openCheckpoint(kept.note, vkeys)
  const contradicted = (how: Contradiction['how']): Comparison => ({
    ...{ state: 'contradicted', how, size, shown: before.size },
    ...{ before: before.note, now: now.note },
  })
  if (before.size > size) {
    // A cache on the way may answer with what was true a moment ago: then the tiles of the newer state are there.
    return (await isBeginning(now, before))
      ? { state: 'behind', size, newer: before.size, at: kept.at, isSigned }
      : contradicted('cut')
  }
  if (before.size === size) {
    if (!equal(before.root, now.root)) return contradicted('roots')
    return { state: 'same', size, at: kept.at, isSigned }
  }
  let tiles = 0
  const isExtended = await provesExtension(
    before,
    now,
    servedTiles((count) => (tiles += count)),
  )
  if (!isExtended) return contradicted('rewritten')
  remember()
  return { state: 'grown', from: before.size, size, at: kept.at, tiles, isSigned }
}

async function isBeginning(smaller: SeenCheckpoint, larger: SeenCheckpoint): Promise<boolean> {
  try {
    return await provesExtension(smaller, larger, servedTiles())
  } catch (error) {
    if (error instanceof NotServed) return false
    throw error
  }
}
