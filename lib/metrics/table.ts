import { csvCell } from '@/lib/text/csv-cell'

/** How a column's values are written on the screen; a file has them bare: shares from 0 to 1, seconds, ISO times. */
export type ColumnKind = 'text' | 'count' | 'share' | 'seconds' | 'coefficient' | 'time'
export type Column = { label: string; kind: ColumnKind }

/** A value, nothing, or why there is none. */
export type Cell = string | number | null | { says: string }

export type MetricTable = {
  id: TableId
  title: string
  /** How the numbers were counted. */
  about: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  /** Read instead of rows when there are none. */
  empty: string
  /** What was left out so that the page does not read everything there is. */
  capped?: string
}

export const TABLE_IDS = [
  'flow',
  'times',
  'outcomes',
  'overturned',
  'weeks',
  'agreement',
  'agreement-weeks',
  'pairs',
  'passages',
  'detectors',
  'speed',
  'alike',
  'checks',
] as const
export type TableId = (typeof TABLE_IDS)[number]

export const isTableId = (text: string): text is TableId => TABLE_IDS.some((id) => id === text)

/** The table as RFC 4180 CSV with its header. */
export function tableCsv({ columns, rows }: Pick<MetricTable, 'columns' | 'rows'>): string {
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => row.map(bare))]
  return lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')
}

const bare = (cell: Cell): string | number =>
  cell === null ? '' : typeof cell === 'object' ? cell.says : cell
