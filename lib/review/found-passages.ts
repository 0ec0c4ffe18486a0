import 'server-only'
import { say } from '@/lib/i18n/say'
import { codePointLength } from '@/lib/text/code-points'
import type { Mark } from '@/lib/text/marks'
import type { CaseFlag } from './case-facts'
import type { ItemFields } from './item-fields'
import { passageName } from './passage-names'
import type { FoundPassages } from './passages'
import { type FoundInItem, marksOf } from './protect-found'
import { type Protection, protectText } from './safe-view'
import type { Span } from './spans'

export type ShownField = {
  name: string
  text: string
  /** `id`: of the passage that is marked. */
  marks: Mark[]
  /** Code points of what is shown: that of the whole would tell how long the masked values are. */
  length: number
}

const SOURCE: Record<CaseFlag['source'], (flag: CaseFlag) => string> = {
  detector: ({ by, version }) => `${by} ${version}`.trim(),
  import: ({ by, version }) => say('review.found.import', { by: `${by} ${version}`.trim() }),
  report: () => say('review.found.report'),
  takedown: () => say('review.found.takedown'),
}

/**
 * The text of an item as far as `protection` lets it out, and what its flags name in it, those with no place left out; what is `held` is
 * kept back too, and named nowhere. Whoever may not read all of it gets names in place of places: a place behind a mask tells how long what
 * is masked is.
 */
export function shownItem({
  fields,
  flags,
  held,
  category,
  protection,
}: {
  fields: ItemFields | null
  flags: readonly CaseFlag[]
  held: readonly FoundInItem[]
  category: string
  protection: Protection
}): { fields: ShownField[] | null; passages: FoundPassages[] } {
  const groups = byFlagAndField(flags)
  const shown =
    fields && Object.entries(fields).map(([name, text]) => shownField(name, text, groups, held, protection))
  const visible = new Map(shown?.flatMap(({ marks }) => marks.map((mark) => [mark.id, mark])))
  const passages = groups.map(({ flag, field, spans }): FoundPassages => {
    const { id: flagId, type } = flag
    const group = { flagId, category: flag.category, type, source: SOURCE[flag.source](flag), field }
    const own = flag.category === category
    if (protection === 'open') return { ...group, own, at: spans.flatMap(({ start, end }) => [start, end]) }
    return {
      ...{ ...group, own },
      at: spans.flatMap(({ id }) => [visible.get(id)?.start ?? 0, visible.get(id)?.end ?? 0]),
      names: spans.map((span) => passageName(flagId, span)),
    }
  })
  return { fields: shown, passages }
}

/** `id`: as `beginEditing` counts. */
type Group = { flag: CaseFlag; field: string; spans: (Span & { id: number })[] }

function byFlagAndField(flags: readonly CaseFlag[]): Group[] {
  let made = 0
  return flags.flatMap((flag) =>
    [...new Set(flag.spans.map(({ field }) => field))].map((field) => ({
      ...{ flag, field },
      spans: flag.spans.filter((span) => span.field === field).map((span) => ({ ...span, id: made++ })),
    })),
  )
}

function shownField(
  name: string,
  text: string,
  groups: readonly Group[],
  held: readonly FoundInItem[],
  protection: Protection,
): ShownField {
  const marks = groups
    .filter(({ field }) => field === name)
    .flatMap(({ flag: { category, type }, spans }) =>
      spans.map(({ id, start, end }) => ({ id, start, end, category, label: type })),
    )
  const shown = protectText(text, marks, protection, marksOf(held, name))
  return { name, length: codePointLength(shown.text), ...shown }
}
