/** On what an erasure rests. Codes, never words: the code is in the log's private part for ever. */
export const BASES = {
  right_to_erasure: 'Right to erasure (GDPR Art. 17)',
  consent_withdrawn: 'Consent was withdrawn',
  court_order: 'Order of a court or an authority',
  unlawful_content: 'Unlawful to hold',
  retention_over: 'The time to keep it is over',
  never_confirmed: 'The address was never confirmed',
} as const

export type Basis = keyof typeof BASES
export const BASIS_CODES = Object.keys(BASES).filter((code): code is Basis => code in BASES)

/** What a person may give; the others are the product's own. */
export const GIVEN_BASES = [
  'right_to_erasure',
  'consent_withdrawn',
  'court_order',
  'unlawful_content',
] as const

/** A code that an older list has and this product does not is shown as it is. */
export const labelOfBasis = (code: string): string => {
  const known = BASIS_CODES.find((basis) => basis === code)
  return known ? BASES[known] : code
}

export const ERASURE_STATE = {
  files: 'Rewriting the stored files',
  replay: 'Erasing again after a restore',
  sweep: 'Removing what they replaced',
  done: 'Done',
} as const
