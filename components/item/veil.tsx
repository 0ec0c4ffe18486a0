'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'

/**
 * Covers what may hurt until the reader asks for it: blurred, out of reach of keyboard and screen reader, not
 * selectable. Uncontrolled unless `revealed` and `onReveal` are given (a page that reveals by key does).
 */
export function Veil({
  warning,
  revealed,
  onReveal,
  children,
}: {
  warning: ReactNode
  revealed?: boolean
  onReveal?: (revealed: boolean) => void
  children: ReactNode
}) {
  const [own, setOwn] = useState(false)
  const open = revealed ?? own
  const set = onReveal ?? setOwn
  return (
    <div className={cx('relative', !open && 'overflow-hidden rounded-md border border-line')}>
      <div
        inert={!open}
        className={cx('transition-[filter]', !open && 'min-h-24 overflow-hidden blur-lg select-none')}
      >
        {children}
      </div>
      <div
        className={
          open ? 'no-print mt-2' : 'absolute inset-0 flex flex-col items-center justify-center gap-2 p-4'
        }
      >
        {open ? null : (
          <p className="rounded-md bg-surface px-3 py-1 text-center text-sm text-ink">{warning}</p>
        )}
        <Button size="sm" onClick={() => set(!open)} aria-expanded={open}>
          {open ? 'Cover again' : 'Show the text'}
        </Button>
      </div>
    </div>
  )
}
