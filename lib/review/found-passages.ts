import type { CaseFlag } from './case-facts'
import type { FoundPassages } from './passages'

const SOURCE: Record<CaseFlag['source'], (flag: CaseFlag) => string> = {
  detector: ({ by, version }) => `${by} ${version}`.trim(),
  import: ({ by, version }) => `${by} ${version}, from outside`.replace(' ,', ','),
  report: () => 'a person who reported it',
  takedown: () => 'a person who asked',
}

/** What the flags of an item name in its text, those with no place left out. */
export function foundPassages({
  flags,
  category,
}: {
  flags: readonly CaseFlag[]
  category: string
}): FoundPassages[] {
  return flags.flatMap((flag) => {
    const fields = [...new Set(flag.spans.map(({ field }) => field))]
    return fields.map((field) => ({
      ...{ flagId: flag.id, category: flag.category, type: flag.type, field },
      source: SOURCE[flag.source](flag),
      own: flag.category === category,
      at: flag.spans.flatMap((span) => (span.field === field ? [span.start, span.end] : [])),
    }))
  })
}
