import { useT } from '#i18n'
import { Link } from '@/components/ui/link'
import type { Locale } from '@/lib/i18n/locales'
import { paths } from '@/lib/paths'
import { LocaleChoice } from './locale-choice'
import { ThemeChoice } from './theme-choice'
import type { Theme } from './viewer'

const pages = [
  { href: paths.log(), label: 'log' },
  { href: paths.register(), label: 'register' },
  { href: paths.transparency(), label: 'transparency' },
  { href: paths.takedownNew(), label: 'takedown' },
  { href: paths.lookup(), label: 'lookup' },
  { href: paths.logKey(), label: 'key' },
] as const
/** Plain text for programs, so plain links: the router cannot go there. */
const files = [{ href: paths.checkpoint(), label: 'checkpoint' }] as const

export function Footer({ theme, locale }: { theme: Theme; locale: Locale }) {
  const t = useT('shell')
  return (
    <footer className="no-print mt-auto border-t border-line">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-6 text-sm text-ink-soft sm:px-6">
        <p>{t('motto')}</p>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {pages.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className={linkClass}>
                {t(`foot.${label}`)}
              </Link>
            </li>
          ))}
          {files.map(({ href, label }) => (
            <li key={href}>
              <a href={href} className={linkClass}>
                {t(`foot.${label}`)}
              </a>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-3">
          <LocaleChoice locale={locale} />
          <ThemeChoice theme={theme} />
        </div>
      </div>
    </footer>
  )
}

const linkClass = 'underline-offset-3 hover:text-ink hover:underline'
