import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { cx } from '@/components/ui/cx'
import { Link } from '@/components/ui/link'
import { formatCount } from '@/lib/format'

export type FacetOption = { href: string; label: ReactNode; count?: number; active: boolean }

/** One way to narrow the list: each value with its count; what would find nothing is greyed, not hidden. */
export function Facet({ title, options }: { title: string; options: readonly FacetOption[] }) {
  return (
    <section className="mb-5">
      <h3 className="mb-1 text-xs font-medium text-ink-soft">{title}</h3>
      <ul className="flex flex-col max-lg:flex-row max-lg:flex-wrap max-lg:gap-1">
        {options.map((option) => (
          <li key={option.href}>
            <Link
              href={option.href}
              scroll={false}
              aria-current={option.active || undefined}
              className={cx(
                'flex items-center justify-between gap-3 rounded-md px-2 py-1 text-sm max-lg:border max-lg:border-line',
                option.active ? 'bg-accent-soft font-medium text-accent' : 'hover:bg-sunken',
                !option.active && (option.count === 0 ? 'text-ink-faint' : 'text-ink'),
              )}
            >
              <span className="min-w-0 wrap-anywhere">{option.label}</span>
              {option.count === undefined ? null : (
                <span className={option.active ? undefined : 'text-ink-faint'}>
                  {formatCount(option.count)}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The filters in force, each a link that takes it away. */
export function FilterChips({
  chips,
  clearHref,
}: {
  chips: readonly { href: string; label: string }[]
  clearHref: string
}) {
  const t = useT('forms.table')
  if (chips.length === 0) return null
  return (
    <ul aria-label={t('filters')} className="mb-3 flex flex-wrap items-center gap-2 text-sm">
      {chips.map((chip) => (
        <li key={chip.href}>
          <Link
            href={chip.href}
            scroll={false}
            className="inline-flex items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2 py-0.5 hover:bg-sunken"
          >
            <span className="sr-only">{t('removeFilter')} </span>
            {chip.label}
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link href={clearHref} scroll={false} className="link">
          {t('clearAll')}
        </Link>
      </li>
    </ul>
  )
}
