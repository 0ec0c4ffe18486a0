import type { ReactNode } from 'react'
import { useT } from '#i18n'
import { SkipLink } from '@/components/ui/skip-link'
import type { Locale } from '@/lib/i18n/locales'
import { AccountMenu } from './account-menu'
import { LocaleChoice } from './locale-choice'
import { NavLink } from './nav-link'
import { ThemeChoice } from './theme-choice'
import type { NavItem, Theme, Viewer } from './viewer'
import { Wordmark } from './wordmark'

/** The console room: dense and quiet. A sidebar; on phones a menu at the top, so that the foot is free for decisions. */
export function ConsoleShell({
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
  const links = nav.map((item) => <NavLink key={item.href} item={item} className={linkClass} />)
  const foot = (
    <div className="flex flex-col gap-3 px-2">
      <AccountMenu viewer={viewer} />
      <LocaleChoice locale={locale} />
      <ThemeChoice theme={theme} />
    </div>
  )
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[12.5rem_minmax(0,1fr)]">
      <SkipLink />
      <header className="no-print sticky top-0 hidden h-dvh flex-col gap-6 border-e border-line bg-sunken px-3 py-4 md:flex">
        <div className="px-2">
          <Wordmark />
        </div>
        <nav aria-label={t('console')} className="flex flex-1 flex-col gap-0.5 overflow-y-auto">
          {links}
        </nav>
        {foot}
      </header>
      <header className="no-print border-b border-line bg-sunken md:hidden">
        <details>
          <summary className="flex list-none items-center justify-between px-4 py-2.5 [&::-webkit-details-marker]:hidden">
            <span className="font-semibold">Winnow</span>
            <span className="rounded-md border border-line-strong bg-surface px-3 py-1 text-sm font-medium">
              {t('menu')}
            </span>
          </summary>
          <nav aria-label={t('console')} className="flex flex-col gap-0.5 px-2 pb-3">
            {links}
          </nav>
          <div className="px-2 pb-4">{foot}</div>
        </details>
      </header>
      <main id="content" tabIndex={-1} className="min-w-0 px-4 py-5 md:px-6">
        {children}
      </main>
    </div>
  )
}

const linkClass =
  'rounded-md px-2 py-1.5 text-sm text-ink-soft hover:bg-surface hover:text-ink max-md:py-2.5 max-md:text-base ' +
  'aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink'
