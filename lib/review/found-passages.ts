import { say } from '@/lib/i18n/say'
import type { CaseFlag } from './case-facts'
import type { FoundPassages } from './passages'

const SOURCE: Record<CaseFlag['source'], (flag: CaseFlag) => string> = {
  detector: ({ by, version }) => `${by} ${version}`.trim(),
  import: ({ by, version }) => say('review.found.import', { by: `${by} ${version}`.trim() }),
  report: () => say('review.found.report'),
  takedown: () => say('review.found.takedown'),
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
