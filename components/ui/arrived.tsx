'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * What came of something that was sent, on the page it led to. It takes the focus: the button that was pressed is gone, and the name of a
 * page is not always said when the page before it was left by a script.
 */
export function Arrived({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1}>
      {children}
    </div>
  )
}
