import type { ReactNode } from 'react'
import { useLocale } from '#i18n'
import { type Mark, type PlacedMark, segmentText } from '@/lib/text/marks'
import { isMask } from '@/lib/text/mask'
import { Visible } from './visible'

/**
 * A text with its marks. Each segment carries its place (`data-at`, code points from the beginning of the item's field),
 * so that a selection by hand can be turned into a span.
 */
export function MarkedText({
  text,
  marks,
  start = 0,
  labels = true,
}: {
  text: string
  marks: readonly Mark[]
  start?: number
  labels?: boolean
}) {
  return segmentText(text, marks).map((segment) => (
    <Marked key={segment.start} marks={segment.marks} labels={labels}>
      <span data-at={start + segment.start} className={isMask(segment.text) ? 'text-line-strong' : undefined}>
        <Visible text={segment.text} />
      </span>
    </Marked>
  ))
}

/** Marks in order of their lanes: the innermost line lies nearest to the text. */
function Marked({
  marks,
  labels,
  children,
}: {
  marks: readonly PlacedMark[]
  labels: boolean
  children: ReactNode
}) {
  const opened = labels ? marks.filter((mark) => mark.opens && mark.label !== '') : []
  const labelled = (
    <>
      {opened.map((mark) => (
        <MarkLabel key={`${mark.category} ${mark.label} ${mark.id ?? ''}`} mark={mark} />
      ))}
      {children}
    </>
  )
  return marks
    .toSorted((a, b) => a.lane - b.lane)
    .reduce<ReactNode>(
      (inner, mark) => (
        <mark
          data-category={mark.category}
          data-lane={mark.lane}
          data-passage={mark.id}
          data-tone={mark.tone}
          data-active={mark.active || undefined}
          title={mark.label || undefined}
          className="item-mark"
        >
          {inner}
        </mark>
      ),
      labelled,
    )
}

/** The word for a mark, before it. Not part of the text: it cannot be selected and is not copied. */
function MarkLabel({ mark }: { mark: Mark }) {
  const locale = useLocale()
  return (
    <span
      lang={locale}
      data-category={mark.category}
      data-label
      data-tone={mark.tone}
      className="me-1 inline-block rounded-sm bg-hue px-1 align-[0.1em] font-sans text-[0.6875rem] leading-4 font-medium whitespace-nowrap text-surface select-none data-[tone=left]:bg-hue-soft data-[tone=left]:text-hue data-[tone=rejected]:bg-sunken data-[tone=rejected]:text-ink-soft data-[tone=rejected]:line-through"
    >
      {mark.label}
      <span className="sr-only">: </span>
    </span>
  )
}
