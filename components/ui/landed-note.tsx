'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * What was just done, on the page that came of it. It takes the focus: the button that was pressed is gone, and whoever does not see the
 * page would be left at its top without a word. `of` names the deed, so that the next one is told too. No status: of one that has the
 * focus some screen readers say only that it is one.
 */
export function LandedNote({ of, children }: { of: string; children: ReactNode }) {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => note.current?.focus(), [of])
  return (
    <div
      ref={note}
      tabIndex={-1}
      data-landed
      className="mb-4 rounded-md bg-good-soft px-3 py-1.5 text-sm text-good"
    >
      {children}
    </div>
  )
}
