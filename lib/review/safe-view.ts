import type { Mark } from '@/lib/text/marks'
import { coverText, maskText } from '@/lib/text/mask'

/**
 * How much of an item's text a page gets before its reader asks: all of it, all but the findings (what is personal or
 * secret is the finding itself), or nothing but about how long it is (what may hurt is the text). Decided on the server: what is not shown
 * is not sent.
 */
export type Protection = 'open' | 'masked' | 'covered'

/** Sensitive in their findings; every other sensitive category is sensitive as a whole. */
const SENSITIVE_IN_PART: ReadonlySet<string> = new Set(['pii', 'secrets'])

/** `covered`: its queue asks for that, whatever its categories are. */
export function protectionOf(
  categories: Iterable<{ id: string; sensitive: boolean }>,
  covered = false,
): Protection {
  if (covered) return 'covered'
  let protection: Protection = 'open'
  for (const { id, sensitive } of categories) {
    if (sensitive && !SENSITIVE_IN_PART.has(id)) return 'covered'
    if (sensitive) protection = 'masked'
  }
  return protection
}

/**
 * A text as far as `protection` lets it out, with its marks where the text now is. `held`: what is kept back like a mark and pointed at by
 * none.
 */
export function protectText(
  text: string,
  marks: readonly Mark[],
  protection: Protection,
  held: readonly Mark[] = [],
): { text: string; marks: Mark[] } {
  const isHidden = ({ category }: Mark) => SENSITIVE_IN_PART.has(category)
  switch (protection) {
    case 'open':
      return { text, marks: [...marks] }
    case 'masked':
      return maskText(text, marks, isHidden, held.filter(isHidden))
    case 'covered':
      return { text: coverText(text), marks: [] }
  }
}
