import type { ReactNode } from 'react'
import { formatCount } from '@/lib/format'
import { cx } from './cx'
import { Link } from './link'

export type Tab = { href: string; label: ReactNode; current: boolean; count?: number }

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="no-print mb-6 border-b border-line">
      <ul className="flex flex-wrap gap-x-5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className={cx(
                '-mb-px block border-b-2 px-0.5 py-2 text-sm font-medium whitespace-nowrap outline-offset-[-2px]',
                tab.current
                  ? 'border-accent text-ink'
                  : 'border-transparent text-ink-soft hover:border-line-strong hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="ms-1.5 text-ink-faint">{formatCount(tab.count)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
