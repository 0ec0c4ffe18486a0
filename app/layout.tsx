import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import { cookies } from 'next/headers'
import { Messages } from './messages'
import { ReadOnlyBanner } from '@/components/shell/read-only-banner'
import { THEME_COOKIE, themeOf } from '@/components/shell/viewer'
import { localeOfReader } from '@/lib/i18n/say'
import { getT } from '@/lib/i18n/server'
import { isReadOnly } from '@/lib/runtime/read-only'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT('shell')
  return {
    title: { default: t('title'), template: '%s · Winnow' },
    description: t('description'),
    openGraph: { siteName: 'Winnow', type: 'website' },
  }
}

/** Every page is made for its request: the nonce of the CSP and the choice of colours are in it. */
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { colorScheme: 'light dark', width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html
      lang={localeOfReader()}
      data-theme={theme === 'system' ? undefined : theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        {isReadOnly() ? <ReadOnlyBanner /> : null}
        <Messages areas={['shell', 'labels', 'forms']}>{children}</Messages>
      </body>
    </html>
  )
}
