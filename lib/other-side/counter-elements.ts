/** What 17 U.S.C. § 512(g)(3) asks of a counter notice, by the letter of its list. */
export const COUNTER_ELEMENTS = [
  'signature',
  'material',
  'mistake',
  'contact',
  'jurisdiction',
  'not_theirs',
] as const
export type CounterElement = (typeof COUNTER_ELEMENTS)[number]

/** How whoever counters was shown to be the one whose material it is; an identity document is never asked for by default. */
export const IDENTIFIED_AS = [
  'maintainer',
  'row_identifier',
  'domain',
  'agent_letter',
  'document_seen',
] as const
export type IdentifiedAs = (typeof IDENTIFIED_AS)[number]
