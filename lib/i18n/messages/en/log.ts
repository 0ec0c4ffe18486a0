/** The public log. */
export const log = {} as const
