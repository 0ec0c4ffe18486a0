'use client'

import { useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { formatCount, formatPlural } from '@/lib/format'
import { sliceCodePoints } from '@/lib/text/code-points'
import type { Mark } from '@/lib/text/marks'
import { MarkedText } from './marked-text'

/** How much one press opens: a browser lays this much out in one frame. */
const STEP = 10_000

/** A part of a long text that was left out; it opens from its beginning, a step at a time. */
export function HiddenPart({
  text,
  marks,
  start,
  length,
}: {
  text: string
  marks: readonly Mark[]
  start: number
  length: number
}) {
  const [opened, setOpened] = useState(0)
  const left = length - opened
  return (
    <>
      {opened > 0 ? (
        <MarkedText text={sliceCodePoints(text, 0, opened)} marks={clipTo(marks, opened)} start={start} />
      ) : null}
      {left > 0 ? (
        <span className="my-2 flex font-sans select-none">
          <button
            type="button"
            className={buttonClass({ size: 'sm' })}
            onClick={() => setOpened(Math.min(length, opened + STEP))}
          >
            {left > STEP
              ? `Show ${formatCount(STEP)} more of ${formatPlural(left, 'character')}`
              : `Show ${formatPlural(left, 'more character')}`}
          </button>
        </span>
      ) : null}
    </>
  )
}

function clipTo(marks: readonly Mark[], end: number): Mark[] {
  return marks.filter((mark) => mark.start < end).map((mark) => ({ ...mark, end: Math.min(mark.end, end) }))
}
