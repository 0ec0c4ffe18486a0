import type { ReactNode } from 'react'
import { type Area, CATALOGUES } from '@/lib/i18n/catalogues'
import { localeOfReader } from '@/lib/i18n/say'
import { MessagesProvider } from '@/components/shell/messages-provider'

/** Hands areas of the interface to the components of the browser below, besides those they have from above. */
export function Messages({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  const locale = localeOfReader()
  const messages = Object.fromEntries(areas.map((area) => [area, CATALOGUES[locale][area]]))
  return (
    <MessagesProvider locale={locale} messages={messages}>
      {children}
    </MessagesProvider>
  )
}
