'use client'

import {
  Fragment,
  type KeyboardEvent,
  type Ref,
  useCallback,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { type ColumnDef, type RowData, type SortingState, useTable } from '@tanstack/react-table'
import { useKeymap } from '@/components/keys/keymap'
import { cx } from '@/components/ui/cx'
import { Table, TableBody, TableHead, Td, Tr } from '@/components/ui/table'
import { features } from './features'
import { HeaderCell } from './header-cell'
import { RowCheckbox, SelectAllCheckbox } from './row-checkbox'
import { focusedBox, rowAfterKey } from './row-keys'
import { type Selection, useRangeSelection } from './selection'
import { TabOrder } from './tab-order'
import type { Edge, ListedRow, Rows } from './use-rows'
import { useRowWindow } from './use-row-window'
import { STAYS, useWideTable } from './use-wide-table'

const NO_SORT: SortingState = []

/** Shows a row so many pixels below the top of the window, with the focus. */
export type TableHandle = { show: (index: number, top: number) => void }

/**
 * A table over a list of any length that the server hands out page by page: only the rows in sight are in the document. It sorts by
 * links, so that the order is part of the address, and selects rows. One row is in the tab order: arrows, two keys of its reader's own
 * (usually j and k), Page Up and Down, Home and End move to others, Space selects, Shift extends, Enter opens. More columns than fit scroll sideways in a region of their
 * own, where the first ones and the heads stay. On phones each row is a card.
 */
export function VirtualTable<Row extends RowData & ListedRow>({
  caption,
  columns,
  list,
  total,
  rowId,
  selectLabel,
  sort = NO_SORT,
  selection,
  onOpen,
  startAt = 0,
  handle,
}: {
  caption: string
  // TanStack's columns are invariant in their value: an array of differently typed ones has no better name.
  columns: ColumnDef<typeof features, Row>[]
  list: Rows<Row>
  /** How many there are from the first on; null where that is not known. */
  total: number | null
  rowId: (row: Row) => string
  /** what its checkbox is called: "Select the case of row 5" */
  selectLabel: (row: Row) => string
  /** the server's order; columns with `enableSorting: true` get a link (`?sort=id`, `?sort=-id`) */
  sort?: SortingState
  selection: Selection
  /** a row is being left for its own page */
  onOpen: (row: Row, top: number) => void
  /** the row that is first in the tab order */
  startAt?: number
  handle?: Ref<TableHandle>
}) {
  const body = useRef<HTMLTableSectionElement>(null)
  const keymap = useKeymap()
  const { region, wide, scrolls } = useWideTable(columns.length)
  const [stays, staysToo] = wide ? STAYS : []
  const [active, setActive] = useState(startAt)
  const ids = list.rows.map(rowId)
  const { load, failed } = list
  // What could not be loaded is asked for again by hand, not by every turn of the wheel.
  const near = useCallback((edge: Edge) => (failed === null ? load(edge) : undefined), [failed, load])
  const view = useRowWindow({ ids, active, above: list.above, body, load: near })
  useImperativeHandle(handle, () => ({
    show: (index, top) => {
      setActive(index)
      view.focusRow(index, top)
    },
  }))
  const table = useTable({
    features,
    columns,
    data: list.rows,
    getRowId: rowId,
    defaultColumn: { enableSorting: false },
    manualSorting: true,
    state: { sorting: sort, rowSelection: selection.selected },
  })
  const rows = table.getRowModel().rows
  const toggle = useRangeSelection(ids, selection)

  function onKeyDown(event: KeyboardEvent<HTMLTableSectionElement>) {
    const box = focusedBox(event)
    if (!box) return
    if (event.key === 'Enter') {
      event.preventDefault()
      box.closest('tr')?.querySelector<HTMLAnchorElement>('a[href]')?.click()
      return
    }
    const to = rowAfterKey(event, keymap, active, ids.length)
    if (to === null) return
    event.preventDefault()
    setActive(to)
    view.focusRow(to)
    if (event.shiftKey) toggle(to, true, true)
  }

  return (
    <div ref={region} className={scrolls}>
      <Table caption={caption} aria-rowcount={total === null ? -1 : total + 1} aria-busy={list.busy !== null}>
        <TableHead sticky>
          <SelectAllCheckbox ids={ids} selection={selection} className={stays} />
          {table.getFlatHeaders().map((header, at) => (
            <HeaderCell
              key={header.id}
              look={header.column.columnDef.meta}
              className={at === 0 ? staysToo : undefined}
              sorted={header.column.getIsSorted()}
              sortId={header.column.getCanSort() ? header.column.id : null}
            >
              <table.FlexRender header={header} />
            </HeaderCell>
          ))}
        </TableHead>
        <TableBody ref={body} onKeyDown={onKeyDown}>
          {view.shown.map(({ index, key }, at) => {
            const row = rows[index]
            if (!row) return null
            const inTabOrder = !view.live || index === active
            return (
              <Fragment key={key}>
                <Gap height={view.gapBefore(at)} />
                <Tr
                  ref={view.measure}
                  data-index={index}
                  aria-rowindex={index + 2}
                  aria-selected={row.getIsSelected()}
                  className={cx(wide && 'bg-canvas')}
                  onFocus={() => setActive(index)}
                  onClick={(event) => {
                    if (event.target instanceof Element && event.target.closest('a'))
                      onOpen(row.original, event.currentTarget.getBoundingClientRect().top)
                  }}
                >
                  <RowCheckbox
                    name={selection.name}
                    value={row.id}
                    label={selectLabel(row.original)}
                    className={stays}
                    checked={row.getIsSelected()}
                    tabIndex={inTabOrder ? undefined : -1}
                    onToggle={(checked, extend) => toggle(index, checked, extend)}
                  />
                  {row.getAllCells().map((cell, at) => {
                    const look = cell.column.columnDef.meta
                    return (
                      <Td
                        key={cell.id}
                        label={look?.label}
                        align={look?.align}
                        className={cx(
                          look?.fill && 'w-full min-w-32 sm:max-w-0',
                          look?.className,
                          at === 0 && staysToo,
                        )}
                      >
                        <TabOrder value={inTabOrder}>
                          <table.FlexRender cell={cell} />
                        </TabOrder>
                      </Td>
                    )
                  })}
                </Tr>
              </Fragment>
            )
          })}
          <Gap height={view.gapAfter} />
        </TableBody>
      </Table>
    </div>
  )
}

/** As high as the rows that are left out; nothing to those who listen. */
function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden="true" className="max-sm:block" style={{ height }}>
      <td className="p-0" />
    </tr>
  ) : null
}
