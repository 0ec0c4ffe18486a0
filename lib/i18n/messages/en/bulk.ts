/** Bulk decisions. */
export const bulk = {} as const
