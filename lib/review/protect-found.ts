import type { Mark } from '@/lib/text/marks'
import { type Protection, protectText } from './safe-view'
import type { Span } from './spans'

/** Something known to be in an item. `held`: by a detector that is paused; it protects the text and is no finding. */
export type FoundInItem = {
  category: string
  sensitive: boolean
  type: string
  spans: readonly Span[]
  held: boolean
}

/** One field of an item as far as `protection` lets it out, with the places of what was found in it; none of what is held. */
export function protectField(
  { field, text }: { field: string; text: string },
  found: readonly FoundInItem[],
  protection: Protection,
): { text: string; marks: Mark[] } {
  const held = found.filter((one) => one.held)
  const named = found.filter((one) => !one.held)
  return protectText(text, marksOf(named, field), protection, marksOf(held, field))
}

export const marksOf = (found: readonly FoundInItem[], field: string): Mark[] =>
  found.flatMap(({ category, type, spans }) =>
    spans
      .filter((span) => span.field === field)
      .map(({ start, end }) => ({ start, end, category, label: type })),
  )

/** Categories as `protectionOf` asks for them. */
export const categoriesIn = (
  found: readonly Pick<FoundInItem, 'category' | 'sensitive'>[],
): { id: string; sensitive: boolean }[] => found.map(({ category: id, sensitive }) => ({ id, sensitive }))
