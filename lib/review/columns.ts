/** The columns that the triage table can show, in their usual order, with what they are called. */
export const COLUMNS = {
  severity: 'Severity',
  category: 'Category',
  language: 'Language',
  text: 'Text',
  place: 'Row',
  dataset: 'Dataset',
  types: 'Findings',
  detectors: 'Detectors',
  flags: 'Flags',
  score: 'Score',
  opened: 'Opened',
  due: 'Due',
  status: 'Status',
} as const satisfies Record<string, string>

export type ColumnId = keyof typeof COLUMNS

/** The text leads to its case: it is always there. */
export const FIXED_COLUMN: ColumnId = 'text'

const USUAL: readonly ColumnId[] = ['severity', 'category', 'language', 'text', 'place', 'opened', 'status']

export const isColumn = (id: string): id is ColumnId => Object.hasOwn(COLUMNS, id)

/** What was chosen, each once, with the text; the usual ones when nothing was. Names that mean nothing any more are left out. */
export function columnsOf(chosen: readonly string[] | null | undefined): ColumnId[] {
  const known = [...new Set(chosen ?? [])].filter(isColumn)
  if (known.length === 0) return [...USUAL]
  return known.includes(FIXED_COLUMN) ? known : [FIXED_COLUMN, ...known]
}

/** All of them, those that are shown first, for choosing. */
export function columnChoices(shown: readonly ColumnId[]): { id: ColumnId; label: string; shown: boolean }[] {
  const others = Object.keys(COLUMNS)
    .filter(isColumn)
    .filter((id) => !shown.includes(id))
  return [...shown, ...others].map((id) => ({ id, label: COLUMNS[id], shown: shown.includes(id) }))
}
