import type { ReactNode } from 'react'
import { Breadcrumb } from './breadcrumb'
import { cx } from './cx'

/** The page's one h1, with the way here above, a line about it below and its actions beside. */
export function PageHeader({
  title,
  lead,
  badges,
  actions,
  trail,
  size = 'md',
}: {
  title: ReactNode
  lead?: ReactNode
  badges?: ReactNode
  actions?: ReactNode
  trail?: readonly { href: string; label: string }[]
  size?: 'md' | 'lg'
}) {
  return (
    <header className="mb-6 flex flex-col gap-2">
      {trail?.length ? <Breadcrumb items={trail} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="flex min-w-0 flex-col gap-2">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className={cx('wrap-anywhere', size === 'lg' ? 'text-3xl sm:text-4xl' : 'text-2xl')}>
              {title}
            </h1>
            {badges}
          </div>
          {lead ? (
            <div className={cx('max-w-prose text-ink-soft', size === 'lg' ? 'text-lg' : 'text-base')}>
              {lead}
            </div>
          ) : null}
        </div>
        {/* Without JavaScript a form is unfolded among them. */}
        {actions ? (
          <div className="no-print flex flex-wrap items-center gap-2 has-[section]:items-start">
            {actions}
          </div>
        ) : null}
      </div>
    </header>
  )
}

/** A titled part of a page. */
export function Section({
  title,
  actions,
  children,
}: {
  title: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="mt-10 first:mt-0">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-lg">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
