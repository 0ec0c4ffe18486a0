import { codePointLength } from '@/lib/text/code-points'

/** Code points between two places that are remembered. */
const STEP = 1_024

/**
 * Positions of a long text that is asked for many: code points ↔ UTF-16 code units from the nearest remembered place. Made in one walk;
 * a text without astral characters needs none.
 */
export class TextIndex {
  readonly length: number
  private readonly units: Uint32Array | null

  constructor(readonly text: string) {
    this.length = codePointLength(text)
    this.units = this.length === text.length ? null : remember(text, this.length)
  }

  /** Code point → code unit; what lies beyond the end is the end. */
  toUnit(point: number): number {
    const wanted = Math.min(Math.max(0, point), this.length)
    if (!this.units) return wanted
    let unit = this.units[Math.floor(wanted / STEP)] ?? 0
    for (let left = wanted % STEP; left > 0; left--) unit += widthAt(this.text, unit)
    return unit
  }

  /** Code unit → code point; inside a pair it is the point of the pair. */
  toPoint(unit: number): number {
    const wanted = Math.min(Math.max(0, unit), this.text.length)
    if (!this.units) return wanted
    let low = 0
    let high = this.units.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.units[middle] ?? 0) <= wanted) low = middle
      else high = middle - 1
    }
    let at = this.units[low] ?? 0
    let point = low * STEP
    while (at < wanted) {
      at += widthAt(this.text, at)
      if (at <= wanted) point += 1
    }
    return point
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.toUnit(start), this.toUnit(end))
  }
}

function remember(text: string, length: number): Uint32Array {
  const units = new Uint32Array(Math.floor(length / STEP) + 1)
  let unit = 0
  for (let point = 0; point < length; point++) {
    if (point % STEP === 0) units[point / STEP] = unit
    unit += widthAt(text, unit)
  }
  if (length % STEP === 0) units[length / STEP] = unit
  return units
}

function widthAt(text: string, unit: number): 1 | 2 {
  return (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
}
