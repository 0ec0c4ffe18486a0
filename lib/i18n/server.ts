import 'server-only'
import { CATALOGUES } from './catalogues'
import type { Locale } from './locales'
import { localeOfReader } from './say'
import { type Namespace, translator } from './translator'

/** What an area of the interface says, in the language of whoever asks: as `say` does. For components that wait. */
export async function getT<const N extends Namespace>(namespace: N) {
  return translatorFor(localeOfReader(), namespace)
}

/** The same for components that do not wait. In the browser it is that of ./client (`imports` of package.json). */
export function useT<const N extends Namespace>(namespace: N) {
  return translatorFor(useLocale(), namespace)
}

/** The language of the page, for the words of `lib/format`. */
export const useLocale = localeOfReader

export const translatorFor = <const N extends Namespace>(locale: Locale, namespace: N) =>
  translator(locale, CATALOGUES[locale], namespace)
