import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { buttonClass } from './button'
import { Link } from './link'

/** Keyset paging: there is a newer and an older page, not a page 7 of a list that moves. */
export function Pager({
  newerHref,
  olderHref,
  newer,
  older,
  children,
}: {
  newerHref?: string | null
  olderHref?: string | null
  newer?: string
  older?: string
  children?: ReactNode
}) {
  const t = useT('forms.pager')
  if (!newerHref && !olderHref)
    return children ? <p className="mt-3 text-sm text-ink-soft">{children}</p> : null
  return (
    <nav aria-label={t('label')} className="no-print mt-4 flex items-center justify-between gap-3">
      <span className="text-sm text-ink-soft">{children}</span>
      <span className="flex gap-2">
        <Step href={newerHref} rel="prev" label={`← ${newer ?? t('newer')}`} />
        <Step href={olderHref} rel="next" label={`${older ?? t('older')} →`} />
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
    <Link href={href} rel={rel} className={buttonClass({ size: 'sm' })}>
      {label}
    </Link>
  )
}
