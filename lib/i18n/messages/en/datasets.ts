/** Public pages of a dataset, its registration, revisions and settings. */
export const datasets = {} as const
