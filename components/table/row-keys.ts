import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  j: 1,
  J: 1,
  ArrowUp: -1,
  k: -1,
  K: -1,
  PageDown: 10,
  PageUp: -10,
}

/** The row that a key leads to from the row at `from`; null when the key leads nowhere. */
export function rowAfterKey(event: KeyboardEvent, from: number, count: number): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'Home') return 0
  if (event.key === 'End') return count - 1
  const step = STEPS[event.key]
  return step === undefined ? null : Math.min(Math.max(from + step, 0), count - 1)
}

/** The checkbox of a row that has the focus, which is where the keys of a table's body are for us. */
export function focusedBox(event: KeyboardEvent): HTMLInputElement | null {
  const from = event.target
  return from instanceof HTMLInputElement && from.matches('[data-row-checkbox]') ? from : null
}
