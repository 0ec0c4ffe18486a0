import 'server-only'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Urgent } from './labels'

/** What is asked, by the name of its answer. */
const ASKED = {
  child: ['targets', 'email'],
  intimate: ['targets', 'relation', 'name', 'email'],
} as const satisfies Record<Urgent, readonly string[]>

/** The questions in the words in which they were read: kept, sealed, beside the answers. */
export function askedOf(locale: Locale, about: Urgent): Record<string, string> {
  const t = translator(locale, CATALOGUES[locale], 'urgent.form')
  return Object.fromEntries(ASKED[about].map((name) => [name, t(`${name}.label`)]))
}
