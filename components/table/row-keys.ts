import type { KeyboardEvent } from 'react'
import { type Keymap, tableCommandOf } from '@/lib/keyboard/labels'

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }
const COMMAND_STEPS = { rowDown: 1, rowUp: -1 } as const

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** The row that a key leads to from the row at `from`, beside the usual ones of lists as its reader chose; null when it leads nowhere. */
export function rowAfterKey(event: Pressed, keymap: Keymap, from: number, count: number): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'Home') return 0
  if (event.key === 'End') return count - 1
  const command = tableCommandOf(keymap, event.key)
  const step = command ? COMMAND_STEPS[command] : STEPS[event.key]
  return step === undefined ? null : Math.min(Math.max(from + step, 0), count - 1)
}

/** The checkbox of a row that has the focus, which is where the keys of a table's body are for us. */
export function focusedBox(event: KeyboardEvent): HTMLInputElement | null {
  const from = event.target
  return from instanceof HTMLInputElement && from.matches('[data-row-checkbox]') ? from : null
}
