'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLive } from './use-live'
import type { Edge } from './use-rows'

/** Of a row that was never shown. A measured one counts as high as it is. */
const ROW_HEIGHT = 45
/** Rows beyond the window that are there: what the next presses of a key lead to. */
const BESIDE = 15

export type WindowedRow = { index: number; key: string }

/**
 * Which rows of a long list are in the page: those in the window, some beside it, and the one with the focus. Before the browser has
 * taken over (and without scripts) all are. The list goes on by itself when its ends come near, and holds still when rows arrive above.
 */
export function useRowWindow({
  ids,
  active,
  above,
  body,
  load,
}: {
  ids: readonly string[]
  active: number
  above: number
  body: RefObject<HTMLElement | null>
  /** Asked when an end comes near. */
  load: (edge: Edge) => void
}) {
  const live = useLive()
  const [margin, setMargin] = useState(0)
  const wanted = useRef<{ index: number; top?: number } | null>(null)
  const rows = useWindowVirtualizer({
    count: ids.length,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => ids[index] ?? index,
    overscan: BESIDE,
    scrollMargin: margin,
    rangeExtractor: (range) => withRow(range, active),
  })

  // Where the list begins on the page changes with what stands above it.
  useEffect(() => {
    const place = () => {
      if (body.current) setMargin(Math.round(body.current.getBoundingClientRect().top + window.scrollY))
    }
    const page = new ResizeObserver(place)
    page.observe(document.body)
    return () => page.disconnect()
  }, [body])

  const before = useRef(0)
  useLayoutEffect(() => {
    const arrived = above - before.current
    before.current = above
    if (arrived <= 0) return
    const moved = rows.measurementsCache[arrived]?.start
    if (moved !== undefined) window.scrollBy(0, moved - rows.options.scrollMargin)
  }, [above, rows])

  useLayoutEffect(() => {
    if (wanted.current && settle(body.current, wanted.current)) wanted.current = null
  })

  const items = rows.getVirtualItems()
  const [first, last] = [items.at(0)?.index, items.at(-1)?.index]
  useEffect(() => {
    if (!live || first === undefined || last === undefined) return
    if (last >= ids.length - BESIDE) load('older')
    if (window.scrollY > 0 && first === 0) load('newer')
  }, [live, first, last, ids.length, load])

  const shown: WindowedRow[] =
    live && items.length > 0
      ? items.map(({ index }) => ({ index, key: ids[index] ?? '' }))
      : ids.map((key, index) => ({ index, key }))
  const heights = live && items.length > 0 ? gaps(items, margin, rows.getTotalSize()) : null
  return {
    live,
    shown,
    /** Height in pixels of what is left out before the row at an index of `shown`, and after all. */
    gapBefore: (at: number) => heights?.before[at] ?? 0,
    gapAfter: heights?.after ?? 0,
    measure: rows.measureElement,
    /** Brings a row into the window, at `top` if that is given, and gives its checkbox the focus. */
    focusRow: (index: number, top?: number) => {
      wanted.current = { index, top }
      if (settle(body.current, wanted.current)) wanted.current = null
      else rows.scrollToIndex(index, { align: 'auto' })
    },
  }
}

/** Gives the focus to a row that is there, and leaves it where it is seen, or so far below the top of the window. */
function settle(body: HTMLElement | null, { index, top }: { index: number; top?: number }): boolean {
  const box = body?.querySelector<HTMLInputElement>(`[data-index="${index}"] [data-row-checkbox]`)
  if (!box) return false
  box.focus({ preventScroll: true })
  const row = box.closest('tr')
  if (top === undefined || !row) box.scrollIntoView({ block: 'nearest' })
  else window.scrollBy(0, row.getBoundingClientRect().top - top)
  return true
}

/** The row with the focus stays, however far it is scrolled away: a focus that is gone begins at the top again. */
function withRow(range: Range, index: number): number[] {
  const within = defaultRangeExtractor(range)
  if (index < 0 || index >= range.count || within.includes(index)) return within
  return [...within, index].sort((a, b) => a - b)
}

function gaps(
  items: readonly { start: number; end: number }[],
  margin: number,
  total: number,
): { before: number[]; after: number } {
  const before = items.map((item, i) => item.start - (items[i - 1]?.end ?? margin))
  return { before, after: Math.max(0, total + margin - (items.at(-1)?.end ?? margin)) }
}
