/** The triage table. */
export const triage = {} as const
