import Link from 'next/link'
import { paths } from '@/lib/paths'
import { ThemeChoice } from './theme-choice'
import type { Theme } from './viewer'

const links = [
  { href: paths.log(), label: 'Public log' },
  { href: paths.checkpoint(), label: 'Signed checkpoint' },
  { href: paths.vkey(), label: 'Log key' },
  { href: paths.takedowns(), label: 'Ask for a takedown' },
]

export function Footer({ theme }: { theme: Theme }) {
  return (
    <footer className="no-print mt-auto border-t border-line">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-6 text-sm text-ink-soft sm:px-6">
        <p>Every decision is in the log. Nothing here asks to be believed.</p>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {links.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className="underline-offset-3 hover:text-ink hover:underline">
                {label}
              </Link>
            </li>
          ))}
        </ul>
        <ThemeChoice theme={theme} />
      </div>
    </footer>
  )
}
