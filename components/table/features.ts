import {
  createColumnHelper,
  metaHelper,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import type { ColumnDef, RowData } from '@tanstack/react-table'

export type ColumnLook = {
  /** what the card on a phone calls the cell; none for the cell that names the row */
  label?: string
  align?: 'start' | 'end'
  /** the one column that takes the width that is left and cuts its content there */
  fill?: boolean
  className?: string
}

/** One set of features for every table, at module scope: a set made while rendering would rebuild the table each time. */
export const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  columnMeta: metaHelper<ColumnLook>(),
})

export type Columns<Row extends RowData> = readonly ColumnDef<typeof features, Row>[]

/** `const column = columnHelper<Row>()`, then `column.columns([column.accessor(…), column.display(…)])`, at module scope. */
export function columnHelper<Row extends RowData>() {
  return createColumnHelper<typeof features, Row>()
}
