/** The columns that the triage table can show, in their usual order. */
const COLUMNS = [
  'severity',
  'category',
  'language',
  'text',
  'place',
  'dataset',
  'types',
  'detectors',
  'flags',
  'score',
  'opened',
  'due',
  'status',
] as const

export type ColumnId = (typeof COLUMNS)[number]

/** The text leads to its case: it is always there. */
export const FIXED_COLUMN: ColumnId = 'text'

const USUAL: readonly ColumnId[] = ['severity', 'category', 'language', 'text', 'place', 'opened', 'status']

export const isColumn = (id: string): id is ColumnId => COLUMNS.some((known) => known === id)

/** What was chosen, each once, with the text; the usual ones when nothing was. Names that mean nothing any more are left out. */
export function columnsOf(chosen: readonly string[] | null | undefined): ColumnId[] {
  const known = [...new Set(chosen ?? [])].filter(isColumn)
  if (known.length === 0) return [...USUAL]
  return known.includes(FIXED_COLUMN) ? known : [FIXED_COLUMN, ...known]
}

/** All of them, those that are shown first, for choosing. */
export function columnChoices(shown: readonly ColumnId[]): { id: ColumnId; shown: boolean }[] {
  const others = COLUMNS.filter((id) => !shown.includes(id))
  return [...shown, ...others].map((id) => ({ id, shown: shown.includes(id) }))
}
