import type { CategoryRow } from '@/lib/flags/queries'
import { paths } from '@/lib/paths'
import { filterParams, type TriageFilters } from '@/lib/review/filters'
import { SEVERITY, STATUS } from '@/lib/review/labels'
import { languageName } from '@/lib/text/language'

/** The table with one filter changed; a place in the old list means nothing in the new one. */
export function withFilter(filters: TriageFilters, change: Record<string, string | undefined>): string {
  return paths.triage({ ...filterParams(filters), ...change })
}

export const ORDER_LABELS: ReadonlyMap<TriageFilters['sort'], string> = new Map([
  ['-priority', 'Most urgent first'],
  ['-severity', 'Most severe first'],
  ['opened', 'Oldest first'],
  ['-opened', 'Newest first'],
])

/** The filters in force, each with the link that takes it away. */
export function chipsOf(filters: TriageFilters, categories: readonly CategoryRow[]) {
  const category = categories.find(({ id }) => id === filters.category)
  const chips: [name: string, label: string | undefined][] = [
    ['dataset', filters.dataset],
    [
      'status',
      filters.status === 'open' ? undefined : filters.status === 'all' ? 'Open and decided' : STATUS.decided,
    ],
    ['category', filters.category && (category?.label ?? filters.category)],
    [
      'severity',
      filters.severity === undefined ? undefined : `Severity ${SEVERITY[filters.severity]?.toLowerCase()}`,
    ],
    ['detector', filters.detector && `Detector ${filters.detector}`],
    ['type', filters.type && `Finding ${filters.type}`],
    ['language', filters.language && languageName(filters.language)],
    ['search', filters.search && 'Search'],
  ]
  return chips.flatMap(([name, label]) =>
    label ? [{ label, href: withFilter(filters, { [name]: undefined }) }] : [],
  )
}
