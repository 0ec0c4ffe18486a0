/** Standing exclusions. */
export const suppression = {} as const
