'use client'

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '#i18n'
import { BulkBar } from '@/components/table/bulk-bar'
import { useSelection } from '@/components/table/selection'
import { type Edge, useRows } from '@/components/table/use-rows'
import { type TableHandle, VirtualTable } from '@/components/table/virtual-table'
import type { BulkPolicy } from '@/lib/review/bulk-policies'
import type { ColumnId } from '@/lib/review/columns'
import type { PlacedRow, TriagePage } from '@/lib/review/queries'
import { BulkDecision } from './bulk-decision'
import { columnsFor, type Row } from './columns'
import { fetchRows } from './fetch-rows'
import { forgetList, keepList, type KeptList, listLeft } from './kept-list'
import { ListEnd } from './list-end'

/** The cases of a view, as many as their reader scrolls to. Whoever opens one and comes back finds the table as they left it. */
export function TriageTable({
  page,
  queue,
  sort,
  columns,
  total,
  policies,
  pager,
  empty,
}: {
  page: Omit<TriagePage, 'scopes'>
  queue: string
  sort: string
  columns: readonly ColumnId[]
  /** How many there are, where that is known and the page is the first. */
  total: number | null
  policies: readonly BulkPolicy[]
  /** The way to the other pages where no script goes on by itself. */
  pager: ReactNode
  empty: ReactNode
}) {
  const t = useT('triage')
  const [left] = useState(() => listLeft(queue))
  const selection = useSelection('case', left?.selected)
  const load = useCallback((edge: Edge, cursor: string | null) => fetchRows(queue, edge, cursor), [queue])
  const list = useRows<PlacedRow>(page, left?.page ?? null, load)
  const table = useRef<TableHandle>(null)
  useReturn(left, table, list.refresh)
  const rows = useMemo(() => list.rows.map((row): Row => ({ ...row, queue })), [list.rows, queue])
  const shown = useMemo(() => columnsFor(columns, t), [columns, t])
  if (rows.length === 0) return empty
  return (
    <>
      <VirtualTable
        caption={t('table.caption')}
        columns={shown}
        list={{ ...list, rows }}
        total={list.newer === null && list.older === null ? rows.length : total}
        rowId={rowId}
        selectLabel={({ place, categoryLabel }) =>
          place
            ? t('table.selectRow', { row: String(place.row), file: place.file })
            : t('table.selectCategory', { category: categoryLabel })
        }
        sort={[{ id: sort.replace('-', ''), desc: sort.startsWith('-') }]}
        selection={selection}
        startAt={left?.index}
        handle={table}
        onOpen={(row, top) => {
          const { rows, newer, older } = list
          const index = rows.findIndex(({ id }) => id === row.id)
          keepList({ queue, page: { rows, newer, older }, selected: selection.selected, index, top })
        }}
      />
      <ListEnd list={list} pager={pager} />
      <BulkBar count={selection.ids.length} onClear={selection.clear}>
        <BulkDecision ids={selection.ids} policies={policies} />
      </BulkBar>
    </>
  )
}

const rowId = (row: Row) => `${row.datasetId}/${row.id}`

/** Puts the row that was opened back to where it stood, with the focus, and asks how it is by now. */
function useReturn(
  left: KeptList | null,
  table: React.RefObject<TableHandle | null>,
  refresh: (index: number) => Promise<void>,
) {
  const done = useRef(false)
  useEffect(() => {
    if (!left || done.current) return
    // After the page has been scrolled to its top, as a link does.
    const frame = requestAnimationFrame(() => {
      done.current = true
      forgetList()
      table.current?.show(left.index, left.top)
      void refresh(left.index)
    })
    return () => cancelAnimationFrame(frame)
  }, [left, table, refresh])
}
