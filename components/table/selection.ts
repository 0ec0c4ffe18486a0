'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import type { RowSelectionState } from '@tanstack/react-table'

export type Selection = {
  /** name of the checkboxes, so that a form around the table posts the chosen ids */
  name: string
  selected: RowSelectionState
  onChange: (selected: RowSelectionState) => void
}

/** Selected ids that survive paging; hand the result to DataTable and the ids to the bulk bar. */
export function useSelection(
  name: string,
  before: RowSelectionState = {},
): Selection & { ids: readonly string[]; clear: () => void } {
  const [selected, setSelected] = useState<RowSelectionState>(before)
  const clear = useCallback(() => setSelected({}), [])
  return useMemo(
    () => ({
      name,
      selected,
      onChange: setSelected,
      clear,
      ids: Object.keys(selected).filter((id) => selected[id]),
    }),
    [name, selected, clear],
  )
}

/** Toggles the row at an index; with `extend`, every row from the last toggled one to this. */
export function useRangeSelection(ids: readonly string[], selection: Selection | undefined) {
  const anchor = useRef<string | null>(null)
  return (index: number, checked: boolean, extend: boolean) => {
    const id = ids[index]
    if (!selection || id === undefined) return
    const from = extend && anchor.current !== null ? ids.indexOf(anchor.current) : -1
    if (from === -1) anchor.current = id
    selection.onChange(withRange(selection.selected, ids, from === -1 ? index : from, index, checked))
  }
}

/** The selection with the rows between two indices, in either direction, chosen or not. */
export function withRange(
  selected: RowSelectionState,
  ids: readonly string[],
  from: number,
  to: number,
  checked: boolean,
): RowSelectionState {
  const touched = ids.slice(Math.min(from, to), Math.max(from, to) + 1)
  const chosen = new Set(Object.keys(selected).filter((id) => selected[id]))
  for (const id of touched) {
    if (checked) chosen.add(id)
    else chosen.delete(id)
  }
  return Object.fromEntries([...chosen].map((id) => [id, true]))
}
