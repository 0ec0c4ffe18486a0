import { categoryName } from '@/lib/detection/category-name'
import { localeOfReader, say } from '@/lib/i18n/say'
import { paths } from '@/lib/paths'
import { filterParams, type TriageFilters } from '@/lib/review/filters'
import type { QueueName } from '@/lib/review/queue-names'
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
  ['due', 'due'],
] as const satisfies readonly (readonly [TriageFilters['sort'], string])[]

/** The filters in force, each with the link that takes it away. `queues`: those whose names the reader may know. */
export function chipsOf(filters: TriageFilters, queues: readonly QueueName[]) {
  const { dataset, status, category, severity, detector, type, language, queue, overdue, search } = filters
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
    ['queue', queue && queueChip(queues.find(({ id }) => id === queue))],
    ['overdue', overdue && say('triage.chips.overdue')],
    ['search', search && say('triage.chips.search')],
  ]
  return chips.flatMap(([name, label]) =>
    label ? [{ label, href: withFilter(filters, { [name]: undefined }) }] : [],
  )
}

const queueChip = (queue: QueueName | undefined): string =>
  queue ? say('triage.chips.queue', { name: queue.name }) : say('triage.chips.oldQueue')
