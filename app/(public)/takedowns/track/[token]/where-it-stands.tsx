'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Where a request stands. It takes the focus when that changes under its reader: they have just taken it back, contested it or given
 * what was missing, the form they pressed is gone, and whoever does not see the page would hear nothing.
 */
export function WhereItStands({ of, children }: { of: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const last = useRef(of)
  useEffect(() => {
    if (last.current === of) return
    last.current = of
    place.current?.focus()
  }, [of])
  return (
    <div ref={place} role="status" tabIndex={-1}>
      {children}
    </div>
  )
}
