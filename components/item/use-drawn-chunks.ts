import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** Blocks that are drawn from the start, on the server too. */
const FIRST = 4
/** So far from sight a block is drawn already: a press of Page Down. */
const AHEAD = '900px 0px'

type Drawn = { drawn: ReadonlySet<number>; heights: ReadonlyMap<number, string> }

/**
 * Which blocks of a long text are drawn: those in sight and near it, those around the first mark until somebody scrolls, the one that
 * is `wanted`, and those that a selection runs through. A block that goes out of sight leaves its measured height.
 */
export function useDrawnChunks(
  root: RefObject<HTMLElement | null>,
  count: number,
  { first, wanted, tall }: { first: number; wanted: number | undefined; tall: boolean },
): Drawn & { observe: (element: HTMLElement | null) => (() => void) | undefined } {
  const [state, setState] = useState<Drawn>(() => ({
    drawn: new Set(
      Array.from({ length: count }, (_, i) => i).filter((i) => i < FIRST || Math.abs(i - first) <= 1),
    ),
    heights: new Map(),
  }))
  const observer = useRef<IntersectionObserver | null>(null)
  const waiting = useRef(new Set<Element>())

  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => setState((before) => afterScroll(before, entries)),
      // Where the page scrolls and not the box, what counts is the window.
      { root: tall ? null : root.current, rootMargin: AHEAD },
    )
    observer.current = seen
    for (const element of waiting.current) seen.observe(element)
    return () => {
      observer.current = null
      seen.disconnect()
    }
  }, [root, tall])

  const observe = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    waiting.current.add(element)
    observer.current?.observe(element)
    return () => {
      waiting.current.delete(element)
      observer.current?.unobserve(element)
    }
  }, [])

  const drawn =
    wanted === undefined || state.drawn.has(wanted) ? state.drawn : new Set(state.drawn).add(wanted)
  return { drawn, heights: state.heights, observe }
}

function afterScroll(before: Drawn, entries: readonly IntersectionObserverEntry[]): Drawn {
  const drawn = new Set(before.drawn)
  const heights = new Map(before.heights)
  const selection = window.getSelection()
  for (const { target, isIntersecting, boundingClientRect } of entries) {
    if (!(target instanceof HTMLElement)) continue
    const i = Number(target.dataset['chunk'])
    if (isIntersecting) drawn.add(i)
    else if (drawn.has(i) && !(selection?.isCollapsed === false && selection.containsNode(target, true))) {
      drawn.delete(i)
      heights.set(i, `${boundingClientRect.height}px`)
    }
  }
  return { drawn, heights }
}
