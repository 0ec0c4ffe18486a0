'use client'

import { type KeyboardEvent, useRef } from 'react'
import { useT } from '#i18n'
import { cx } from '@/components/ui/cx'
import { Td, Th } from '@/components/ui/table'
import { type Selection, withRange } from './selection'

/** The first cell of a selectable row. Shift with a click or with Space extends from the last one toggled. */
export function RowCheckbox({
  name,
  value,
  label,
  checked,
  tabIndex,
  className,
  onToggle,
}: {
  name: string
  value: string
  label: string
  checked: boolean
  tabIndex?: number
  className?: string
  onToggle: (checked: boolean, extend: boolean) => void
}) {
  const shift = useRef(false)
  // Not every browser puts the modifier on the click that Space makes.
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === ' ') shift.current = event.shiftKey
  }
  return (
    <Td className={cx('w-8 min-w-8', className)}>
      <input
        type="checkbox"
        name={name}
        value={value}
        aria-label={label}
        data-row-checkbox
        checked={checked}
        tabIndex={tabIndex}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          shift.current = event.shiftKey
        }}
        onChange={(event) => {
          onToggle(event.currentTarget.checked, shift.current)
          shift.current = false
        }}
        className="size-4 scroll-mt-28 scroll-mb-24 align-middle accent-accent"
      />
    </Td>
  )
}

/** Chooses or clears whatever is loaded; half chosen looks half chosen. */
export function SelectAllCheckbox({
  ids,
  selection,
  className,
}: {
  ids: readonly string[]
  selection: Selection
  className?: string
}) {
  const t = useT('forms.table')
  const chosen = ids.filter((id) => selection.selected[id]).length
  const all = ids.length > 0 && chosen === ids.length
  return (
    <Th className={cx('w-8 min-w-8', className)}>
      <input
        type="checkbox"
        aria-label={t('selectAll')}
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = chosen > 0 && !all
        }}
        onChange={() => selection.onChange(withRange(selection.selected, ids, 0, ids.length - 1, !all))}
        className="size-4 align-middle accent-accent"
      />
    </Th>
  )
}
