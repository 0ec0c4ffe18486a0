import 'server-only'
import { cache, use } from 'react'
import { cookies, headers } from 'next/headers'
import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core'
import { CATALOGUES, type Messages } from './catalogues'
import { acceptedLocale, chosenLocale, type Locale, LOCALE_COOKIE } from './locales'

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>

/** The language of whoever asks for this page: what they chose, else what their browser asks for. */
export const localeNow = cache(async (): Promise<Locale> => {
  const chosen = chosenLocale((await cookies()).get(LOCALE_COOKIE)?.value)
  return chosen ?? acceptedLocale((await headers()).get('accept-language'))
})

/** What an area of the interface says, in the language of whoever asks. For components that wait. */
export async function getT<const N extends Namespace>(namespace: N) {
  return translatorFor(await localeNow(), namespace)
}

/** The same for components that do not wait. In the browser it is that of ./client (`imports` of package.json). */
export function useT<const N extends Namespace>(namespace: N) {
  return translatorFor(use(localeNow()), namespace)
}

export const translatorFor = <const N extends Namespace>(locale: Locale, namespace: N) =>
  createTranslator({ locale, messages: CATALOGUES[locale], namespace, timeZone: 'UTC' })
