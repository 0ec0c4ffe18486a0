import type { ReactNode } from 'react'

/** Nothing here: says why, and what to do next. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-md border border-dashed border-line-strong px-5 py-8">
      <p className="text-base font-semibold text-ink">{title}</p>
      {children ? <div className="max-w-prose text-sm text-ink-soft">{children}</div> : null}
      {action}
    </div>
  )
}
