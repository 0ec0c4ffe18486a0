/** Metrics. */
export const metrics = {} as const
