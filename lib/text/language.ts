import type { Locale } from '@/lib/i18n/locales'

/** The tag of a text whose language cannot be told (ISO 639-2). */
export const UNDETERMINED = 'und'

/** The languages that detection tells apart. */
export const KNOWN_LANGUAGES =
  'am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh'.split(
    ' ',
  )

/** `en` → "English"; `und` → "Not told"; a code that nobody named stays a code. */
export function languageName(code: string, locale: Locale = 'en-GB'): string {
  if (code === UNDETERMINED) return NOT_TOLD[locale]
  return isCode(code) ? (NAMES[locale].of(code) ?? code) : code
}

/** For `lang`: nothing is said of a text whose language cannot be told. */
export const langOf = (code: string): string | undefined => (code === UNDETERMINED ? undefined : code)

/** What people write for a language (`en`, `eng`, `en-GB`, `English`, `Englisch`, `__label__en`) as its code; null for what names none. */
export function normaliseLanguage(written: string): string | null {
  const word = written
    .trim()
    .replace(/^__label__/, '')
    .toLowerCase()
  const named = BY_NAME.get(word)
  if (named) return named
  const [, primary] = /^([a-z]{2,3})(?:[-_][a-z0-9_-]{1,30})?$/.exec(word) ?? []
  // Three letters become the two of the same language, and a code that was given up its successor (RFC 5646 §4.5).
  const code = primary && Intl.getCanonicalLocales(primary)[0]
  return code && code !== UNDETERMINED ? code : null
}

/** As `normaliseLanguage` writes them. */
export const isCode = (text: string): boolean => /^[a-z]{2,3}$/.test(text)

const LOCALES = ['en-GB', 'de'] as const satisfies readonly Locale[]
const NOT_TOLD: Readonly<Record<Locale, string>> = { 'en-GB': 'Not told', de: 'Nicht erkannt' }
const namesIn = (locale: string) => new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
const NAMES: Readonly<Record<Locale, Intl.DisplayNames>> = { 'en-GB': namesIn('en'), de: namesIn('de') }
const BY_NAME: ReadonlyMap<string, string> = new Map(
  LOCALES.flatMap((locale) =>
    KNOWN_LANGUAGES.map((code): [string, string] => [languageName(code, locale).toLowerCase(), code]),
  ),
)
