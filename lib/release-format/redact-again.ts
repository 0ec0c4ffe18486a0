import { compareText } from './order'
import type { Redaction } from './redactions'
import { REPLACEMENT, type Span } from './spans'

export type Mask = Pick<Redaction, 'field' | 'start' | 'end' | 'replacement'>

export type Again = {
  /** What to replace in the value as it is masked now, in its code points. */
  masks: Mask[]
  /** What is masked afterwards, in code points of the original value. */
  spans: Span[]
  /** Something stays masked that the later redactions give back. */
  isMore: boolean
}

/**
 * Turns redactions of a row's original values into ones of its values as earlier redactions left them, each of their spans being
 * `REPLACEMENT` now. Where an earlier span reaches beyond a later one it stays masked: what it hid is not in this copy.
 *
 * @param before spans of the original, per field sorted and disjoint
 * @param now the same
 */
export function redactAgain(before: readonly Span[], now: readonly Mask[]): Again {
  const fields = [...new Set([...before, ...now].map(({ field }) => field))].sort(compareText)
  const all = fields.map((field) => ofField(field, by(before, field), by(now, field)))
  return {
    masks: all.flatMap(({ masks }) => masks),
    spans: all.flatMap(({ spans }) => spans),
    isMore: all.some(({ isMore }) => isMore),
  }
}

const by = <T extends Span>(spans: readonly T[], field: string) =>
  spans.filter((span) => span.field === field)

function ofField(field: string, before: readonly Span[], now: readonly Mask[]): Again {
  const again: Again = { masks: [], spans: [], isMore: false }
  let shift = 0
  for (const { start, end, old, fresh } of groups(before, now)) {
    const shrunk = old.reduce((sum, span) => sum + REPLACEMENT_LENGTH - (span.end - span.start), 0)
    again.spans.push({ field, start, end })
    const isMaskedWhole = old.length === 1 && old[0]?.start === start && old[0].end === end
    const covered = fresh.reduce((sum, span) => sum + span.end - span.start, 0)
    if (covered < end - start) again.isMore = true
    if (!isMaskedWhole)
      again.masks.push({
        field,
        start: start + shift,
        end: end + shift + shrunk,
        replacement: fresh[0]?.replacement ?? REPLACEMENT,
      })
    shift += shrunk
  }
  return again
}

/** The replacement is ASCII: as many code points as UTF-16 units. */
const REPLACEMENT_LENGTH = REPLACEMENT.length

type Group = { start: number; end: number; old: Span[]; fresh: Mask[] }

/** Spans that overlap, through others too, in one group each; in order. Touching is not overlapping. */
function groups(before: readonly Span[], now: readonly Mask[]): Group[] {
  const tagged = [
    ...before.map((span) => ({ span, old: [span], fresh: [] })),
    ...now.map((span) => ({ span, old: [], fresh: [span] })),
  ].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const made: Group[] = []
  for (const { span, old, fresh } of tagged) {
    const last = made.at(-1)
    if (last && span.start < last.end) {
      last.end = Math.max(last.end, span.end)
      last.old.push(...old)
      last.fresh.push(...fresh)
    } else made.push({ start: span.start, end: span.end, old: [...old], fresh: [...fresh] })
  }
  return made
}
