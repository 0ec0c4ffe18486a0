import { compareText } from './order'

/** [start, end) in Unicode code points of a field's value; a lone surrogate is one code point. */
export type Span = { readonly field: string; readonly start: number; readonly end: number }

/** What stands for a redacted span in every release, whatever the reason: a name of the category would give the reason away. */
export const REPLACEMENT = '[REDACTED]'

/**
 * The union of spans: sorted by field, disjoint and not touching. A tool that replaces overlapping spans one by one leaves the
 * tail of the longer in the text.
 *
 * @throws RangeError on an empty span
 */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort(compareSpans)) {
    if (!isSpan(span)) throw new RangeError(`not a span: ${JSON.stringify(span)}`)
    const last = merged.at(-1)
    if (!last || last.field !== span.field || last.end < span.start) merged.push({ ...span })
    else if (span.end > last.end) merged[merged.length - 1] = { ...last, end: span.end }
  }
  return merged
}

/**
 * The value with each span replaced.
 *
 * @param spans of one field, as `mergeSpans` returns them, each with its replacement if it is not the usual one
 * @throws RangeError if one ends behind the value: then it was made for another text
 */
export function redactText(
  value: string,
  spans: readonly (Span & { readonly replacement?: string })[],
): string {
  let redacted = ''
  let unit = 0
  let point = 0
  for (const { start, end, replacement = REPLACEMENT } of spans) {
    const from = advance(value, unit, start - point)
    const to = advance(value, from, end - start)
    redacted += value.slice(unit, from) + replacement
    unit = to
    point = end
  }
  return redacted + value.slice(unit)
}

/** By field in byte order, then by start. */
export function compareSpans(a: Span, b: Span): number {
  return compareText(a.field, b.field) || a.start - b.start || a.end - b.end
}

function isSpan({ start, end }: Span): boolean {
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end > start
}

/** The index of the UTF-16 unit `points` code points after `unit`. */
function advance(value: string, unit: number, points: number): number {
  let at = unit
  for (let left = points; left > 0; left--) {
    const point = value.codePointAt(at)
    if (point === undefined) throw new RangeError('a span ends behind the text')
    at += point > 0xffff ? 2 : 1
  }
  return at
}
