import type { takedownKind } from '@/db/schema/takedowns'
import type { Messages } from '@/lib/i18n/catalogues'
import { chosenLocale, type Locale, LOCALES } from '@/lib/i18n/locales'

export type TakedownKind = (typeof takedownKind.enumValues)[number]

type Texts = Messages['takedowns']['attestations']

/** Where its words are, below `takedowns.attestations`. */
export type Wording = { [V in keyof Texts]: `${V}.${keyof Texts[V] & string}` }[keyof Texts]

export type Attestation = { key: string; wording: Wording }

/**
 * What a requester declares, by version. A request stores the version it was made under, with the language in which it was
 * read, and stays readable by it: a text is never edited, a new wording is a new version.
 */
export const ATTESTATIONS: Record<string, readonly Wording[]> = {
  // 17 U.S.C. § 512(c)(3)(A)(v) and (vi)
  'copyright-1': ['copyright-1.good_faith', 'copyright-1.authority'],
  'privacy-1': ['privacy-1.subject'],
  // Regulation (EU) 2022/2065, Art. 16(2)(d)
  'illegal_content-1': ['illegal_content-1.good_faith'],
  // Directive (EU) 2019/790, Art. 4(3): the reservation is the right holder's.
  'opt_out-1': ['opt_out-1.authority'],
  'licence-1': ['licence-1.authority'],
  'publicity-1': ['publicity-1.subject'],
  'court_order-1': ['court_order-1.accurate'],
  // 17 U.S.C. § 512(g)(3)(C) and (D)
  'counter_notice-1': [
    'counter_notice-1.mistake',
    'counter_notice-1.jurisdiction',
    'counter_notice-1.service',
  ],
  'retraction-1': ['retraction-1.authority'],
  // Regulation (EU) 2022/2065, Art. 20: a complaint is of whoever the decision is about.
  'complaint-1': ['complaint-1.author'],
  'other-1': ['other-1.accurate'],
  // Of the urgent lane (lib/urgent): Regulation (EU) 2022/2065, Art. 16(2)(d), and the TAKE IT DOWN Act, § 3(a)(1)(B)(iii)
  'urgent_child-1': ['urgent_child-1.sent'],
  'urgent_intimate-1': ['urgent_intimate-1.good_faith'],
}

/** The version a request made today declares. */
export const CURRENT_ATTESTATION: Record<TakedownKind, string> = {
  copyright: 'copyright-1',
  privacy: 'privacy-1',
  illegal_content: 'illegal_content-1',
  opt_out: 'opt_out-1',
  licence: 'licence-1',
  publicity: 'publicity-1',
  court_order: 'court_order-1',
  counter_notice: 'counter_notice-1',
  retraction: 'retraction-1',
  complaint: 'complaint-1',
  other: 'other-1',
}

/** What is stored of a declaration that was read in this language today: "privacy-1" in English, "privacy-1.de". */
export const attestationIn = (locale: Locale, kind: TakedownKind): string =>
  locale === 'en-GB' ? CURRENT_ATTESTATION[kind] : `${CURRENT_ATTESTATION[kind]}.${locale}`

/** Whether a form of today shows this wording, in one language or another. */
export const isOffered = (kind: TakedownKind, attestation: string): boolean =>
  Object.keys(LOCALES).some((locale) => attestationIn(chosenLocale(locale) ?? 'en-GB', kind) === attestation)

/** The language in which a stored declaration was read. */
export const languageOf = (attestation: string): Locale => chosenLocale(attestation.split('.')[1]) ?? 'en-GB'

/** What a stored declaration says. */
export function attestationsOf(attestation: string): readonly Attestation[] {
  const [version = ''] = attestation.split('.')
  return (ATTESTATIONS[version] ?? []).map((wording) => ({ key: wording.split('.')[1] ?? '', wording }))
}

/** The field of the form that declares an attestation. */
export const attestationField = (key: string) => `attest_${key}`
