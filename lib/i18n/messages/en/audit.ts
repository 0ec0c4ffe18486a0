/** The audit and its draws. */
export const audit = {} as const
