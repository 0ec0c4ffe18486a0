/** Volunteers. */
export const join = {} as const
