/** Bands of scores. */
export const bands = {} as const
