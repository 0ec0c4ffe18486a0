'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * Where a request stands. It takes the focus when its reader has `arrived` here by sending something, and when it changes under them:
 * they have just taken it back, contested it or given what was missing, the form they pressed is gone, and whoever does not see the page
 * would hear nothing. `deed` says what they did, before what came of it. No group and no status: of those some screen readers say the
 * words twice to who reads line by line, and others none of them to who has the whole page read.
 */
export function WhereItStands({
  of,
  deed,
  arrived,
  children,
}: {
  of: string
  deed: string | null
  arrived: boolean
  children: ReactNode
}) {
  const place = useRef<HTMLDivElement>(null)
  const [first] = useState(of)
  const last = useRef(arrived ? null : of)
  useEffect(() => {
    if (last.current === of) return
    last.current = of
    place.current?.focus()
  }, [of])
  return (
    <div ref={place} tabIndex={-1}>
      {deed && first !== of ? <p className="mb-1 font-medium text-good">{deed}</p> : null}
      {children}
    </div>
  )
}
