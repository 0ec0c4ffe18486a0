'use client'

import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { useHydrated } from '@/components/ui/use-hydrated'
import { chunkAt, chunkText } from '@/lib/text/chunks'
import { marksOfChunks } from '@/lib/text/chunk-marks'
import { isRightToLeft } from '@/lib/text/graphemes'
import { lanesOf, type Mark } from '@/lib/text/marks'
import { MarkedText } from './marked-text'
import { useDrawnChunks } from './use-drawn-chunks'

/** Code units in a block. A browser lays a dozen of them out in a frame, also with a mark on every other word. */
const BLOCK = 1_500
/** Paragraphs that are blurred one by one are not longer than what one takes in at a glance. */
const BLURRED_BLOCK = 500

export type ItemLook = {
  /** Each paragraph stays blurred but for the one under the pointer or the focus. */
  blur?: boolean
  grey?: boolean
  small?: boolean
}

/**
 * The text of an item's field with everything that was found in it. Of a long text only the blocks in sight are drawn; the others keep
 * their room. Positions are code points of `text`, also in `data-at`. `target`: a place to bring into sight, anew with each `nonce`.
 */
export function ItemText({
  text,
  marks = [],
  label = 'Text of the item',
  size = 'reading',
  tall = false,
  look = {},
  target,
  onMark,
}: {
  text: string
  marks?: readonly Mark[]
  label?: string
  size?: 'reading' | 'compact'
  tall?: boolean
  look?: ItemLook
  target?: { point: number; nonce: number } | null
  onMark?: (id: number) => void
}) {
  const { blur = false, grey = false, small = false } = look
  const root = useRef<HTMLDivElement>(null)
  const chunks = useMemo(() => chunkText(text, blur ? BLURRED_BLOCK : BLOCK, blur), [text, blur])
  const marked = useMemo(() => marksOfChunks(chunks, marks), [chunks, marks])
  const lanes = useMemo(() => lanesOf(marks), [marks])
  const wanted = target ? chunkAt(chunks, target.point) : undefined
  const first = marks[0] ? chunkAt(chunks, Math.min(...firstStarts(marks))) : 0
  const { drawn, heights, observe } = useDrawnChunks(root, chunks.length, { first, wanted, tall })
  useScrollTo(root, wanted, target?.nonce)
  const [open, setOpen] = useState<number | null>(null)
  // The policy of the page lets no style in with the HTML: room is made once scripts run.
  const hydrated = useHydrated()

  return (
    <div
      ref={root}
      role="group"
      aria-label={label}
      tabIndex={0}
      data-item-text
      data-lanes={lanes}
      data-blur={blur || undefined}
      className={cx(
        'item-text',
        // Sizes without Tailwind's own line height: the lanes of the marks decide it.
        size === 'reading' && !small ? 'text-[1.125rem]' : 'text-[0.875rem]',
        small
          ? 'max-h-44 overflow-y-auto print:max-h-none'
          : !tall && 'max-h-[70vh] overflow-y-auto print:max-h-none',
        grey && 'grayscale',
      )}
      onClick={onMark && ((event) => pressMark(event, onMark))}
      onKeyDown={
        blur
          ? (event) => {
              const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
              if (by === 0 || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return
              event.preventDefault()
              const next = Math.min(chunks.length - 1, Math.max(0, (open ?? -1) + by))
              setOpen(next)
              root.current?.children[next]?.scrollIntoView({ block: 'nearest' })
            }
          : undefined
      }
      onBlur={blur ? () => setOpen(null) : undefined}
    >
      {text === '' ? <span className="text-ink-faint">(empty)</span> : null}
      {chunks.map((chunk, i) => (
        <div
          key={chunk.start}
          ref={observe}
          data-chunk={i}
          data-open={open === i || undefined}
          data-continues={chunk.continues || undefined}
          dir={chunk.continues ? (isRightToLeft(lineBefore(text, chunk.unit)) ? 'rtl' : 'ltr') : undefined}
          className="item-chunk"
          style={drawn.has(i) || !hydrated ? undefined : { height: heights.get(i) ?? `${chunk.lines}lh` }}
          onPointerDown={blur ? () => setOpen(i) : undefined}
        >
          {drawn.has(i) ? (
            <MarkedText
              text={text.slice(chunk.unit, chunk.endUnit)}
              marks={marked[i] ?? []}
              start={chunk.start}
            />
          ) : null}
        </div>
      ))}
    </div>
  )
}

/** Spreading ten thousand arguments is more than some browsers take: the first few marks come first in the text or nearly so. */
const firstStarts = (marks: readonly Mark[]) => marks.slice(0, 100).map(({ start }) => start)

/** As far as it says which way its line runs. */
function lineBefore(text: string, unit: number): string {
  const from = text.lastIndexOf('\n', unit - 1) + 1
  return text.slice(from, Math.min(unit, from + 1_000))
}

/** A press on a mark goes to its passage; a selection that ends on one does not. */
function pressMark({ target }: MouseEvent, onMark: (id: number) => void): void {
  if (!(target instanceof Element) || window.getSelection()?.isCollapsed === false) return
  const id = target.closest<HTMLElement>('[data-passage]')?.dataset['passage']
  if (id !== undefined) onMark(Number(id))
}

/** Brings what is active, or else the block it is in, into the middle of the box, once per `nonce`. */
function useScrollTo(
  root: { current: HTMLElement | null },
  wanted: number | undefined,
  nonce: number | undefined,
): void {
  const last = useRef(nonce)
  useEffect(() => {
    if (wanted === undefined || nonce === last.current) return
    last.current = nonce
    const block = root.current?.querySelector<HTMLElement>(`[data-chunk="${wanted}"]`)
    const active = root.current?.querySelector('[data-active]') ?? block
    active?.scrollIntoView({ block: isInSight(active, root.current) ? 'nearest' : 'center' })
  })
}

function isInSight(element: Element, box: Element | null): boolean {
  const inner = element.getBoundingClientRect()
  const outer = box?.getBoundingClientRect()
  return outer !== undefined && inner.top >= outer.top && inner.bottom <= outer.bottom
}
