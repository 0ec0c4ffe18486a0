'use client'

import { useSyncExternalStore } from 'react'
import { type Locale, localeOf } from '@/lib/i18n/locales'
import { broken as german } from '@/lib/i18n/messages/de/broken'
import { broken as english } from '@/lib/i18n/messages/en/broken'
import './globals.css'

const MESSAGES = { 'en-GB': english, de: german } as const satisfies Record<Locale, unknown>

/** Shown when even the frame of the page failed, so it leans on nothing but the stylesheet and the two languages here. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const locale = useSyncExternalStore(never, localeHere, (): Locale => 'en-GB')
  const { title, text, number, again } = MESSAGES[locale]
  return (
    <html lang={locale}>
      <body>
        <title>{title}</title>
        <main className="mx-auto flex min-h-dvh max-w-prose flex-col justify-center gap-4 px-4">
          <h1 className="text-3xl">{title}</h1>
          <p className="text-lg text-ink-soft">{text}</p>
          {error.digest ? (
            <p className="text-ink-soft">
              {number} <code className="font-mono">{error.digest}</code>
            </p>
          ) : null}
          <button type="button" onClick={() => window.location.reload()} className="link self-start text-lg">
            {again}
          </button>
        </main>
      </body>
    </html>
  )
}

const never = () => () => undefined

/** As the server would have told it. */
const localeHere = (): Locale =>
  localeOf({ cookie: document.cookie, 'accept-language': navigator.languages.join() })
