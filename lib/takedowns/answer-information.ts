/** What GDPR Art. 15(1)(a) to (h) and (2) ask to be said with a copy, in its order. The words are those of the language of whoever reads. */
export const INFORMATION = [
  'purposes',
  'categories',
  'recipients',
  'storage',
  'rights',
  'complaint',
  'source',
  'automated',
  'transfers',
] as const
export type InformationPart = (typeof INFORMATION)[number]
