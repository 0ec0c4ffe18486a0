import { z } from 'zod'

/** A column, `-` before it for falling: the grammar of the tables' links. */
export const SORTS = ['-priority', 'priority', '-severity', 'severity', 'opened', '-opened'] as const

/** Which cases a person looks at, and in what order: the query string of the triage page, and nothing else. */
const filters = z.object({
  dataset: z.string().max(64).optional().catch(undefined),
  category: z.string().max(40).optional().catch(undefined),
  status: z.enum(['open', 'decided', 'all']).catch('open'),
  severity: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
  detector: z.string().max(200).optional().catch(undefined),
  type: z.string().max(200).optional().catch(undefined),
  sort: z.enum(SORTS).catch('-priority'),
})

export type TriageFilters = z.output<typeof filters>
export type TriageSort = TriageFilters['sort']

/** Where a page begins: after (or before) the row with this sort value and id. */
export type Cursor = { edge: 'after' | 'before'; value: string; id: string }

type Params = Record<string, string | string[] | undefined>

/** From a page's search parameters. What cannot be understood is left out: a stale link still shows a table. */
export function parseFilters(params: Params): TriageFilters {
  return filters.parse(
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, single(value)])),
  )
}

export function parseQueue(query: string): TriageFilters {
  return parseFilters(Object.fromEntries(new URLSearchParams(query)))
}

export function parseCursor(params: Params): Cursor | undefined {
  for (const edge of ['after', 'before'] as const) {
    const text = single(params[edge]) ?? ''
    const cut = text.lastIndexOf('~')
    const id = z.uuid().safeParse(text.slice(cut + 1))
    if (cut > 0 && id.success) return { edge, value: text.slice(0, cut), id: id.data }
  }
  return undefined
}

export const formatCursor = ({ value, id }: Pick<Cursor, 'value' | 'id'>) => `${value}~${id}`

/** The filters as they stand in a link: defaults left out, so that equal views have equal addresses. */
export function filterParams(chosen: TriageFilters): Record<string, string | undefined> {
  return {
    dataset: chosen.dataset,
    category: chosen.category,
    status: chosen.status === 'open' ? undefined : chosen.status,
    severity: chosen.severity?.toString(),
    detector: chosen.detector,
    type: chosen.type,
    sort: chosen.sort === '-priority' ? undefined : chosen.sort,
  }
}

/** The same as a query string without `?`: how a case page remembers the queue it belongs to. */
export function queueOf(chosen: TriageFilters): string {
  const params = Object.entries(filterParams(chosen)).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return new URLSearchParams(params).toString()
}

const single = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value) || undefined
