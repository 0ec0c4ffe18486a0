import Link from 'next/link'
import { paths } from '@/lib/paths'
import { ThemeChoice } from './theme-choice'
import type { Theme } from './viewer'

const pages = [
  { href: paths.log(), label: 'Public log' },
  { href: paths.takedownNew(), label: 'Ask for a takedown' },
  { href: paths.logKey(), label: 'Log key' },
]
/** Plain text for programs, so plain links: the router cannot go there. */
const files = [{ href: paths.checkpoint(), label: 'Signed checkpoint' }]

export function Footer({ theme }: { theme: Theme }) {
  return (
    <footer className="no-print mt-auto border-t border-line">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-6 text-sm text-ink-soft sm:px-6">
        <p>Every decision is in the log. Nothing here asks to be believed.</p>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {pages.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className={linkClass}>
                {label}
              </Link>
            </li>
          ))}
          {files.map(({ href, label }) => (
            <li key={href}>
              <a href={href} className={linkClass}>
                {label}
              </a>
            </li>
          ))}
        </ul>
        <ThemeChoice theme={theme} />
      </div>
    </footer>
  )
}

const linkClass = 'underline-offset-3 hover:text-ink hover:underline'
