import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { Link } from './link'

export type Detail = { term: ReactNode; detail: ReactNode; change?: { href: string; what: string } }

/** Facts as term and value; with `change` it is a "check your answers" list. */
export function DescriptionList({ items }: { items: readonly Detail[] }) {
  const t = useT('forms')
  if (items.length === 0) return null
  return (
    <dl className="divide-y divide-line border-y border-line text-sm">
      {items.map((item, index) => (
        <div key={index} className="grid gap-x-6 gap-y-0.5 py-2 sm:grid-cols-[minmax(9rem,1fr)_3fr_auto]">
          <dt className="text-ink-soft">{item.term}</dt>
          <dd className="min-w-0 wrap-anywhere text-ink">{item.detail}</dd>
          {item.change ? (
            <dd className="no-print">
              <Link href={item.change.href} className="link">
                {t.rich('change', {
                  what: item.change.what,
                  hidden: (words) => <span className="sr-only">{words}</span>,
                })}
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
