import type { ReactNode } from 'react'
import Link from 'next/link'
import { buttonClass } from './button'

/** Keyset paging: there is a newer and an older page, not a page 7 of a list that moves. */
export function Pager({
  newerHref,
  olderHref,
  newer = 'Newer',
  older = 'Older',
  children,
}: {
  newerHref?: string | null
  olderHref?: string | null
  newer?: string
  older?: string
  children?: ReactNode
}) {
  if (!newerHref && !olderHref)
    return children ? <p className="mt-3 text-sm text-ink-soft">{children}</p> : null
  return (
    <nav aria-label="Pages" className="no-print mt-4 flex items-center justify-between gap-3">
      <span className="text-sm text-ink-soft">{children}</span>
      <span className="flex gap-2">
        <Step href={newerHref} rel="prev" label={`← ${newer}`} />
        <Step href={olderHref} rel="next" label={`${older} →`} />
      </span>
    </nav>
  )
}

function Step({
  href,
  rel,
  label,
}: {
  href: string | null | undefined
  rel: 'prev' | 'next'
  label: string
}) {
  if (!href) return null
  return (
    <Link href={href} rel={rel} prefetch={false} className={buttonClass({ size: 'sm' })}>
      {label}
    </Link>
  )
}
