import 'server-only'
import { cache, use } from 'react'
import { headers } from 'next/headers'
import { CATALOGUES } from './catalogues'
import { type Locale, localeOf } from './locales'
import { type Namespace, translator } from './translator'

/** The language of whoever asks for this page: what they chose, else what their browser asks for. */
export const localeNow = cache(async (): Promise<Locale> => {
  const asked = await headers()
  return localeOf({
    cookie: asked.get('cookie') ?? undefined,
    'accept-language': asked.get('accept-language') ?? undefined,
  })
})

/** What an area of the interface says, in the language of whoever asks. For components that wait. */
export async function getT<const N extends Namespace>(namespace: N) {
  return translatorFor(await localeNow(), namespace)
}

/** The same for components that do not wait. In the browser it is that of ./client (`imports` of package.json). */
export function useT<const N extends Namespace>(namespace: N) {
  return translatorFor(useLocale(), namespace)
}

/** The language of the page, for the words of `lib/format`. */
export const useLocale = (): Locale => use(localeNow())

export const translatorFor = <const N extends Namespace>(locale: Locale, namespace: N) =>
  translator(locale, CATALOGUES[locale], namespace)
