'use client'

import { type ReactNode, use, useMemo } from 'react'
import type { Messages } from '@/lib/i18n/catalogues'
import { Spoken } from '@/lib/i18n/client'
import type { Locale } from '@/lib/i18n/locales'

export function MessagesProvider({
  locale,
  messages,
  children,
}: {
  locale: Locale
  messages: Partial<Messages>
  children: ReactNode
}) {
  const above = use(Spoken).messages
  const spoken = useMemo(() => ({ locale, messages: { ...above, ...messages } }), [above, locale, messages])
  return <Spoken value={spoken}>{children}</Spoken>
}
