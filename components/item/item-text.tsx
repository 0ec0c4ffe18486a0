'use client'

import { memo, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '#i18n'
import { cx } from '@/components/ui/cx'
import { useHydrated } from '@/components/ui/use-hydrated'
import { type Chunk, chunkAt, chunkText } from '@/lib/text/chunks'
import { marksOfChunks } from '@/lib/text/chunk-marks'
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
  lang,
  label,
  size = 'reading',
  tall = false,
  look = {},
  target,
  onMark,
}: {
  text: string
  marks?: readonly Mark[]
  /** Of the text, for who has it read out; not of its label. */
  lang?: string | undefined
  label: string
  size?: 'reading' | 'compact'
  tall?: boolean
  look?: ItemLook
  target?: { point: number; nonce: number } | null
  onMark?: (id: number) => void
}) {
  const t = useT('forms')
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
      {text === '' ? <span className="text-ink-faint">{t('emptyText')}</span> : null}
      {chunks.map((chunk, i) => (
        <Block
          key={chunk.start}
          chunk={chunk}
          at={i}
          text={text}
          lang={lang}
          marks={drawn.has(i) ? (marked[i] ?? NO_MARKS) : null}
          // The policy of the page lets no style in with the HTML: room is made once scripts run.
          height={drawn.has(i) || !hydrated ? undefined : (heights.get(i) ?? `${chunk.lines}lh`)}
          isOpen={open === i}
          onOpen={blur ? setOpen : undefined}
          observe={observe}
        />
      ))}
    </div>
  )
}

const NO_MARKS: readonly Mark[] = []

/** One block; without marks to draw, its room. Of hundreds a key press changes one or two. */
const Block = memo(function Block({
  chunk,
  at,
  text,
  lang,
  marks,
  height,
  isOpen,
  onOpen,
  observe,
}: {
  chunk: Chunk
  at: number
  text: string
  lang: string | undefined
  marks: readonly Mark[] | null
  height: string | undefined
  isOpen: boolean
  onOpen: ((at: number) => void) | undefined
  observe: (element: HTMLElement | null) => (() => void) | undefined
}) {
  return (
    <div
      ref={observe}
      data-chunk={at}
      data-open={isOpen || undefined}
      data-continues={chunk.continues ? true : undefined}
      lang={lang}
      dir={chunk.continues ?? undefined}
      className="item-chunk"
      style={height === undefined ? undefined : { height }}
      onPointerDown={onOpen && (() => onOpen(at))}
    >
      {marks ? (
        <MarkedText text={text.slice(chunk.unit, chunk.endUnit)} marks={marks} start={chunk.start} />
      ) : null}
    </div>
  )
})

/** Spreading ten thousand arguments is more than some browsers take: the first few marks come first in the text or nearly so. */
const firstStarts = (marks: readonly Mark[]) => marks.slice(0, 100).map(({ start }) => start)

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
