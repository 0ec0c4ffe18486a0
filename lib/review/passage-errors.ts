import 'server-only'
import { say } from '@/lib/i18n/say'
import { type JudgedPassage, passageTypes } from './judged'
import type { Span } from './spans'

/** Why a span does not name text of this item, or undefined. `lengths`: field → length in code points. */
export function spanError(span: Span, lengths: ReadonlyMap<string, number>): string | undefined {
  const { field, start, end } = span
  const length = lengths.get(field)
  if (length === undefined) return say('review.passage.noField', { field })
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return say('review.passage.whole')
  if (end <= start) return say('review.passage.empty')
  if (start < 0 || end > length) {
    const place = { start: String(start), end: String(end), length: String(length) }
    return say('review.passage.outside', { field, ...place })
  }
  return undefined
}

type KnownFlag = { id: string; type: string; spans: readonly { field: string; start: number; end: number }[] }

/** Why this cannot be said of the item, or undefined. `lengths`: field → length in code points. */
export function judgedError(
  judged: JudgedPassage,
  {
    category,
    flags,
    lengths,
  }: { category: string; flags: readonly KnownFlag[]; lengths: ReadonlyMap<string, number> },
): string | undefined {
  if (judged.verdict === 'added') {
    const types = passageTypes(
      category,
      flags.map(({ type }) => type),
    )
    if (!types.includes(judged.type)) return say('review.passage.noType', { type: judged.type })
    return spanError(judged, lengths)
  }
  const flag = flags.find(({ id }) => id === judged.flagId)
  const { field, start, end } = judged
  const known = flag?.spans.some((span) => span.field === field && span.start === start && span.end === end)
  if (!known) return say('review.passage.notFound')
  return judged.verdict === 'moved' ? spanError({ field, ...judged.to }, lengths) : undefined
}
