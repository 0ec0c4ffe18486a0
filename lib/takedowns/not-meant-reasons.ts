/** Why something that was found is not what was meant, as a person says it. */
export const NOT_MEANT = ['other_thing', 'other_person', 'of_many'] as const

export type NotMeantReason = (typeof NOT_MEANT)[number] | 'alike'

/** `alike`: of what is only like a text, and was looked at. What was written before there were reasons is something else. */
export const notMeantReason = (given: unknown): NotMeantReason =>
  given === 'alike' ? given : (NOT_MEANT.find((reason) => reason === given) ?? 'other_thing')
