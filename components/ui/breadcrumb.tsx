import { useT } from '#i18n'
import { Link } from './link'

/** The way here; the page itself is the heading below and is not repeated. */
export function Breadcrumb({ items }: { items: readonly { href: string; label: string }[] }) {
  const t = useT('forms')
  return (
    <nav aria-label={t('breadcrumb')} className="no-print">
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft">
        {items.map((item, index) => (
          <li key={item.href} className="flex items-center gap-2">
            {index === 0 ? null : (
              <span aria-hidden="true" className="text-ink-faint">
                /
              </span>
            )}
            <Link href={item.href} className="underline-offset-3 hover:text-ink hover:underline">
              {item.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
