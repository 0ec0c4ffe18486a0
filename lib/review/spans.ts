import type { SpanRow } from '@/db/schema/flags'

/** [start, end) of a field in Unicode code points. */
export type Span = SpanRow

/** A passage that was found, by the name it has for whoever has not uncovered the text: passage-names.ts. */
export type Named = { name: string }

/** A passage as a form sends it. */
export type SentSpan = Span | Named

export const isNamed = (sent: object): sent is Named => 'name' in sent

/** Sorted by field and position, overlapping and touching ones joined, so that the same passages are always the same list. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort(bySpan)) {
    const last = merged.at(-1)
    if (last && last.field === span.field && span.start <= last.end) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) }
    } else {
      merged.push({ field: span.field, start: span.start, end: span.end })
    }
  }
  return merged
}

/** Whether every character of `inner` is in one of `outer` (which is merged). */
export function covers(outer: readonly Span[], inner: Span): boolean {
  return outer.some(
    (span) => span.field === inner.field && span.start <= inner.start && inner.end <= span.end,
  )
}

/** `field:start:end`, as the command line and forms write a span. The field may hold colons itself. */
export function parseSpan(text: string): Span | undefined {
  const match = /^(.+):(\d{1,10}):(\d{1,10})$/s.exec(text)
  return match ? { field: match[1] ?? '', start: Number(match[2]), end: Number(match[3]) } : undefined
}

export const formatSpan = ({ field, start, end }: Span): string => `${field}:${start}:${end}`

/** A span, or `passage:name`. */
export function parseSent(text: string): SentSpan | undefined {
  const [, name] = /^passage:([\w-]{16})$/.exec(text) ?? []
  return name === undefined ? parseSpan(text) : { name }
}

export const formatSent = (sent: SentSpan): string =>
  isNamed(sent) ? `passage:${sent.name}` : formatSpan(sent)

// By code unit, not by locale: the order is part of what is logged and published.
function bySpan(a: Span, b: Span): number {
  return (a.field < b.field ? -1 : a.field > b.field ? 1 : 0) || a.start - b.start || a.end - b.end
}
