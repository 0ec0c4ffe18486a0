import 'server-only'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import {
  attestationField,
  attestationIn,
  attestationsOf,
  languageOf,
  type TakedownKind,
} from './attestations'
import { questionsOf } from './kinds'
import { optionsIn, type Question } from './question'

/** The version of the questions a form asks today: a wording that changes is a new one (tests/unit/takedown-forms.test.ts holds them still). */
export const CURRENT_FORM: Record<TakedownKind, string> = {
  privacy: 'privacy-3',
  copyright: 'copyright-2',
  illegal_content: 'illegal_content-1',
  opt_out: 'opt_out-2',
  licence: 'licence-2',
  publicity: 'publicity-2',
  court_order: 'court_order-2',
  other: 'other-1',
  counter_notice: 'counter_notice-2',
  retraction: 'retraction-1',
  complaint: 'complaint-2',
}

/** What is stored of questions that were read in this language today: "privacy-1" in English, "privacy-1.de". */
export const formIn = (locale: Locale, kind: TakedownKind): string =>
  locale === 'en-GB' ? CURRENT_FORM[kind] : `${CURRENT_FORM[kind]}.${locale}`

/** The questions in the words in which they are asked, by name. */
export const askedIn = (locale: Locale, kind: TakedownKind): Record<string, string> =>
  Object.fromEntries(questionsOf(kind).map(({ name, label }) => [name, wordsIn(locale)(label)]))

/**
 * All that was read of a form, its questions and what is declared in it, by the names of the fields: kept, sealed, beside the answers. The
 * version alone would say it only to whoever has the texts of that version.
 */
export const readIn = (locale: Locale, kind: TakedownKind): Record<string, string> => ({
  ...askedIn(locale, kind),
  ...declaredWords(attestationIn(locale, kind)),
})

/** What a version declares, in the words of its language, by the names of the fields. */
export function declaredWords(attestation: string): Record<string, string> {
  const locale = languageOf(attestation)
  const t = translator(locale, CATALOGUES[locale], 'takedowns.attestations')
  return Object.fromEntries(
    attestationsOf(attestation).map(({ key, wording }) => [attestationField(key), t(`${wording}.text`)]),
  )
}

/** A question of today as it is asked in this language; one that no form asks has nothing but its name. */
export function askedOf(locale: Locale, kind: TakedownKind, name: string): string {
  const question = questionsOf(kind).find((one) => one.name === name)
  return question ? wordsIn(locale)(question.label) : name
}

/** An answer in the words of the form in this language: what was chosen, one to a line; what was written is itself. */
export function answeredIn(locale: Locale, kind: TakedownKind, name: string, answer: string): string {
  const question = questionsOf(kind).find((one) => one.name === name)
  const chosen = question ? optionsIn(question, answer) : []
  return chosen.length > 0 ? chosen.map(({ label }) => wordsIn(locale)(label)).join('\n') : answer
}

/** A form as one text: what its version stands for. */
export const formText = (locale: Locale, kind: TakedownKind): string =>
  questionsOf(kind)
    .flatMap(({ name, label, hint, options = [] }) => [
      name,
      ...[label, hint, ...options.flatMap((option) => [option.label, option.hint])].flatMap((at) =>
        at ? [wordsIn(locale)(at)] : [],
      ),
    ])
    .join('\n')

const wordsIn = (locale: Locale) => (at: Question['label']) =>
  translator(locale, CATALOGUES[locale], 'takedowns.forms')(at)
