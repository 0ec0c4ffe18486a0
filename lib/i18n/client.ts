import { createContext, use } from 'react'
import type { Messages } from './catalogues'
import type { Locale } from './locales'
import { type Namespace, translator } from './translator'

/** The language of the page and the areas it handed over: see `Messages`. */
export const Spoken = createContext<{ locale: Locale; messages: Partial<Messages> }>({
  locale: 'en-GB',
  messages: {},
})

/** What an area of the interface says, in the language of the page. */
export function useT<const N extends Namespace>(namespace: N) {
  const { locale, messages } = use(Spoken)
  return translator(locale, messages, namespace)
}

/** The language of the page, for the words of `lib/format`. */
export const useLocale = (): Locale => use(Spoken).locale
