'use client'

import { useEffect, useRef, useState } from 'react'

/** So many fit on a desk of 1280 pixels beside the filters. */
const COLUMNS_THAT_FIT = 7

/**
 * Whether a table is wider than its place, so that its region has to scroll sideways and the page does not. A region that scrolls keeps
 * a sticky head to itself: while it does, the head is moved along with the page by hand.
 */
export function useWideTable(columns: number) {
  const region = useRef<HTMLDivElement>(null)
  // Before the browser has measured, and without scripts: unknown, which is wide on all that is narrower than that desk.
  const [measured, setWide] = useState<boolean | null>(columns > COLUMNS_THAT_FIT || null)
  const wide = measured ?? false

  useEffect(() => {
    const place = region.current
    const table = place?.querySelector('table')
    if (!place || !table) return
    const sizes = new ResizeObserver(() => setWide(table.offsetWidth > place.clientWidth))
    for (const element of [place, table]) sizes.observe(element)
    return () => sizes.disconnect()
  }, [])

  useEffect(() => {
    const place = region.current
    const head = place?.querySelector('thead')
    if (!wide || !place || !head) return
    const follow = () => {
      const { top, height } = place.getBoundingClientRect()
      const stays = Number.parseFloat(getComputedStyle(head).top) || 0
      const below = Math.min(stays - top, height - head.offsetHeight)
      head.style.transform = below > 0 ? `translateY(${Math.round(below)}px)` : ''
    }
    follow()
    for (const event of ['scroll', 'resize']) window.addEventListener(event, follow, { passive: true })
    return () => {
      for (const event of ['scroll', 'resize']) window.removeEventListener(event, follow)
      head.style.transform = ''
    }
  }, [wide])

  const scrolls = wide ? 'sm:overflow-x-auto' : measured === null ? 'sm:max-xl:overflow-x-auto' : undefined
  return { region, wide, scrolls }
}

/** Columns that stay where the rest scrolls sideways: what chooses a row, and what is first told of it. */
export const STAYS = [
  'sm:sticky sm:start-0 sm:z-1 bg-inherit',
  'sm:sticky sm:start-8 sm:z-1 bg-inherit',
] as const
