import type { takedownKind } from '@/db/schema/takedowns'

export type TakedownKind = (typeof takedownKind.enumValues)[number]

export type Attestation = {
  key: string
  /** What is declared: carries the content the law asks for, in our words. */
  text: string
  /** What that means. */
  plain: string
  /** Said when the box was not ticked. */
  missing: string
}

/**
 * What a requester declares, by version. A request stores the version it was made under and stays readable by it: a text
 * is never edited, a new wording is a new version.
 */
export const ATTESTATIONS: Record<string, readonly Attestation[]> = {
  // 17 U.S.C. § 512(c)(3)(A)(v) and (vi)
  'copyright-1': [
    {
      key: 'good_faith',
      text: 'I believe in good faith that the owner of the work, their agent and the law do not permit the use I have described. I have considered whether it is fair use.',
      plain: 'You looked at the use, and you honestly think nobody who could allow it has allowed it.',
      missing: 'Tick the box about good faith',
    },
    {
      key: 'authority',
      text: 'The information in this request is accurate and, under penalty of perjury, I am the owner of an exclusive right that is infringed or am authorised to act for the owner.',
      plain:
        'Everything you wrote is true, and the work is yours or you may speak for the person it belongs to.',
      missing: 'Tick the box that the work is yours or that you may speak for its owner',
    },
  ],
  'privacy-1': [
    {
      key: 'subject',
      text: 'The data I ask about concerns me, or a person I am entitled to act for.',
      plain: 'We do not ask for an identity document.',
      missing: 'Tick the box that the data is about you, or about somebody you may act for',
    },
  ],
  // Regulation (EU) 2022/2065, Art. 16(2)(d)
  'illegal_content-1': [
    {
      key: 'good_faith',
      text: 'I believe in good faith that the information and the allegations in this notice are accurate and complete.',
      plain: 'You wrote what you know, and left out nothing that would change the picture.',
      missing: 'Tick the box about good faith',
    },
  ],
  // Directive (EU) 2019/790, Art. 4(3): the reservation is the right holder's.
  'opt_out-1': [
    {
      key: 'authority',
      text: 'I am the author or hold the rights in what I have listed, or I run the site or account it comes from, and I reserve its use for text and data mining and the training of models.',
      plain: 'It is yours, and you do not want machines to be trained on it.',
      missing: 'Tick the box that it is yours to reserve',
    },
  ],
  'other-1': [
    {
      key: 'accurate',
      text: 'The information in this request is accurate as far as I know.',
      plain: 'You wrote what you know to be so.',
      missing: 'Tick the box that what you wrote is accurate',
    },
  ],
}

/** The version a request made today declares. */
export const CURRENT_ATTESTATION: Record<TakedownKind, string> = {
  copyright: 'copyright-1',
  privacy: 'privacy-1',
  illegal_content: 'illegal_content-1',
  opt_out: 'opt_out-1',
  other: 'other-1',
}

export const attestationsOf = (version: string): readonly Attestation[] => ATTESTATIONS[version] ?? []

/** The field of the form that declares an attestation. */
export const attestationField = (key: string) => `attest_${key}`
