/** Asking for a takedown, and following it. */
export const takedowns = {} as const
