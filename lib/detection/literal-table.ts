import { CLASS, classAt, commonness } from './characters'

/**
 * Literals by three neighbouring characters each, the rarest they have, so that a pass over a text that keeps the
 * last three characters in `state` finds all of them with one look-up per character, whatever their number.
 */
export class TripleTable<Item> {
  /** 18 bits of state → number of a bucket, 0 none. */
  readonly buckets = new Uint16Array(1 << 18)
  readonly items: Item[][] = [[]]

  /** `state` is three classes of characters; several items may share one. */
  add(state: number, item: Item): void {
    const bucket = this.buckets[state] ?? 0
    if (bucket !== 0) this.items[bucket]?.push(item)
    else this.buckets[state] = this.items.push([item]) - 1
  }
}

/** The state after one more character. */
export const nextState = (state: number, kind: number) => ((state << 6) | kind) & 0x3ffff

/** A literal and where in it its rarest three characters begin. */
export type PlacedLiteral = { text: string; at: number; state: number }

export function placeLiteral(text: string): PlacedLiteral {
  if (text.length < 3) throw new Error(`"${text}" is shorter than three characters`)
  const kinds = [...text].map((unit) => classAt(unit, 0))
  if (kinds.includes(0)) throw new Error(`"${text}" holds a character that no literal may hold`)
  let at = 0
  let least = Infinity
  for (let i = 0; i + 2 < text.length; i++) {
    const common = commonness(text.slice(i, i + 3))
    if (common < least) [at, least] = [i, common]
  }
  return { text, at, state: kinds.slice(at, at + 3).reduce(nextState, 0) }
}

/** Whether the literal stands at `start`, in any case. */
export function standsAt(text: string, start: number, literal: string): boolean {
  if (start < 0 || start + literal.length > text.length) return false
  for (let i = 0; i < literal.length; i++) if (classAt(text, start + i) !== classAt(literal, i)) return false
  return true
}

/** A function that gives every place of every literal, in any case. */
export function literalFinder<Id>(literals: readonly { text: string; id: Id }[]) {
  const table = new TripleTable<PlacedLiteral & { id: Id }>()
  for (const { text, id } of literals) {
    const placed = placeLiteral(text)
    table.add(placed.state, { ...placed, id })
  }
  return function* (text: string): Iterable<{ id: Id; start: number }> {
    let state = 0
    for (let i = 0; i < text.length; i++) {
      state = nextState(state, CLASS[text.charCodeAt(i)] ?? 0)
      const bucket = table.buckets[state] ?? 0
      if (bucket === 0) continue
      for (const { text: literal, at, id } of table.items[bucket] ?? []) {
        const start = i - 2 - at
        if (standsAt(text, start, literal)) yield { id, start }
      }
    }
  }
}
