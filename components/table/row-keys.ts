import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, J: 1, ArrowUp: -1, k: -1, K: -1 }

/**
 * Keys of a table's body while a row's checkbox has the focus: moves it up or down and answers the index it came to,
 * Enter follows the row's first link. Null when the key was not for us.
 */
export function moveBetweenRows(event: KeyboardEvent, body: HTMLElement | null): number | null {
  const from = event.target
  if (!body || !(from instanceof HTMLInputElement) || !from.matches('[data-row-checkbox]')) return null
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'Enter') {
    event.preventDefault()
    from.closest('tr')?.querySelector<HTMLAnchorElement>('a[href]')?.click()
    return null
  }
  const step = STEPS[event.key]
  if (step === undefined) return null
  const boxes = [...body.querySelectorAll<HTMLInputElement>('[data-row-checkbox]')]
  const to = boxes.indexOf(from) + step
  const next = boxes[to]
  if (!next) return null
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
  return to
}
