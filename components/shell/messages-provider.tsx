'use client'

import { createContext, type ReactNode, use, useMemo } from 'react'
import { IntlProvider } from 'use-intl/react'
import type { Messages } from '@/lib/i18n/catalogues'
import type { Locale } from '@/lib/i18n/locales'

const Above = createContext<Partial<Messages>>({})

export function MessagesProvider({
  locale,
  messages,
  children,
}: {
  locale: Locale
  messages: Partial<Messages>
  children: ReactNode
}) {
  const above = use(Above)
  const all = useMemo(() => ({ ...above, ...messages }), [above, messages])
  return (
    <Above value={all}>
      <IntlProvider locale={locale} messages={all} timeZone="UTC">
        {children}
      </IntlProvider>
    </Above>
  )
}
