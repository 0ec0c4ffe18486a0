/** Erasures. */
export const erasures = {} as const
