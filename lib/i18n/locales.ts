/**
 * The languages the interface speaks, each by its own name. Whoever chooses one that does not speak on every page yet gets English
 * there; nobody is given it for what their browser asks for.
 */
export const LOCALES = {
  'en-GB': { name: 'English', complete: true },
  de: { name: 'Deutsch', complete: true },
} as const

export type Locale = keyof typeof LOCALES

export const LOCALE_COOKIE = 'winnow-locale'

const known = Object.keys(LOCALES) as Locale[]

/** The explicit choice in a cookie's value, null when it holds none. */
export const chosenLocale = (cookie: string | undefined): Locale | null =>
  known.find((locale) => locale === cookie) ?? null

/** The first language a browser asks for that is complete (RFC 9110 §12.5.4, by the language alone, as RFC 4647 §3.4 looks up). */
export function acceptedLocale(header: string | null): Locale {
  const asked = (header ?? '')
    .slice(0, 1_000)
    .split(',')
    .map((range) => {
      const [tag = '', quality] = range.trim().split(/\s*;\s*q=/i)
      return {
        language: tag.split('-')[0]?.toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality),
      }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of asked) {
    const found = known.find((locale) => LOCALES[locale].complete && locale.split('-')[0] === language)
    if (found) return found
  }
  return 'en-GB'
}

/** The language of a request by its headers: what was chosen, else what the browser asks for. */
export function localeOf(headers: { cookie?: string; 'accept-language'?: string } | undefined): Locale {
  const cookies = (headers?.cookie ?? '').split(';').map((cookie) => cookie.trim())
  const chosen = cookies.find((cookie) => cookie.startsWith(`${LOCALE_COOKIE}=`))
  return (
    chosenLocale(chosen?.slice(LOCALE_COOKIE.length + 1)) ??
    acceptedLocale(headers?.['accept-language'] ?? null)
  )
}
