import { z } from 'zod'
import { isCode } from '@/lib/text/language'

/** A column, `-` before it for falling: the grammar of the tables' links. */
export const SORTS = [
  '-priority',
  'priority',
  '-severity',
  'severity',
  'opened',
  '-opened',
  'due',
  '-due',
] as const

/** Postgres has no U+0000 in text: a name that holds one is the name of nothing. */
const word = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes('\0'))
    .optional()
    .catch(undefined)

/** Which cases a person looks at, and in what order: the query string of the triage page, and nothing else. */
const filters = z.object({
  dataset: word(64),
  category: word(40),
  status: z.enum(['open', 'decided', 'all']).catch('open'),
  severity: z.coerce.number().int().min(1).max(4).optional().catch(undefined),
  detector: word(200),
  type: word(200),
  language: z.string().refine(isCode).optional().catch(undefined),
  /** The queue it is in, by its id. */
  queue: z.uuid().optional().catch(undefined),
  /** Open although its due time has passed. */
  overdue: z.literal('yes').optional().catch(undefined),
  /** A search in the texts, by its id: the words are in no address. */
  search: z.uuid().optional().catch(undefined),
  /** The saved view it began with, for its name and columns; `all` for none. What is shown is in the rest of the address. */
  view: z
    .union([z.uuid(), z.literal('all')])
    .optional()
    .catch(undefined),
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

/** A place that makes no sense in this order is the beginning. */
export function parseCursor(params: Params, sort: TriageSort): Cursor | undefined {
  for (const edge of ['after', 'before'] as const) {
    const text = single(params[edge]) ?? ''
    const cut = text.lastIndexOf('~')
    const id = z.uuid().safeParse(text.slice(cut + 1))
    const value = text.slice(0, cut)
    if (id.success && VALUE[COLUMN[sort]].test(value)) return { edge, value, id: id.data }
  }
  return undefined
}

const COLUMN = {
  '-priority': 'number',
  priority: 'number',
  '-severity': 'number',
  severity: 'number',
  opened: 'time',
  '-opened': 'time',
  due: 'time',
  '-due': 'time',
} as const satisfies Record<TriageSort, string>

/** As Postgres writes a number and a timestamptz, which is `infinity` for what is never due. */
const VALUE = {
  number: /^-?\d{1,9}$/,
  time: /^(infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?)$/,
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
    language: chosen.language,
    queue: chosen.queue,
    overdue: chosen.overdue,
    search: chosen.search,
    view: chosen.view,
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
