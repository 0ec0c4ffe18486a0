import { categoryName } from '@/lib/detection/category-name'
import { localeOfReader, say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { filterParams, type TriageFilters } from '@/lib/review/filters'
import { languageName } from '@/lib/text/language'

/** The table with one filter changed; a place in the old list means nothing in the new one. */
export function withFilter(filters: TriageFilters, change: Record<string, string | undefined>): string {
  return paths.triage({ ...filterParams(filters), ...change })
}

/** The orders to choose from, each with what it is called. */
export const ORDERS = [
  ['-priority', 'urgent'],
  ['-severity', 'severe'],
  ['opened', 'oldest'],
  ['-opened', 'newest'],
] as const satisfies readonly (readonly [TriageFilters['sort'], string])[]

/** The filters in force, each with the link that takes it away. */
export function chipsOf(filters: TriageFilters) {
  const { dataset, status, category, severity, detector, type, language, search } = filters
  const chips: [name: string, label: string | undefined][] = [
    ['dataset', dataset],
    [
      'status',
      status === 'open'
        ? undefined
        : say(status === 'all' ? 'triage.chips.both' : 'labels.caseStatus.decided'),
    ],
    ['category', category && categoryName(category)],
    [
      'severity',
      severity === undefined ? undefined : say('triage.chips.severity', { level: String(severity) }),
    ],
    ['detector', detector && say('triage.chips.detector', { id: detector })],
    ['type', type && say('triage.chips.finding', { type })],
    ['language', language && languageName(language, localeOfReader())],
    ['search', search && say('triage.chips.search')],
  ]
  return chips.flatMap(([name, label]) =>
    label ? [{ label, href: withFilter(filters, { [name]: undefined }) }] : [],
  )
}
