import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import { cookies } from 'next/headers'
import { ReadOnlyBanner } from '@/components/shell/read-only-banner'
import { THEME_COOKIE, themeOf } from '@/components/shell/viewer'
import { isReadOnly } from '@/lib/runtime/read-only'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Winnow: trust and safety for open datasets', template: '%s · Winnow' },
  description:
    'Flagged items of open datasets are reviewed in public, people can get out of a dataset, and every release proves what was decided.',
  openGraph: { siteName: 'Winnow', type: 'website' },
}

/** Every page is made for its request: the nonce of the CSP and the choice of colours are in it. */
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html
      lang="en-GB"
      data-theme={theme === 'system' ? undefined : theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        {isReadOnly() ? <ReadOnlyBanner /> : null}
        {children}
      </body>
    </html>
  )
}
