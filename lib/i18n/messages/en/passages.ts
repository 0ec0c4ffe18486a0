/** The item of a case and its passages. */
export const passages = {} as const
