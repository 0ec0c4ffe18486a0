import type { Locale } from './locales'
import { de } from './messages/de'
import { en } from './messages/en'

export type Messages = typeof en
export type Area = keyof Messages

/** German has the keys of English by its type, and the arguments by `tests/unit/i18n.test.ts`. */
export const CATALOGUES: Readonly<Record<Locale, Messages>> = { 'en-GB': en, de: de as Messages }
