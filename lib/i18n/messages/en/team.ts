/** People and their roles. */
export const team = {} as const
