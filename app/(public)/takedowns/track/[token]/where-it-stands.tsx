'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'

/**
 * Where a request stands. It takes the focus when that changes under its reader: they have just taken it back, contested it or given
 * what was missing, the form they pressed is gone, and whoever does not see the page would hear nothing. A group with its words for a
 * name: of a status some screen readers say that it is one, and not its words, to who reads line by line.
 */
export function WhereItStands({ of, children }: { of: string; children: ReactNode }) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const last = useRef(of)
  useEffect(() => {
    if (last.current === of) return
    last.current = of
    place.current?.focus()
  }, [of])
  return (
    <div ref={place} role="group" aria-labelledby={id} tabIndex={-1}>
      <div id={id}>{children}</div>
    </div>
  )
}
