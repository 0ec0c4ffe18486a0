import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { SkipLink } from '@/components/ui/skip-link'
import type { Locale } from '@/lib/i18n/locales'
import { AccountMenu } from './account-menu'
import { Footer } from './footer'
import { NavLink } from './nav-link'
import type { NavItem, Theme, Viewer } from './viewer'
import { Wordmark } from './wordmark'

/** The public room: calm, one column of facts, the same four places on every page. */
export function PublicShell({
  nav,
  viewer,
  theme,
  locale,
  children,
}: {
  nav: readonly NavItem[]
  viewer: Viewer
  theme: Theme
  locale: Locale
  children: ReactNode
}) {
  const t = useT('shell')
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex w-full max-w-page flex-wrap items-center gap-x-8 gap-y-1 px-4 py-2.5 sm:px-6">
          <Wordmark />
          <nav aria-label={t('main')} className="no-print flex gap-5 max-sm:order-last max-sm:w-full">
            {nav.map((item) => (
              <NavLink
                key={item.href}
                item={item}
                className="-mb-2.5 border-b-2 border-transparent pt-1 pb-2.5 text-sm text-ink-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
              />
            ))}
          </nav>
          <div className="no-print ms-auto">
            <AccountMenu viewer={viewer} />
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-page px-4 py-8 sm:px-6 sm:py-10">
        {children}
      </main>
      <Footer theme={theme} locale={locale} />
    </div>
  )
}
