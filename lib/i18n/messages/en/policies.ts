/** Policies. */
export const policies = {} as const
