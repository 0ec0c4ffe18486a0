/** The page of a case. */
export const caseFile = {} as const
