/** On what an erasure rests. Codes, never words: the code is in the log's private part for ever. */
export const BASIS_CODES = [
  'right_to_erasure',
  'consent_withdrawn',
  'court_order',
  'unlawful_content',
  'retention_over',
  'never_confirmed',
] as const

export type Basis = (typeof BASIS_CODES)[number]

/** What a person may give; the others are the product's own. */
export const GIVEN_BASES = [
  'right_to_erasure',
  'consent_withdrawn',
  'court_order',
  'unlawful_content',
] as const
