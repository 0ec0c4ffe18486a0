'use client'

import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { type ColumnDef, type RowData, type SortingState, useTable } from '@tanstack/react-table'
import { cx } from '@/components/ui/cx'
import { Table, TableBody, TableHead, Td, Tr } from '@/components/ui/table'
import { features } from './features'
import { HeaderCell } from './header-cell'
import { moveBetweenRows } from './row-keys'
import { RowCheckbox, SelectAllCheckbox } from './row-checkbox'
import { type Selection, useRangeSelection } from './selection'

const NO_SORT: SortingState = []

/**
 * A table over a page that the server chose: it sorts by links, so that the order is part of the address, and selects
 * rows (Space, Shift for a range, arrows or j/k to move, Enter to open). On phones each row is a card.
 */
export function DataTable<Row extends RowData>({
  caption,
  columns,
  rows,
  rowId,
  rowName,
  sort = NO_SORT,
  selection,
  empty,
}: {
  caption: string
  // TanStack's columns are invariant in their value: an array of differently typed ones has no better name.
  columns: ColumnDef<typeof features, Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** what the row is called when it is selected by ear */
  rowName?: (row: Row) => string
  /** the server's order; columns with `enableSorting: true` get a link (`?sort=id`, `?sort=-id`) */
  sort?: SortingState
  selection?: Selection
  empty: ReactNode
}) {
  const body = useRef<HTMLTableSectionElement>(null)
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: rowId,
    defaultColumn: { enableSorting: false },
    manualSorting: true,
    state: { sorting: sort, rowSelection: selection?.selected ?? {} },
  })
  const shown = table.getRowModel().rows
  const toggle = useRangeSelection(
    shown.map((row) => row.id),
    selection,
  )
  if (rows.length === 0) return empty

  function onKeyDown(event: KeyboardEvent<HTMLTableSectionElement>) {
    const moved = moveBetweenRows(event, body.current)
    if (moved !== null && event.shiftKey && selection) toggle(moved, true, true)
  }

  return (
    <Table caption={caption}>
      <TableHead sticky>
        {selection ? <SelectAllCheckbox ids={shown.map((row) => row.id)} selection={selection} /> : null}
        {table.getFlatHeaders().map((header) => (
          <HeaderCell
            key={header.id}
            look={header.column.columnDef.meta}
            sorted={header.column.getIsSorted()}
            sortId={header.column.getCanSort() ? header.column.id : null}
          >
            <table.FlexRender header={header} />
          </HeaderCell>
        ))}
      </TableHead>
      <TableBody ref={body} onKeyDown={onKeyDown}>
        {shown.map((row, index) => (
          <Tr key={row.id} aria-selected={selection ? row.getIsSelected() : undefined}>
            {selection ? (
              <RowCheckbox
                name={selection.name}
                value={row.id}
                label={`Select ${rowName?.(row.original) ?? row.id}`}
                checked={row.getIsSelected()}
                onToggle={(checked, extend) => toggle(index, checked, extend)}
              />
            ) : null}
            {row.getAllCells().map((cell) => {
              const look = cell.column.columnDef.meta
              return (
                <Td
                  key={cell.id}
                  label={look?.label}
                  align={look?.align}
                  className={cx(look?.fill && 'w-full min-w-48 sm:max-w-0', look?.className)}
                >
                  <table.FlexRender cell={cell} />
                </Td>
              )
            })}
          </Tr>
        ))}
      </TableBody>
    </Table>
  )
}
