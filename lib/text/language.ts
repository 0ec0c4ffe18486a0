/** The tag of a text whose language cannot be told (ISO 639-2). */
export const UNDETERMINED = 'und'

/** The languages that detection tells apart. */
export const KNOWN_LANGUAGES =
  'am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh'.split(
    ' ',
  )

/** `en` → "English"; `und` → "Not told"; a code that nobody named stays a code. */
export function languageName(code: string): string {
  if (code === UNDETERMINED) return 'Not told'
  return isCode(code) ? (NAMES.of(code) ?? code) : code
}

/** What people write for a language (`en`, `eng`, `en-GB`, `English`, `__label__en`) as its code; null for what names none. */
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

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })
const BY_NAME: ReadonlyMap<string, string> = new Map(
  KNOWN_LANGUAGES.map((code) => [languageName(code).toLowerCase(), code]),
)
